package io.cognitex.embedded.internal.operation;

import java.util.List;
import java.util.function.Predicate;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

import io.cognitex.embedded.internal.message.Delivery;
import io.cognitex.embedded.internal.model.Json;
import io.cognitex.embedded.internal.model.Timestamps;
import io.cognitex.embedded.internal.pool.MfaFactor;
import io.cognitex.embedded.internal.pool.User;
import io.cognitex.embedded.internal.pool.UserMfa;
import io.cognitex.embedded.internal.signin.AuthStep;
import io.cognitex.embedded.internal.token.Tokens;

/**
 * The structures that several answers share.
 */
final class Answers {

	private Answers() {
	}

	static ObjectNode empty() {
		return Json.object();
	}

	/**
	 * The answer of operations without an output shape: not even an empty object.
	 */
	static JsonNode noBody() {
		return MissingNode.getInstance();
	}

	static ObjectNode delivery(Delivery delivery) {
		return empty().put("AttributeName", delivery.attribute())
			.put("DeliveryMedium", delivery.medium())
			.put("Destination", delivery.maskedDestination());
	}

	static ArrayNode attributes(User user, Predicate<String> wanted) {
		ArrayNode attributes = Json.array();
		if (wanted.test("sub")) {
			attributes.addObject().put("Name", "sub").put("Value", user.sub());
		}
		user.attributes().forEach((name, value) -> {
			if (wanted.test(name)) {
				attributes.addObject().put("Name", name).put("Value", value);
			}
		});
		return attributes;
	}

	/**
	 * A user as administrators see it: {@code UserType}.
	 */
	static ObjectNode user(User user, Predicate<String> wanted) {
		ObjectNode answer = empty().put("Username", user.username());
		answer.set("Attributes", attributes(user, wanted));
		putMfaOptions(answer, user.mfa());
		return answer.put("UserCreateDate", Timestamps.seconds(user.createdAt()))
			.put("UserLastModifiedDate", Timestamps.seconds(user.modifiedAt()))
			.put("Enabled", user.enabled())
			.put("UserStatus", user.status().name());
	}

	static ObjectNode step(AuthStep step) {
		ObjectNode answer = empty();
		ObjectNode parameters = answer.putObject("ChallengeParameters");
		if (step instanceof AuthStep.Authenticated authenticated) {
			answer.set("AuthenticationResult", tokens(authenticated.tokens()));
		}
		else if (step instanceof AuthStep.Challenged challenged) {
			answer.put("ChallengeName", challenged.name());
			if (challenged.session() != null) {
				answer.put("Session", challenged.session());
			}
			challenged.parameters().forEach(parameters::put);
			if (!challenged.available().isEmpty()) {
				ArrayNode available = answer.putArray("AvailableChallenges");
				challenged.available().forEach(available::add);
			}
		}
		return answer;
	}

	/**
	 * Adds what was told of second factors before there was more than one; that it is
	 * told however the factor was turned on is a guess.
	 */
	static void putMfaOptions(ObjectNode answer, UserMfa mfa) {
		if (mfa.enabled().contains(MfaFactor.SMS_MFA)) {
			answer.putArray("MFAOptions")
				.addObject()
				.put("DeliveryMedium", "SMS")
				.put("AttributeName", MfaFactor.SMS_MFA.attribute());
		}
	}

	/**
	 * Adds the user's second factors to the description of a user; what is empty is left
	 * out. By the service's reference, passkeys are never among them.
	 */
	static void putMfa(ObjectNode answer, UserMfa mfa) {
		if (mfa.preferred() != null) {
			answer.put("PreferredMfaSetting", mfa.preferred().name());
		}
		if (!mfa.enabled().isEmpty()) {
			ArrayNode enabled = answer.putArray("UserMFASettingList");
			mfa.enabled().forEach((factor) -> enabled.add(factor.name()));
		}
	}

	/**
	 * The answer of {@code GetUserAuthFactors}, where a password counts once.
	 */
	static ObjectNode authFactors(User user, List<String> firstFactors) {
		ObjectNode answer = empty().put("Username", user.username());
		putMfa(answer, user.mfa());
		ArrayNode configured = answer.putArray("ConfiguredUserAuthFactors");
		firstFactors.stream().filter((name) -> !"PASSWORD_SRP".equals(name)).forEach(configured::add);
		return answer;
	}

	static ObjectNode tokens(Tokens tokens) {
		ObjectNode result = empty().put("AccessToken", tokens.accessToken())
			.put("ExpiresIn", tokens.expiresIn())
			.put("IdToken", tokens.idToken());
		if (tokens.refreshToken() != null) {
			result.put("RefreshToken", tokens.refreshToken());
		}
		if (tokens.newDevice() != null) {
			result.putObject("NewDeviceMetadata")
				.put("DeviceKey", tokens.newDevice().key())
				.put("DeviceGroupKey", tokens.newDevice().groupKey());
		}
		return result.put("TokenType", "Bearer");
	}

}

package io.cognitex.embedded.internal.trigger;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.cognitex.embedded.internal.error.Refusals;
import io.cognitex.embedded.internal.pool.User;
import io.cognitex.embedded.internal.pool.UserPool;
import io.cognitex.embedded.trigger.TriggerType;

/**
 * The three triggers of {@code CUSTOM_AUTH}.
 *
 * @see <a href=
 * "https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-challenge.html">Custom
 * authentication challenge Lambda triggers</a>
 */
public final class CustomAuthTriggers {

	private CustomAuthTriggers() {
	}

	/**
	 * Who signs in where.
	 *
	 * @param pool the pool
	 * @param clientId the app client
	 * @param name the user's canonical name, or the name that nobody has
	 * @param user the user, or {@code null} if there is none and the client hides that
	 * @param clientMetadata what the client passes on
	 */
	public record Subject(UserPool pool, String clientId, String name, @Nullable User user,
			Map<String, String> clientMetadata) {

		TriggerCall call(TriggerType type) {
			if (!this.pool.triggers().containsKey(type)) {
				throw Refusals.customAuthTriggerMissing();
			}
			TriggerCall call = TriggerCall.of(this.pool, type).client(this.clientId);
			if (this.user != null) {
				call.user(this.user).with("userNotFound", false);
			}
			else {
				call.userName(this.name).with("userAttributes", Map.of()).with("userNotFound", true);
			}
			return call.withIfAny("clientMetadata", this.clientMetadata);
		}

	}

	/**
	 * A challenge that was answered.
	 *
	 * @param challengeName the challenge
	 * @param challengeResult whether the answer was right
	 * @param challengeMetadata what the trigger that made it has called it
	 */
	public record Answered(String challengeName, boolean challengeResult, @Nullable String challengeMetadata) {

		Map<String, @Nullable Object> asMap() {
			Map<String, @Nullable Object> map = new LinkedHashMap<>();
			map.put("challengeName", this.challengeName);
			map.put("challengeResult", this.challengeResult);
			map.put("challengeMetadata", this.challengeMetadata);
			return map;
		}

	}

	/**
	 * What comes next.
	 *
	 * @param challengeName the next challenge, if there is one
	 * @param issueTokens whether the user is signed in
	 * @param failAuthentication whether the sign-in has failed
	 */
	public record Definition(@Nullable String challengeName, boolean issueTokens, boolean failAuthentication) {
	}

	/**
	 * A challenge that a trigger has made.
	 *
	 * @param publicParameters what the client gets
	 * @param privateParameters what only the judge gets
	 * @param metadata what the trigger calls it
	 */
	public record Created(Map<String, String> publicParameters, Map<String, String> privateParameters,
			@Nullable String metadata) {

		@Override
		public String toString() {
			return "Created[metadata=" + this.metadata + "]";
		}

	}

	/**
	 * Asks what comes next.
	 * @param subject who signs in
	 * @param history the challenges so far
	 * @return what comes next
	 */
	public static Definition define(Subject subject, List<Answered> history) {
		TriggerResponse response = subject.call(TriggerType.DEFINE_AUTH_CHALLENGE)
			.with("session", history.stream().map(Answered::asMap).toList())
			.fire("DefineAuthChallenge_Authentication");
		return new Definition(response.text("challengeName"), response.flag("issueTokens"),
				response.flag("failAuthentication"));
	}

	/**
	 * Has a challenge made.
	 * @param subject who signs in
	 * @param history the challenges so far
	 * @return the challenge
	 */
	public static Created create(Subject subject, List<Answered> history) {
		TriggerResponse response = subject.call(TriggerType.CREATE_AUTH_CHALLENGE)
			.with("challengeName", "CUSTOM_CHALLENGE")
			.with("session", history.stream().map(Answered::asMap).toList())
			.fire("CreateAuthChallenge_Authentication");
		return new Created(response.strings("publicChallengeParameters"),
				response.strings("privateChallengeParameters"), response.text("challengeMetadata"));
	}

	/**
	 * Has an answer judged.
	 * @param subject who signs in
	 * @param privateParameters what only the judge gets
	 * @param answer the answer
	 * @return whether it is right
	 */
	public static boolean verify(Subject subject, Map<String, String> privateParameters, String answer) {
		return subject.call(TriggerType.VERIFY_AUTH_CHALLENGE_RESPONSE)
			.with("privateChallengeParameters", privateParameters)
			.with("challengeAnswer", answer)
			.fire("VerifyAuthChallengeResponse_Authentication")
			.flag("answerCorrect");
	}

}

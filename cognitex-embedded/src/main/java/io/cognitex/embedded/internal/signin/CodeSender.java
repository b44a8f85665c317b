package io.cognitex.embedded.internal.signin;

import java.util.LinkedHashMap;
import java.util.Map;

import io.cognitex.embedded.internal.message.Codes;
import io.cognitex.embedded.internal.message.Delivery;
import io.cognitex.embedded.internal.message.MessageContext;
import io.cognitex.embedded.internal.message.MessagePurpose;
import io.cognitex.embedded.internal.pool.Identifiers;
import io.cognitex.embedded.internal.pool.User;
import io.cognitex.embedded.internal.session.Proof;
import io.cognitex.embedded.internal.unknown.UnknownUsers;

/**
 * Sends a code and asks for it.
 */
final class CodeSender {

	/** Seen at the service; codes of second factors have six. */
	private static final int FIRST_FACTOR_DIGITS = 8;

	private static final int SECOND_FACTOR_DIGITS = 6;

	private final Codes codes;

	private final UnknownUsers unknownUsers;

	private final ChallengeSessions sessions;

	CodeSender(Codes codes, UnknownUsers unknownUsers, ChallengeSessions sessions) {
		this.codes = codes;
		this.unknownUsers = unknownUsers;
		this.sessions = sessions;
	}

	/**
	 * Asks for a code in the place of a password. For a user who does not exist, nothing
	 * is sent and no code is the right one.
	 */
	AuthStep askFirstFactor(Claim claim, String challenge, String attribute) {
		String code = Identifiers.code(FIRST_FACTOR_DIGITS);
		User user = claim.user();
		String address = (user != null) ? user.attributes().getOrDefault(attribute, "") : "";
		Delivery delivery = (user != null)
				? this.codes.sendForSession(claim.request().pool(), user, attribute, address, code,
						context(claim.request()))
				: this.unknownUsers.delivery(claim.request().pool(), claim.username(), attribute);
		String session = this.sessions.open(claim, challenge,
				new SentCode(code, attribute, address, false, Proof.ONE_TIME_CODE));
		String userId = (user != null) ? user.username()
				: this.unknownUsers.userId(claim.request().pool(), claim.username());
		return challenged(challenge, session, userId, delivery);
	}

	/**
	 * Asks for a code as the second factor.
	 */
	AuthStep askSecondFactor(SignInProgress progress, String challenge, String attribute) {
		return askSecondFactor(progress, challenge, attribute, progress.user().attributes().getOrDefault(attribute, ""),
				false);
	}

	/**
	 * Asks for a code as the second factor; with the right code, the address becomes the
	 * user's.
	 */
	AuthStep askToSetUp(SignInProgress progress, String challenge, String attribute, String address) {
		return askSecondFactor(progress, challenge, attribute, address, true);
	}

	private AuthStep askSecondFactor(SignInProgress progress, String challenge, String attribute, String address,
			boolean setUp) {
		String code = Identifiers.code(SECOND_FACTOR_DIGITS);
		Delivery delivery = this.codes.sendForSession(progress.request().pool(), progress.user(), attribute, address,
				code, context(progress.request()));
		String session = this.sessions.open(progress, challenge,
				new SentCode(code, attribute, address, setUp, Proof.SECOND_FACTOR));
		return challenged(challenge, session, progress.user().username(), delivery);
	}

	private static MessageContext context(AuthRequest request) {
		return new MessageContext(MessagePurpose.AUTHENTICATION, request.client().id(), request.clientMetadata());
	}

	private static AuthStep challenged(String challenge, String session, String userId, Delivery delivery) {
		Map<String, String> parameters = new LinkedHashMap<>();
		parameters.put("CODE_DELIVERY_DELIVERY_MEDIUM", delivery.medium());
		parameters.put("CODE_DELIVERY_DESTINATION", delivery.maskedDestination());
		parameters.put("USER_ID_FOR_SRP", userId);
		return new AuthStep.Challenged(challenge, session, parameters);
	}

}

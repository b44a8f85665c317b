package io.cognitex.embedded.internal.signin;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.cognitex.embedded.internal.error.Refusals;
import io.cognitex.embedded.internal.limit.Lockouts;
import io.cognitex.embedded.internal.pool.User;
import io.cognitex.embedded.internal.pool.UserPool;
import io.cognitex.embedded.internal.session.Proof;
import io.cognitex.embedded.internal.session.SecretBlocks;
import io.cognitex.embedded.internal.session.SessionDetail;
import io.cognitex.embedded.internal.session.SrpAttempt;
import io.cognitex.embedded.internal.srp.SrpExchange;
import io.cognitex.embedded.internal.srp.SrpPassword;
import io.cognitex.embedded.internal.unknown.UnknownUsers;

/**
 * Asks for the proof of a password ({@code PASSWORD_VERIFIER}) and checks it.
 */
final class SrpProof {

	private final SecretBlocks secretBlocks;

	private final ChallengeSessions sessions;

	private final Lockouts lockouts;

	private final UnknownUsers unknownUsers;

	SrpProof(SecretBlocks secretBlocks, ChallengeSessions sessions, Lockouts lockouts, UnknownUsers unknownUsers) {
		this.secretBlocks = secretBlocks;
		this.sessions = sessions;
		this.lockouts = lockouts;
		this.unknownUsers = unknownUsers;
	}

	/**
	 * Asks without a session, as {@code USER_SRP_AUTH} does: all state is in the secret
	 * block.
	 */
	AuthStep ask(Claim claim, String clientPublic) {
		return ask(claim, clientPublic, null);
	}

	/**
	 * Asks with a session that has to come back with the proof, as the other flows do.
	 */
	AuthStep askWithSession(Claim claim, String clientPublic) {
		return ask(claim, clientPublic, this.sessions.open(claim, PasswordVerifier.NAME, SessionDetail.NONE));
	}

	private AuthStep ask(Claim claim, String clientPublic, @Nullable String session) {
		AuthRequest request = claim.request();
		UserPool pool = request.pool();
		User user = claim.user();
		SrpPassword password = (user != null && user.password() != null) ? user.password()
				: this.unknownUsers.password(pool, claim.canonicalName());
		SrpExchange exchange = SrpExchange.begin(password, clientPublic).orElseThrow(Refusals::srpValueInvalid);
		SrpAttempt attempt = new SrpAttempt(pool.id(), request.client().id(), (user != null) ? user.sub() : null,
				claim.account(), session, exchange);
		Map<String, String> parameters = new LinkedHashMap<>();
		parameters.put("SALT", exchange.salt());
		parameters.put("SECRET_BLOCK",
				this.secretBlocks.add(attempt, request.client().settings().authSessionValidity()));
		parameters.put("USER_ID_FOR_SRP", exchange.userId());
		parameters.put("USERNAME", exchange.userId());
		parameters.put("SRP_B", exchange.serverPublic());
		return new AuthStep.Challenged(PasswordVerifier.NAME, session, parameters);
	}

	/**
	 * Checks the proof.
	 * @return the user who has given it, and the session that belongs to it
	 */
	Proven check(AuthRequest request, String username, String secretBlock, String timestamp, String signature) {
		SrpAttempt attempt = this.secretBlocks.take(secretBlock)
			.filter((candidate) -> candidate.userPoolId().equals(request.pool().id())
					&& candidate.clientId().equals(request.client().id()))
			.orElseThrow(Refusals::incorrectUsernameOrPassword);
		this.lockouts.check(attempt.account());
		boolean proven = attempt.exchange().proves(Base64.getDecoder().decode(secretBlock), timestamp, signature);
		User user = (attempt.sub() != null) ? request.pool().users().find(username).orElse(null) : null;
		if (!proven || user == null || !user.sub().equals(attempt.sub())) {
			this.lockouts.failed(attempt.account());
			SignInEvents.failed(request, user, Proof.PASSWORD);
			throw Refusals.incorrectUsernameOrPassword();
		}
		this.lockouts.succeeded(attempt.account());
		return new Proven(user, attempt.session());
	}

	/**
	 * Lets a proof be given once more.
	 */
	void allowAgain(String secretBlock) {
		this.secretBlocks.giveBack(secretBlock);
	}

	/**
	 * A user who knows the password.
	 *
	 * @param user the user
	 * @param session the session that has to come with the proof, if there is one
	 */
	record Proven(User user, @Nullable String session) {

		@Override
		public String toString() {
			return "Proven[user=" + this.user + "]";
		}

	}

}

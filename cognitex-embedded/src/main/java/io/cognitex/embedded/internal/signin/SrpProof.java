package io.cognitex.embedded.internal.signin;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

import io.cognitex.embedded.internal.error.Refusals;
import io.cognitex.embedded.internal.limit.Lockouts;
import io.cognitex.embedded.internal.pool.User;
import io.cognitex.embedded.internal.pool.UserPool;
import io.cognitex.embedded.internal.session.SecretBlocks;
import io.cognitex.embedded.internal.session.SrpAttempt;
import io.cognitex.embedded.internal.srp.SrpExchange;
import io.cognitex.embedded.internal.srp.SrpPassword;
import io.cognitex.embedded.internal.unknown.UnknownUsers;

/**
 * Asks for the proof of a password ({@code PASSWORD_VERIFIER}) and checks it.
 */
public final class SrpProof {

	private final SecretBlocks secretBlocks;

	private final Lockouts lockouts;

	private final UnknownUsers unknownUsers;

	public SrpProof(SecretBlocks secretBlocks, Lockouts lockouts, UnknownUsers unknownUsers) {
		this.secretBlocks = secretBlocks;
		this.lockouts = lockouts;
		this.unknownUsers = unknownUsers;
	}

	AuthStep ask(AuthRequest request, String username, String clientPublic) {
		User user = request.pool().users().find(username).orElse(null);
		if (user == null && !request.client().settings().preventUserExistenceErrors()) {
			throw Refusals.userDoesNotExist();
		}
		UserPool pool = request.pool();
		String key = pool.settings().names().key(username);
		SrpPassword password = (user != null && user.password() != null) ? user.password()
				: this.unknownUsers.password(pool, key);
		SrpExchange exchange = SrpExchange.begin(password, clientPublic).orElseThrow(Refusals::srpValueInvalid);
		SrpAttempt attempt = new SrpAttempt(pool.id(), request.client().id(), (user != null) ? user.sub() : null,
				request.account((user != null) ? user.sub() : key), exchange);
		Map<String, String> parameters = new LinkedHashMap<>();
		parameters.put("SALT", exchange.salt());
		parameters.put("SECRET_BLOCK",
				this.secretBlocks.add(attempt, request.client().settings().authSessionValidity()));
		parameters.put("USER_ID_FOR_SRP", exchange.userId());
		parameters.put("USERNAME", exchange.userId());
		parameters.put("SRP_B", exchange.serverPublic());
		return new AuthStep.Challenged(PasswordVerifier.NAME, null, parameters);
	}

	/**
	 * Checks the proof.
	 * @return the user who has given it
	 */
	User check(AuthRequest request, String username, String secretBlock, String timestamp, String signature) {
		SrpAttempt attempt = this.secretBlocks.take(secretBlock)
			.filter((candidate) -> candidate.userPoolId().equals(request.pool().id())
					&& candidate.clientId().equals(request.client().id()))
			.orElseThrow(Refusals::incorrectUsernameOrPassword);
		this.lockouts.check(attempt.account());
		boolean proven = attempt.exchange().proves(Base64.getDecoder().decode(secretBlock), timestamp, signature);
		User user = (attempt.sub() != null) ? request.pool().users().find(username).orElse(null) : null;
		if (!proven || user == null || !user.sub().equals(attempt.sub())) {
			this.lockouts.failed(attempt.account());
			throw Refusals.incorrectUsernameOrPassword();
		}
		this.lockouts.succeeded(attempt.account());
		return user;
	}

}

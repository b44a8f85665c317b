package io.cognitex.embedded.internal.signin;

import java.util.Map;

import io.cognitex.embedded.internal.error.Refusals;
import io.cognitex.embedded.internal.limit.Lockouts;
import io.cognitex.embedded.internal.model.Json;
import io.cognitex.embedded.internal.passkey.RelyingParty;
import io.cognitex.embedded.internal.pool.Passkey;
import io.cognitex.embedded.internal.pool.User;
import io.cognitex.embedded.internal.session.Proof;

/**
 * Asks a user to use a passkey and checks what comes back.
 */
final class PasskeyProof {

	private final Lockouts lockouts;

	private final SignInChain chain;

	PasskeyProof(Lockouts lockouts, SignInChain chain) {
		this.lockouts = lockouts;
		this.chain = chain;
	}

	/**
	 * What the challenge tells the client.
	 */
	Map<String, String> parameters(AuthRequest request, User user, PasskeyQuestion question) {
		return Map.of("CREDENTIAL_REQUEST_OPTIONS",
				Json.text(relyingParty(request).requestOptions(user, question.challenge())));
	}

	AuthStep check(Claim claim, PasskeyQuestion question, String credential) {
		AuthRequest request = claim.request();
		User user = claim.user();
		this.lockouts.check(claim.account());
		Passkey used = (user != null)
				? relyingParty(request).proven(user, credential, question.challenge()).orElse(null) : null;
		if (user == null || used == null) {
			this.lockouts.failed(claim.account());
			SignInEvents.failed(request, user, Proof.PASSKEY);
			// Guess: the type is documented, the text not
			throw Refusals.incorrectUsernameOrPassword();
		}
		this.lockouts.succeeded(claim.account());
		User after = request.pool()
			.users()
			.change(user.sub(), (draft) -> draft.passkeys().computeIfPresent(used.id(), (id, before) -> used));
		SignInProgress progress = claim.proven(after, Proof.PASSKEY);
		return this.chain.proceed(SecondFactors.passkeyIsEnough(request.pool().settings(), after)
				? progress.with(Proof.SECOND_FACTOR) : progress);
	}

	private static RelyingParty relyingParty(AuthRequest request) {
		return RelyingParty.of(request.pool().settings()).orElseThrow(Refusals::passkeyConfigurationMissing);
	}

}

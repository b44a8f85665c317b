package io.cognitex.embedded.internal.operation;

import java.time.Clock;

import tools.jackson.databind.node.ObjectNode;

import io.cognitex.embedded.internal.error.Refusals;
import io.cognitex.embedded.internal.model.Request;
import io.cognitex.embedded.internal.model.Shapes;
import io.cognitex.embedded.internal.model.Type.DocumentType;
import io.cognitex.embedded.internal.model.Type.StructureType;
import io.cognitex.embedded.internal.passkey.PasskeyChallenges;
import io.cognitex.embedded.internal.passkey.RelyingParty;
import io.cognitex.embedded.internal.pool.Passkey;
import io.cognitex.embedded.internal.token.AccessTokens;
import io.cognitex.embedded.internal.token.AccessTokens.Bearer;

import static io.cognitex.embedded.internal.model.Member.required;

/**
 * Keeps a passkey. A challenge is good for one attempt.
 */
final class CompleteWebAuthnRegistration implements Operation {

	private static final int MOST_PASSKEYS = 20;

	private final AccessTokens accessTokens;

	private final PasskeyChallenges challenges;

	private final Clock clock;

	CompleteWebAuthnRegistration(Services services) {
		this.accessTokens = services.accessTokens();
		this.challenges = services.passkeyChallenges();
		this.clock = services.clock();
	}

	@Override
	public StructureType input() {
		return StructureType.of(required("AccessToken", Shapes.TOKEN), required("Credential", new DocumentType()));
	}

	@Override
	public ObjectNode perform(Request request) {
		Bearer bearer = this.accessTokens.bearer(request.required("AccessToken"));
		RelyingParty relyingParty = PasskeyShape.requireRelyingParty(bearer.pool());
		PasskeyChallenges.Pending begun = this.challenges.take(bearer.account())
			.orElseThrow(Refusals::passkeyChallengeNotFound);
		if (!begun.clientId().equals(bearer.client().id())) {
			throw Refusals.passkeyClientMismatch();
		}
		Passkey passkey = relyingParty.register(request.json("Credential"), begun.challenge(), this.clock.instant());
		bearer.pool().users().change(bearer.user().sub(), (draft) -> {
			if (draft.passkeys().size() >= MOST_PASSKEYS) {
				throw Refusals.tooManyPasskeys();
			}
			if (draft.passkeys().putIfAbsent(passkey.id(), passkey) != null) {
				throw Refusals.passkeyNotSupported();
			}
		});
		return Answers.empty();
	}

}

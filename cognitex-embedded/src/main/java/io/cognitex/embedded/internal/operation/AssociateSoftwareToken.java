package io.cognitex.embedded.internal.operation;

import tools.jackson.databind.node.ObjectNode;

import io.cognitex.embedded.internal.error.Refusals;
import io.cognitex.embedded.internal.model.Request;
import io.cognitex.embedded.internal.model.Shapes;
import io.cognitex.embedded.internal.model.Type.StructureType;
import io.cognitex.embedded.internal.pool.MfaFactor;
import io.cognitex.embedded.internal.signin.SoftwareTokenSetup;
import io.cognitex.embedded.internal.signin.SoftwareTokenSetup.Associated;
import io.cognitex.embedded.internal.token.AccessTokens;
import io.cognitex.embedded.internal.token.AccessTokens.Bearer;
import io.cognitex.embedded.internal.totp.SoftwareTokens;

import static io.cognitex.embedded.internal.model.Member.optional;

/**
 * Makes a secret for an authenticator app, for a signed-in user or in the middle of a
 * sign-in. An app that is registered already counts until the new one is verified.
 */
final class AssociateSoftwareToken implements Operation {

	private final AccessTokens accessTokens;

	private final SoftwareTokenSetup setup;

	AssociateSoftwareToken(Services services) {
		this.accessTokens = services.accessTokens();
		this.setup = services.signIn().softwareTokenSetup();
	}

	@Override
	public StructureType input() {
		return StructureType.of(optional("AccessToken", Shapes.TOKEN), optional("Session", Shapes.SESSION));
	}

	@Override
	public ObjectNode perform(Request request) {
		if (request.has("AccessToken") == request.has("Session")) {
			throw Refusals.accessTokenOrSession();
		}
		if (request.has("Session")) {
			Associated associated = this.setup.associate(request.required("Session"));
			return Answers.empty().put("SecretCode", associated.secret()).put("Session", associated.session());
		}
		Bearer bearer = this.accessTokens.bearer(request.required("AccessToken"));
		if (!bearer.pool().settings().mfa().factors().contains(MfaFactor.SOFTWARE_TOKEN_MFA)) {
			throw Refusals.softwareTokenNotInPool();
		}
		String secret = SoftwareTokens.newSecret();
		bearer.pool().users().change(bearer.user().sub(), (draft) -> draft.mfa(draft.mfa().associate(secret)));
		return Answers.empty().put("SecretCode", secret);
	}

}

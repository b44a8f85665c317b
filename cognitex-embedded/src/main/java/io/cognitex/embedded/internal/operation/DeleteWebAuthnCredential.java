package io.cognitex.embedded.internal.operation;

import tools.jackson.databind.node.ObjectNode;

import io.cognitex.embedded.internal.error.Refusals;
import io.cognitex.embedded.internal.model.Request;
import io.cognitex.embedded.internal.model.Shapes;
import io.cognitex.embedded.internal.model.Type.StructureType;
import io.cognitex.embedded.internal.token.AccessTokens;
import io.cognitex.embedded.internal.token.AccessTokens.Bearer;

import static io.cognitex.embedded.internal.model.Member.required;

final class DeleteWebAuthnCredential implements Operation {

	private final AccessTokens accessTokens;

	DeleteWebAuthnCredential(Services services) {
		this.accessTokens = services.accessTokens();
	}

	@Override
	public StructureType input() {
		return StructureType.of(required("AccessToken", Shapes.TOKEN), required("CredentialId", Shapes.STRING));
	}

	@Override
	public ObjectNode perform(Request request) {
		Bearer bearer = this.accessTokens.bearer(request.required("AccessToken"));
		bearer.pool().users().change(bearer.user().sub(), (draft) -> {
			if (draft.passkeys().remove(request.required("CredentialId")) == null) {
				throw Refusals.passkeyNotFound();
			}
		});
		return Answers.empty();
	}

}

package io.cognitex.embedded.internal.operation;

import tools.jackson.databind.node.ObjectNode;

import io.cognitex.embedded.internal.model.Request;
import io.cognitex.embedded.internal.model.Shapes;
import io.cognitex.embedded.internal.model.Type.IntegerType;
import io.cognitex.embedded.internal.model.Type.StructureType;
import io.cognitex.embedded.internal.paging.Page;
import io.cognitex.embedded.internal.paging.Pages;
import io.cognitex.embedded.internal.pool.Passkey;
import io.cognitex.embedded.internal.token.AccessTokens;
import io.cognitex.embedded.internal.token.AccessTokens.Bearer;

import static io.cognitex.embedded.internal.model.Member.optional;
import static io.cognitex.embedded.internal.model.Member.required;

final class ListWebAuthnCredentials implements Operation {

	private final AccessTokens accessTokens;

	private final Pages pages;

	ListWebAuthnCredentials(Services services) {
		this.accessTokens = services.accessTokens();
		this.pages = services.pages();
	}

	@Override
	public StructureType input() {
		return StructureType.of(required("AccessToken", Shapes.TOKEN), optional("NextToken", Shapes.NEXT_TOKEN),
				optional("MaxResults", new IntegerType(0, 20)));
	}

	@Override
	public ObjectNode perform(Request request) {
		Bearer bearer = this.accessTokens.bearer(request.required("AccessToken"));
		Page<Passkey> page = this.pages.cut(name() + "/" + bearer.account(), bearer.user().passkeys().values(),
				Passkey::id, request.integer("MaxResults", 0), request.optional("NextToken"));
		return PageAnswer.of(page, "Credentials", PasskeyShape::describe, "NextToken");
	}

}

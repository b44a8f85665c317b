package io.cognitex.embedded.internal.operation;

import java.util.ArrayList;
import java.util.List;

import tools.jackson.databind.node.ObjectNode;

import io.cognitex.embedded.internal.model.Member;
import io.cognitex.embedded.internal.model.Request;
import io.cognitex.embedded.internal.model.Shapes;
import io.cognitex.embedded.internal.model.Type.StructureType;
import io.cognitex.embedded.internal.token.AccessTokens;
import io.cognitex.embedded.internal.token.AccessTokens.Bearer;

import static io.cognitex.embedded.internal.model.Member.required;

final class SetUserMFAPreference implements Operation {

	private final AccessTokens accessTokens;

	SetUserMFAPreference(Services services) {
		this.accessTokens = services.accessTokens();
	}

	@Override
	public StructureType input() {
		List<Member> members = new ArrayList<>(MfaPreference.MEMBERS);
		members.add(required("AccessToken", Shapes.TOKEN));
		return new StructureType(members);
	}

	@Override
	public ObjectNode perform(Request request) {
		Bearer bearer = this.accessTokens.bearer(request.required("AccessToken"));
		MfaPreference.set(request, bearer.pool(), bearer.user());
		return Answers.empty();
	}

}

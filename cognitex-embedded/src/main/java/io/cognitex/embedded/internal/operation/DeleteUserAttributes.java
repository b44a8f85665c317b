package io.cognitex.embedded.internal.operation;

import java.util.Set;

import tools.jackson.databind.node.ObjectNode;

import io.cognitex.embedded.internal.error.Refusals;
import io.cognitex.embedded.internal.model.Request;
import io.cognitex.embedded.internal.model.Shapes;
import io.cognitex.embedded.internal.model.Type.StructureType;
import io.cognitex.embedded.internal.token.AccessTokens;
import io.cognitex.embedded.internal.token.AccessTokens.Bearer;

import static io.cognitex.embedded.internal.model.Member.required;

final class DeleteUserAttributes implements Operation {

	private final AccessTokens accessTokens;

	DeleteUserAttributes(Services services) {
		this.accessTokens = services.accessTokens();
	}

	@Override
	public StructureType input() {
		return StructureType.of(required("UserAttributeNames", AttributeRemoval.NAMES),
				required("AccessToken", Shapes.TOKEN));
	}

	@Override
	public ObjectNode perform(Request request) {
		Bearer bearer = this.accessTokens.bearer(request.required("AccessToken"));
		Set<String> names = request.strings("UserAttributeNames");
		for (String name : names) {
			boolean known = bearer.pool().settings().schema().find(name) != null;
			if (known && !bearer.client().settings().canWrite(name, bearer.pool().settings().schema())) {
				throw Refusals.unauthorizedAttribute();
			}
		}
		AttributeRemoval.apply(bearer.pool(), bearer.user(), names);
		return Answers.empty();
	}

}

package io.cognitex.embedded.internal.operation;

import tools.jackson.databind.node.ObjectNode;

import io.cognitex.embedded.internal.limit.AttemptLimit;
import io.cognitex.embedded.internal.limit.AttemptLimits;
import io.cognitex.embedded.internal.message.Codes;
import io.cognitex.embedded.internal.model.Request;
import io.cognitex.embedded.internal.model.Shapes;
import io.cognitex.embedded.internal.model.Type.StructureType;
import io.cognitex.embedded.internal.pool.CodePurpose;
import io.cognitex.embedded.internal.token.AccessTokens;
import io.cognitex.embedded.internal.token.AccessTokens.Bearer;

import static io.cognitex.embedded.internal.model.Member.required;

final class VerifyUserAttribute implements Operation {

	private final AccessTokens accessTokens;

	private final AttemptLimits attemptLimits;

	private final Codes codes;

	VerifyUserAttribute(Services services) {
		this.accessTokens = services.accessTokens();
		this.attemptLimits = services.attemptLimits();
		this.codes = services.codes();
	}

	@Override
	public StructureType input() {
		return StructureType.of(required("AccessToken", Shapes.TOKEN), required("AttributeName", Shapes.ATTRIBUTE_NAME),
				required("Code", Shapes.CONFIRMATION_CODE));
	}

	@Override
	public ObjectNode perform(Request request) {
		Bearer bearer = this.accessTokens.bearer(request.required("AccessToken"));
		String attribute = VerifiableAttribute.check(request.required("AttributeName"));
		this.attemptLimits.count(AttemptLimit.VERIFY_USER_ATTRIBUTE, bearer.account());
		bearer.pool().users().change(bearer.user().sub(), (draft) -> {
			this.codes.use(draft, CodePurpose.verifying(attribute), request.required("Code"));
			String pending = draft.pendingAttributes().remove(attribute);
			if (pending != null) {
				draft.attributes().put(attribute, pending);
			}
			draft.attributes().put(attribute + "_verified", "true");
		});
		return Answers.empty();
	}

}

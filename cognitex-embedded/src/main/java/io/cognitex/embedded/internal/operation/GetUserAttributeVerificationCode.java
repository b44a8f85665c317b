package io.cognitex.embedded.internal.operation;

import tools.jackson.databind.node.ObjectNode;

import io.cognitex.embedded.internal.error.Refusals;
import io.cognitex.embedded.internal.limit.AttemptLimit;
import io.cognitex.embedded.internal.limit.AttemptLimits;
import io.cognitex.embedded.internal.message.Codes;
import io.cognitex.embedded.internal.message.MessageContext;
import io.cognitex.embedded.internal.message.MessagePurpose;
import io.cognitex.embedded.internal.model.Request;
import io.cognitex.embedded.internal.model.Shapes;
import io.cognitex.embedded.internal.model.Type.StructureType;
import io.cognitex.embedded.internal.pool.CodePurpose;
import io.cognitex.embedded.internal.token.AccessTokens;
import io.cognitex.embedded.internal.token.AccessTokens.Bearer;

import static io.cognitex.embedded.internal.model.Member.optional;
import static io.cognitex.embedded.internal.model.Member.required;

final class GetUserAttributeVerificationCode implements Operation {

	private final AccessTokens accessTokens;

	private final AttemptLimits attemptLimits;

	private final Codes codes;

	GetUserAttributeVerificationCode(Services services) {
		this.accessTokens = services.accessTokens();
		this.attemptLimits = services.attemptLimits();
		this.codes = services.codes();
	}

	@Override
	public StructureType input() {
		return StructureType.of(required("AccessToken", Shapes.TOKEN), required("AttributeName", Shapes.ATTRIBUTE_NAME),
				optional("ClientMetadata", Shapes.STRING_MAP));
	}

	@Override
	public ObjectNode perform(Request request) {
		Bearer bearer = this.accessTokens.bearer(request.required("AccessToken"));
		String attribute = VerifiableAttribute.check(request.required("AttributeName"));
		this.attemptLimits.count(AttemptLimit.GET_USER_ATTRIBUTE_VERIFICATION_CODE, bearer.account());
		if (bearer.user().attribute(attribute) == null && !bearer.user().pendingAttributes().containsKey(attribute)) {
			throw Refusals.attributeNotSet(attribute);
		}
		ObjectNode answer = Answers.empty();
		answer.set("CodeDeliveryDetails",
				Answers.delivery(this.codes.send(bearer.pool(), bearer.user(), attribute,
						CodePurpose.verifying(attribute), new MessageContext(MessagePurpose.VERIFY_USER_ATTRIBUTE,
								bearer.client().id(), request.map("ClientMetadata")))));
		return answer;
	}

}

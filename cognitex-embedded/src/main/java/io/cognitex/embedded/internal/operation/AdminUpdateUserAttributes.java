package io.cognitex.embedded.internal.operation;

import java.util.Map;

import tools.jackson.databind.node.ObjectNode;

import io.cognitex.embedded.internal.error.Refusals;
import io.cognitex.embedded.internal.message.MessageContext;
import io.cognitex.embedded.internal.message.MessagePurpose;
import io.cognitex.embedded.internal.model.Request;
import io.cognitex.embedded.internal.model.Shapes;
import io.cognitex.embedded.internal.model.Type.StructureType;
import io.cognitex.embedded.internal.pool.UserPools;

import static io.cognitex.embedded.internal.model.Member.optional;
import static io.cognitex.embedded.internal.model.Member.required;

final class AdminUpdateUserAttributes implements Operation {

	private final UserPools pools;

	private final AttributeUpdate update;

	AdminUpdateUserAttributes(Services services) {
		this.pools = services.pools();
		this.update = new AttributeUpdate(services.codes());
	}

	@Override
	public StructureType input() {
		return PoolUserShape.with(required("UserAttributes", Shapes.ATTRIBUTES),
				optional("ClientMetadata", Shapes.STRING_MAP));
	}

	@Override
	public ObjectNode perform(Request request) {
		UserCall call = UserCall.of(this.pools, request);
		Map<String, String> attributes = AdminAttributes.of(request);
		attributes.forEach((name, value) -> {
			if (value.isEmpty() && call.pool().settings().schema().required().contains(name)) {
				throw Refusals.requiredAttributeDeleted(name);
			}
		});
		this.update.apply(call.pool(), call.user(), attributes,
				MessageContext.ofAdministrator(MessagePurpose.UPDATE_USER_ATTRIBUTE, request.map("ClientMetadata")));
		return Answers.empty();
	}

}

package io.cognitex.embedded.internal.operation;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import io.cognitex.embedded.internal.error.Refusals;
import io.cognitex.embedded.internal.message.MessageContext;
import io.cognitex.embedded.internal.message.MessagePurpose;
import io.cognitex.embedded.internal.model.Request;
import io.cognitex.embedded.internal.model.Shapes;
import io.cognitex.embedded.internal.model.Type.StructureType;
import io.cognitex.embedded.internal.pool.Schema;
import io.cognitex.embedded.internal.token.AccessTokens;
import io.cognitex.embedded.internal.token.AccessTokens.Bearer;

import static io.cognitex.embedded.internal.model.Member.optional;
import static io.cognitex.embedded.internal.model.Member.required;

final class UpdateUserAttributes implements Operation {

	private final AccessTokens accessTokens;

	private final AttributeUpdate update;

	UpdateUserAttributes(Services services) {
		this.accessTokens = services.accessTokens();
		this.update = new AttributeUpdate(services.codes());
	}

	@Override
	public StructureType input() {
		return StructureType.of(required("UserAttributes", Shapes.ATTRIBUTES), required("AccessToken", Shapes.TOKEN),
				optional("ClientMetadata", Shapes.STRING_MAP));
	}

	@Override
	public ObjectNode perform(Request request) {
		Bearer bearer = this.accessTokens.bearer(request.required("AccessToken"));
		Map<String, String> attributes = new LinkedHashMap<>();
		request.attributes("UserAttributes")
			.forEach((name, value) -> attributes.put(name, checked(bearer, name, value)));
		ObjectNode answer = Answers.empty();
		ArrayNode deliveries = answer.putArray("CodeDeliveryDetailsList");
		this.update
			.apply(bearer.pool(), bearer.user(), attributes,
					new MessageContext(MessagePurpose.UPDATE_USER_ATTRIBUTE, bearer.client().id(),
							request.map("ClientMetadata")))
			.forEach((delivery) -> deliveries.add(Answers.delivery(delivery)));
		return answer;
	}

	private static String checked(Bearer bearer, String name, @Nullable String value) {
		Schema schema = bearer.pool().settings().schema();
		if ("sub".equals(name)) {
			throw Refusals.nonMutableAttribute(name);
		}
		if (value == null) {
			throw Refusals.attributeValueNull(name);
		}
		if (!bearer.client().settings().canWrite(name, schema)) {
			throw Refusals.unauthorizedAttribute();
		}
		if (value.isEmpty() && schema.required().contains(name)) {
			throw Refusals.requiredAttributeDeleted(name);
		}
		return value;
	}

}

package io.cognitex.embedded.internal.operation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import io.cognitex.embedded.internal.error.Refusals;
import io.cognitex.embedded.internal.message.Codes;
import io.cognitex.embedded.internal.message.MessagePurpose;
import io.cognitex.embedded.internal.model.Request;
import io.cognitex.embedded.internal.model.Shapes;
import io.cognitex.embedded.internal.model.Type.StructureType;
import io.cognitex.embedded.internal.pool.CodePurpose;
import io.cognitex.embedded.internal.pool.PoolSettings;
import io.cognitex.embedded.internal.pool.Schema;
import io.cognitex.embedded.internal.pool.User;
import io.cognitex.embedded.internal.pool.UserDraft;
import io.cognitex.embedded.internal.token.AccessTokens;
import io.cognitex.embedded.internal.token.AccessTokens.Bearer;

import static io.cognitex.embedded.internal.model.Member.optional;
import static io.cognitex.embedded.internal.model.Member.required;

/**
 * Changes attributes; a blank value deletes one. A new e-mail address or phone number is
 * not verified, and a code goes to it if the pool verifies it automatically.
 */
final class UpdateUserAttributes implements Operation {

	private static final Set<String> VERIFIABLE = Set.of("email", "phone_number");

	private final AccessTokens accessTokens;

	private final Codes codes;

	UpdateUserAttributes(Services services) {
		this.accessTokens = services.accessTokens();
		this.codes = services.codes();
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
		PoolSettings settings = bearer.pool().settings();
		settings.schema().checkValues(attributes);

		List<String> changed = new ArrayList<>();
		User user = bearer.pool().users().change(bearer.user().sub(), (draft) -> {
			changed.clear();
			attributes.forEach((name, value) -> {
				if (!value.equals(draft.attributes().getOrDefault(name, ""))) {
					set(settings, draft, name, value);
					changed.add(name);
				}
			});
		});
		return answer(bearer, user, changed);
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

	private static void set(PoolSettings settings, UserDraft draft, String name, String value) {
		if (VERIFIABLE.contains(name)) {
			draft.codes().remove(CodePurpose.verifying(name));
			draft.pendingAttributes().remove(name);
		}
		if (value.isEmpty()) {
			draft.attributes().remove(name);
			draft.attributes().remove(name + "_verified");
		}
		else if (settings.verifiedBeforeUpdate().contains(name)) {
			draft.pendingAttributes().put(name, value);
		}
		else {
			draft.attributes().put(name, value);
			if (VERIFIABLE.contains(name)) {
				draft.attributes().put(name + "_verified", "false");
			}
		}
	}

	private ObjectNode answer(Bearer bearer, User user, List<String> changed) {
		ObjectNode answer = Answers.empty();
		ArrayNode deliveries = answer.putArray("CodeDeliveryDetailsList");
		for (String name : changed) {
			boolean waits = user.pendingAttributes().containsKey(name) || user.attribute(name) != null;
			if (waits && bearer.pool().settings().autoVerifiedAttributes().contains(name)) {
				deliveries.add(Answers.delivery(this.codes.send(bearer.pool(), user, name, CodePurpose.verifying(name),
						MessagePurpose.UPDATE_USER_ATTRIBUTE)));
			}
		}
		return answer;
	}

}

package io.cognitex.embedded.internal.operation;

import java.util.Map;
import java.util.Set;

import tools.jackson.databind.node.ObjectNode;

import io.cognitex.embedded.internal.error.Refusals;
import io.cognitex.embedded.internal.limit.AttemptLimit;
import io.cognitex.embedded.internal.limit.AttemptLimits;
import io.cognitex.embedded.internal.message.Codes;
import io.cognitex.embedded.internal.message.Delivery;
import io.cognitex.embedded.internal.message.MessageContext;
import io.cognitex.embedded.internal.message.MessagePurpose;
import io.cognitex.embedded.internal.model.Request;
import io.cognitex.embedded.internal.model.Shapes;
import io.cognitex.embedded.internal.model.Type.StructureType;
import io.cognitex.embedded.internal.pool.AuthEventType;
import io.cognitex.embedded.internal.pool.CodePurpose;
import io.cognitex.embedded.internal.pool.User;
import io.cognitex.embedded.internal.pool.UserPools;
import io.cognitex.embedded.internal.pool.UserStatus;
import io.cognitex.embedded.internal.unknown.UnknownUsers;

import static io.cognitex.embedded.internal.model.Member.optional;
import static io.cognitex.embedded.internal.model.Member.required;

final class ResendConfirmationCode implements Operation {

	private final UserPools pools;

	private final Codes codes;

	private final AttemptLimits attemptLimits;

	private final UnknownUsers unknownUsers;

	ResendConfirmationCode(Services services) {
		this.pools = services.pools();
		this.codes = services.codes();
		this.attemptLimits = services.attemptLimits();
		this.unknownUsers = services.unknownUsers();
	}

	@Override
	public StructureType input() {
		return StructureType.of(required("ClientId", Shapes.CLIENT_ID), optional("SecretHash", Shapes.SECRET_HASH),
				optional("UserContextData", Shapes.USER_CONTEXT_DATA), required("Username", Shapes.USERNAME),
				optional("AnalyticsMetadata", Shapes.ANALYTICS_METADATA),
				optional("ClientMetadata", Shapes.STRING_MAP));
	}

	@Override
	public ObjectNode perform(Request request) {
		ClientCall call = ClientCall.withSecretHash(this.pools, request);
		if (call.pool().settings().autoVerifiedAttributes().isEmpty()) {
			throw Refusals.cannotResend();
		}
		String username = request.required("Username");
		call.count(this.attemptLimits, AttemptLimit.RESEND_CONFIRMATION_CODE, username);
		ObjectNode answer = Answers.empty();
		answer.set("CodeDeliveryDetails", Answers.delivery(resend(call, username, request.map("ClientMetadata"))));
		return answer;
	}

	private Delivery resend(ClientCall call, String username, Map<String, String> clientMetadata) {
		User user = call.pool().users().find(username).orElse(null);
		boolean unconfirmed = user != null && user.enabled() && user.status() == UserStatus.UNCONFIRMED;
		if (call.hidesUnknownUsers() && !unconfirmed) {
			return this.unknownUsers.delivery(call.pool(), username);
		}
		if (user == null) {
			throw Refusals.usernameClientIdNotFound();
		}
		if (!user.enabled()) {
			throw Refusals.userDisabled();
		}
		if (!unconfirmed) {
			throw Refusals.alreadyConfirmed();
		}
		String attribute = AutoVerification.attribute(call.pool().settings(), user);
		if (attribute == null) {
			throw Refusals.cannotResend();
		}
		Delivery delivery = this.codes.send(call.pool(), user, attribute, CodePurpose.CONFIRM_SIGN_UP,
				new MessageContext(MessagePurpose.RESEND_CODE, call.client().id(), clientMetadata));
		call.pool().recordAuthEvent(user, AuthEventType.RESEND_CODE, true, Set.of());
		return delivery;
	}

}

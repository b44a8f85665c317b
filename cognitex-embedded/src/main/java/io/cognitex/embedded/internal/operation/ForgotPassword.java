package io.cognitex.embedded.internal.operation;

import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
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
import io.cognitex.embedded.internal.trigger.UserMigrationTrigger;
import io.cognitex.embedded.internal.unknown.UnknownUsers;

import static io.cognitex.embedded.internal.model.Member.optional;
import static io.cognitex.embedded.internal.model.Member.required;

final class ForgotPassword implements Operation {

	private final UserPools pools;

	private final Codes codes;

	private final AttemptLimits attemptLimits;

	private final UnknownUsers unknownUsers;

	private final UserMigrationTrigger migration;

	ForgotPassword(Services services) {
		this.pools = services.pools();
		this.codes = services.codes();
		this.attemptLimits = services.attemptLimits();
		this.unknownUsers = services.unknownUsers();
		this.migration = new UserMigrationTrigger(services.clock());
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
		if (call.pool().settings().recoveryMechanisms().contains("admin_only")) {
			throw Refusals.contactAdministrator();
		}
		String username = request.required("Username");
		call.count(this.attemptLimits, AttemptLimit.FORGOT_PASSWORD, username);
		ObjectNode answer = Answers.empty();
		answer.set("CodeDeliveryDetails", Answers.delivery(send(call, username, request.map("ClientMetadata"))));
		return answer;
	}

	private Delivery send(ClientCall call, String username, Map<String, String> clientMetadata) {
		User user = call.pool()
			.users()
			.find(username)
			.or(() -> this.migration.forgotPassword(call.pool(), call.client().id(), username, clientMetadata))
			.orElse(null);
		String attribute = (user != null) ? recoveryAttribute(call, user) : null;
		boolean reachable = user != null && user.enabled() && attribute != null;
		if (call.hidesUnknownUsers() && !reachable) {
			return this.unknownUsers.delivery(call.pool(), username);
		}
		if (user == null) {
			throw Refusals.usernameClientIdNotFound();
		}
		if (!user.enabled()) {
			throw Refusals.userDisabled();
		}
		if (user.status() == UserStatus.FORCE_CHANGE_PASSWORD) {
			throw Refusals.cannotResetInCurrentState();
		}
		if (attribute == null) {
			throw Refusals.noVerifiedChannel();
		}
		Delivery delivery = this.codes.send(call.pool(), user, attribute, CodePurpose.RESET_PASSWORD,
				new MessageContext(MessagePurpose.FORGOT_PASSWORD, call.client().id(), clientMetadata));
		call.pool().recordAuthEvent(user, AuthEventType.FORGOT_PASSWORD, true, Set.of());
		return delivery;
	}

	private static @Nullable String recoveryAttribute(ClientCall call, User user) {
		if (user.status() == UserStatus.UNCONFIRMED) {
			return null;
		}
		return RecoveryAttribute.of(call.pool(), user);
	}

}

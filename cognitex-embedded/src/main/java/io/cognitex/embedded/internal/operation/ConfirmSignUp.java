package io.cognitex.embedded.internal.operation;

import java.util.function.Consumer;

import tools.jackson.databind.node.ObjectNode;

import io.cognitex.embedded.internal.error.Refusals;
import io.cognitex.embedded.internal.limit.AttemptLimit;
import io.cognitex.embedded.internal.limit.AttemptLimits;
import io.cognitex.embedded.internal.message.Codes;
import io.cognitex.embedded.internal.model.Request;
import io.cognitex.embedded.internal.model.Shapes;
import io.cognitex.embedded.internal.model.Type.StructureType;
import io.cognitex.embedded.internal.pool.CodePurpose;
import io.cognitex.embedded.internal.pool.PendingCode;
import io.cognitex.embedded.internal.pool.User;
import io.cognitex.embedded.internal.pool.UserDraft;
import io.cognitex.embedded.internal.pool.UserPools;
import io.cognitex.embedded.internal.pool.UserStatus;
import io.cognitex.embedded.internal.pool.Users;
import io.cognitex.embedded.internal.signin.SignUpSessions;
import io.cognitex.embedded.internal.trigger.PostConfirmationTrigger;

import static io.cognitex.embedded.internal.model.Member.optional;
import static io.cognitex.embedded.internal.model.Member.required;

final class ConfirmSignUp implements Operation {

	private final UserPools pools;

	private final Codes codes;

	private final AttemptLimits attemptLimits;

	private final SignUpSessions sessions;

	ConfirmSignUp(Services services) {
		this.pools = services.pools();
		this.codes = services.codes();
		this.attemptLimits = services.attemptLimits();
		this.sessions = services.signIn().signUpSessions();
	}

	@Override
	public StructureType input() {
		return StructureType.of(required("ClientId", Shapes.CLIENT_ID), optional("SecretHash", Shapes.SECRET_HASH),
				required("Username", Shapes.USERNAME), required("ConfirmationCode", Shapes.CONFIRMATION_CODE),
				optional("ForceAliasCreation", Shapes.BOOLEAN),
				optional("AnalyticsMetadata", Shapes.ANALYTICS_METADATA),
				optional("UserContextData", Shapes.USER_CONTEXT_DATA), optional("ClientMetadata", Shapes.STRING_MAP),
				optional("Session", Shapes.SESSION));
	}

	@Override
	public ObjectNode perform(Request request) {
		ClientCall call = ClientCall.withSecretHash(this.pools, request);
		String username = request.required("Username");
		call.count(this.attemptLimits, AttemptLimit.CONFIRM_SIGN_UP, username);
		User user = call.pool()
			.users()
			.find(username)
			.orElseThrow(() -> call.hidesUnknownUsers() ? Refusals.codeMismatch() : Refusals.userDoesNotExist());
		if (request.has("Session")) {
			this.sessions.check(call.pool(), call.client(), user, request.required("Session"));
		}
		Users users = call.pool().users();
		Consumer<UserDraft> confirm = (draft) -> confirm(draft, request.required("ConfirmationCode"));
		User confirmed = request.flag("ForceAliasCreation") ? users.changeTakingAliases(user.sub(), confirm)
				: users.change(user.sub(), confirm);
		PostConfirmationTrigger.confirmSignUp(call.pool(), call.client().id(), confirmed,
				request.map("ClientMetadata"));
		ObjectNode answer = Answers.empty();
		return request.has("Session")
				? answer.put("Session",
						this.sessions.confirmed(call.pool(), call.client(), confirmed, request.required("Session")))
				: answer;
	}

	private void confirm(UserDraft draft, String code) {
		if (draft.status() != UserStatus.UNCONFIRMED) {
			throw Refusals.cannotConfirm(draft.status().name());
		}
		PendingCode used = this.codes.use(draft, CodePurpose.CONFIRM_SIGN_UP, code);
		draft.attributes().put(used.attribute() + "_verified", "true");
		draft.status(UserStatus.CONFIRMED);
	}

}

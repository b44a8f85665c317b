package io.cognitex.embedded.internal.operation;

import java.util.Set;
import java.util.function.Consumer;

import tools.jackson.databind.node.ObjectNode;

import io.cognitex.embedded.internal.error.Refusal;
import io.cognitex.embedded.internal.error.Refusals;
import io.cognitex.embedded.internal.limit.AttemptLimit;
import io.cognitex.embedded.internal.limit.AttemptLimits;
import io.cognitex.embedded.internal.message.Codes;
import io.cognitex.embedded.internal.model.Request;
import io.cognitex.embedded.internal.model.Shapes;
import io.cognitex.embedded.internal.model.Type.StructureType;
import io.cognitex.embedded.internal.pool.AuthEventType;
import io.cognitex.embedded.internal.pool.CodePurpose;
import io.cognitex.embedded.internal.pool.User;
import io.cognitex.embedded.internal.pool.UserDraft;
import io.cognitex.embedded.internal.pool.UserPool;
import io.cognitex.embedded.internal.pool.UserPools;
import io.cognitex.embedded.internal.pool.UserStatus;
import io.cognitex.embedded.internal.srp.SrpPassword;
import io.cognitex.embedded.internal.trigger.PostConfirmationTrigger;

import static io.cognitex.embedded.internal.model.Member.optional;
import static io.cognitex.embedded.internal.model.Member.required;

final class ConfirmForgotPassword implements Operation {

	private final UserPools pools;

	private final Codes codes;

	private final AttemptLimits attemptLimits;

	ConfirmForgotPassword(Services services) {
		this.pools = services.pools();
		this.codes = services.codes();
		this.attemptLimits = services.attemptLimits();
	}

	@Override
	public StructureType input() {
		return StructureType.of(required("ClientId", Shapes.CLIENT_ID), optional("SecretHash", Shapes.SECRET_HASH),
				required("Username", Shapes.USERNAME), required("ConfirmationCode", Shapes.CONFIRMATION_CODE),
				required("Password", Shapes.PASSWORD), optional("AnalyticsMetadata", Shapes.ANALYTICS_METADATA),
				optional("UserContextData", Shapes.USER_CONTEXT_DATA), optional("ClientMetadata", Shapes.STRING_MAP));
	}

	@Override
	public ObjectNode perform(Request request) {
		ClientCall call = ClientCall.withSecretHash(this.pools, request);
		String username = request.required("Username");
		String password = request.required("Password");
		// Asked first, so that a weak password neither uses up the code nor tells who
		// exists.
		call.pool().settings().passwordPolicy().check(password);
		call.count(this.attemptLimits, AttemptLimit.FORGOT_PASSWORD, username);
		User user = user(call, username);
		SrpPassword kept = SrpPassword.of(call.pool().name(), user.username(), password);
		User confirmed = change(call.pool(), user, (draft) -> {
			this.codes.use(draft, CodePurpose.RESET_PASSWORD, request.required("ConfirmationCode"));
			call.pool().settings().passwordPolicy().check(user, password);
			draft.password(kept);
			if (draft.status() == UserStatus.RESET_REQUIRED) {
				draft.status(UserStatus.CONFIRMED);
			}
		});
		PostConfirmationTrigger.confirmForgotPassword(call.pool(), call.client().id(), confirmed,
				request.map("ClientMetadata"));
		return Answers.empty();
	}

	/**
	 * Changes the user and records it; the type of the event is a guess.
	 */
	private static User change(UserPool pool, User user, Consumer<UserDraft> change) {
		try {
			User changed = pool.users().change(user.sub(), change);
			pool.recordAuthEvent(changed, AuthEventType.PASSWORD_CHANGE, true, Set.of());
			return changed;
		}
		catch (Refusal refusal) {
			pool.recordAuthEvent(user, AuthEventType.PASSWORD_CHANGE, false, Set.of());
			throw refusal;
		}
	}

	private static User user(ClientCall call, String username) {
		User user = call.pool().users().find(username).orElse(null);
		if (call.hidesUnknownUsers() && (user == null || !user.enabled())) {
			throw Refusals.codeMismatch();
		}
		if (user == null) {
			throw Refusals.usernameClientIdNotFound();
		}
		if (!user.enabled()) {
			throw Refusals.userDisabled();
		}
		return user;
	}

}

package io.cognitex.embedded.internal.operation;

import tools.jackson.databind.node.ObjectNode;

import io.cognitex.embedded.internal.error.Refusals;
import io.cognitex.embedded.internal.message.Codes;
import io.cognitex.embedded.internal.message.MessageContext;
import io.cognitex.embedded.internal.message.MessagePurpose;
import io.cognitex.embedded.internal.model.Request;
import io.cognitex.embedded.internal.model.Shapes;
import io.cognitex.embedded.internal.model.Type.StructureType;
import io.cognitex.embedded.internal.pool.CodePurpose;
import io.cognitex.embedded.internal.pool.User;
import io.cognitex.embedded.internal.pool.UserPool;
import io.cognitex.embedded.internal.pool.UserPools;
import io.cognitex.embedded.internal.pool.UserStatus;

import static io.cognitex.embedded.internal.model.Member.optional;

/**
 * Makes a user set a new password with a code, which it sends.
 */
final class AdminResetUserPassword implements Operation {

	private final UserPools pools;

	private final Codes codes;

	AdminResetUserPassword(Services services) {
		this.pools = services.pools();
		this.codes = services.codes();
	}

	@Override
	public StructureType input() {
		return PoolUserShape.with(optional("ClientMetadata", Shapes.STRING_MAP));
	}

	@Override
	public ObjectNode perform(Request request) {
		UserCall call = UserCall.of(this.pools, request);
		UserPool pool = call.pool();
		String attribute = attribute(pool, call.user());
		User user = pool.users().change(call.user().sub(), (draft) -> draft.status(UserStatus.RESET_REQUIRED));
		this.codes.send(pool, user, attribute, CodePurpose.RESET_PASSWORD,
				MessageContext.ofAdministrator(MessagePurpose.FORGOT_PASSWORD, request.map("ClientMetadata")));
		return Answers.empty();
	}

	private static String attribute(UserPool pool, User user) {
		if (!user.enabled()) {
			throw Refusals.userDisabled();
		}
		if (user.status() != UserStatus.CONFIRMED && user.status() != UserStatus.RESET_REQUIRED) {
			throw Refusals.cannotResetInCurrentState();
		}
		String attribute = RecoveryAttribute.of(pool, user);
		if (attribute == null) {
			throw Refusals.noVerifiedChannel();
		}
		return attribute;
	}

}

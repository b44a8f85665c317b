package io.cognitex.embedded.internal.operation;

import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

import io.cognitex.embedded.internal.error.Refusals;
import io.cognitex.embedded.internal.limit.AttemptLimit;
import io.cognitex.embedded.internal.limit.AttemptLimits;
import io.cognitex.embedded.internal.model.Request;
import io.cognitex.embedded.internal.model.Shapes;
import io.cognitex.embedded.internal.model.Type.StructureType;
import io.cognitex.embedded.internal.pool.AuthEvent;
import io.cognitex.embedded.internal.pool.AuthEventType;
import io.cognitex.embedded.internal.pool.User;
import io.cognitex.embedded.internal.srp.SrpPassword;
import io.cognitex.embedded.internal.token.AccessTokens;
import io.cognitex.embedded.internal.token.AccessTokens.Bearer;

import static io.cognitex.embedded.internal.model.Member.optional;
import static io.cognitex.embedded.internal.model.Member.required;

/**
 * Changes the password. Tokens that were issued before stay valid.
 */
final class ChangePassword implements Operation {

	private final AccessTokens accessTokens;

	private final AttemptLimits attemptLimits;

	ChangePassword(Services services) {
		this.accessTokens = services.accessTokens();
		this.attemptLimits = services.attemptLimits();
	}

	@Override
	public StructureType input() {
		return StructureType.of(optional("PreviousPassword", Shapes.PASSWORD),
				required("ProposedPassword", Shapes.PASSWORD), required("AccessToken", Shapes.TOKEN));
	}

	@Override
	public ObjectNode perform(Request request) {
		Bearer bearer = this.accessTokens.bearer(request.required("AccessToken"));
		User user = bearer.user();
		this.attemptLimits.count(AttemptLimit.CHANGE_PASSWORD, bearer.account());
		checkPrevious(bearer, request.optional("PreviousPassword"));
		String proposed = request.required("ProposedPassword");
		bearer.pool().settings().passwordPolicy().check(bearer.user(), proposed);
		SrpPassword kept = SrpPassword.of(bearer.pool().name(), user.username(), proposed);
		bearer.pool().users().change(user.sub(), (draft) -> draft.password(kept));
		bearer.pool().recordAuthEvent(user, AuthEventType.PASSWORD_CHANGE, true, Set.of());
		return Answers.empty();
	}

	private static void checkPrevious(Bearer bearer, @Nullable String previous) {
		User user = bearer.user();
		if (user.password() != null && (previous == null || !user.password().matches(previous))) {
			bearer.pool()
				.recordAuthEvent(user, AuthEventType.PASSWORD_CHANGE, false, Set.of(AuthEvent.Challenge.PASSWORD));
			throw Refusals.incorrectUsernameOrPassword();
		}
	}

}

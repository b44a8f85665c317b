package io.cognitex.embedded.internal.signin;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.json.JsonMapper;

import io.cognitex.embedded.internal.error.Refusals;
import io.cognitex.embedded.internal.pool.User;
import io.cognitex.embedded.internal.session.Session;
import io.cognitex.embedded.internal.session.Sessions;
import io.cognitex.embedded.internal.token.TokenIssuer;

/**
 * Decides what follows the right password: a refusal that the state of the account asks
 * for, the next challenge, or tokens.
 */
public final class ProvenUser {

	private static final JsonMapper JSON = JsonMapper.shared();

	private final Sessions sessions;

	private final TokenIssuer tokens;

	public ProvenUser(Sessions sessions, TokenIssuer tokens) {
		this.sessions = sessions;
		this.tokens = tokens;
	}

	AuthStep proceed(AuthRequest request, User user) {
		if (!user.enabled()) {
			throw Refusals.userDisabled();
		}
		return switch (user.status()) {
			case UNCONFIRMED -> throw Refusals.userNotConfirmed();
			case RESET_REQUIRED -> throw Refusals.passwordResetRequired();
			case FORCE_CHANGE_PASSWORD -> newPasswordRequired(request, user);
			case CONFIRMED -> new AuthStep.Authenticated(this.tokens.signIn(request.pool(), request.client(), user));
		};
	}

	private AuthStep newPasswordRequired(AuthRequest request, User user) {
		List<String> missing = request.pool()
			.settings()
			.schema()
			.required()
			.stream()
			.filter((name) -> user.attribute(name) == null)
			.sorted()
			.map((name) -> NewPasswordRequired.ATTRIBUTE_PREFIX + name)
			.toList();
		Map<String, String> parameters = new LinkedHashMap<>();
		parameters.put("USER_ID_FOR_SRP", user.username());
		parameters.put("requiredAttributes", JSON.writeValueAsString(missing));
		parameters.put("userAttributes", JSON.writeValueAsString(user.attributes()));
		String session = this.sessions.open(
				new Session(request.pool().id(), request.client().id(), user.sub(), NewPasswordRequired.NAME),
				request.client().settings().authSessionValidity());
		return new AuthStep.Challenged(NewPasswordRequired.NAME, session, parameters);
	}

}

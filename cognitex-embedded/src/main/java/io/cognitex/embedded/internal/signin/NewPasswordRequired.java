package io.cognitex.embedded.internal.signin;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import io.cognitex.embedded.internal.error.Refusals;
import io.cognitex.embedded.internal.pool.AuthEventType;
import io.cognitex.embedded.internal.pool.Schema;
import io.cognitex.embedded.internal.pool.User;
import io.cognitex.embedded.internal.pool.UserStatus;
import io.cognitex.embedded.internal.srp.SrpPassword;

/**
 * {@code NEW_PASSWORD_REQUIRED}: the user has a temporary password and sets a lasting
 * one, together with the required attributes that are still missing.
 */
final class NewPasswordRequired implements Challenge {

	static final String NAME = "NEW_PASSWORD_REQUIRED";

	static final String ATTRIBUTE_PREFIX = "userAttributes.";

	private final ChallengeSessions sessions;

	private final SignInChain chain;

	NewPasswordRequired(ChallengeSessions sessions, SignInChain chain) {
		this.sessions = sessions;
		this.chain = chain;
	}

	@Override
	public String name() {
		return NAME;
	}

	@Override
	public AuthStep answer(AuthRequest request) {
		Map<String, String> attributes = attributes(request);
		request.required("USERNAME");
		String password = request.required("NEW_PASSWORD");
		SignInProgress progress = this.sessions.resume(request, NAME).progress();
		User user = progress.user();
		request.pool().settings().passwordPolicy().check(user, password);
		check(request, user, attributes);
		this.sessions.use(request);
		SrpPassword kept = SrpPassword.of(request.pool().name(), user.username(), password);
		User confirmed = request.pool().users().change(user.sub(), (draft) -> {
			draft.attributes().putAll(attributes);
			draft.password(kept);
			draft.status(UserStatus.CONFIRMED);
		});
		request.pool().recordAuthEvent(confirmed, AuthEventType.PASSWORD_CHANGE, true, Set.of());
		return this.chain.proceed(progress.with(confirmed));
	}

	private static Map<String, String> attributes(AuthRequest request) {
		Map<String, String> attributes = new LinkedHashMap<>();
		request.parameters().forEach((name, value) -> {
			if (name.startsWith(ATTRIBUTE_PREFIX)) {
				attributes.put(name.substring(ATTRIBUTE_PREFIX.length()), value);
			}
			else if (!Set.of("USERNAME", "NEW_PASSWORD", "SECRET_HASH", "DEVICE_KEY").contains(name)) {
				throw Refusals.notEmulated("Parameter " + name);
			}
		});
		return attributes;
	}

	private static void check(AuthRequest request, User user, Map<String, String> attributes) {
		Schema schema = request.pool().settings().schema();
		for (String name : attributes.keySet()) {
			if (Schema.isVerificationState(name) || "sub".equals(name)) {
				throw Refusals.nonMutableAttribute(name);
			}
			if (user.attribute(name) != null) {
				throw Refusals.providedAttributeModified(name);
			}
			if (!request.client().settings().canWrite(name, schema)) {
				throw Refusals.unauthorizedAttribute();
			}
		}
		Map<String, String> all = new LinkedHashMap<>(user.attributes());
		all.putAll(attributes);
		schema.checkNewUser(all);
	}

}

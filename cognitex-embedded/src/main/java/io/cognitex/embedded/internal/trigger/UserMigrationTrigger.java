package io.cognitex.embedded.internal.trigger;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.cognitex.embedded.internal.error.Refusals;
import io.cognitex.embedded.internal.pool.User;
import io.cognitex.embedded.internal.pool.UserDraft;
import io.cognitex.embedded.internal.pool.UserPool;
import io.cognitex.embedded.internal.pool.UserStatus;
import io.cognitex.embedded.internal.srp.SrpPassword;
import io.cognitex.embedded.trigger.TriggerType;

/**
 * Asks for users who are not in the pool and adds those whom the trigger knows. No
 * welcome message is sent, whatever the trigger says about it.
 */
public final class UserMigrationTrigger {

	private final Clock clock;

	public UserMigrationTrigger(Clock clock) {
		this.clock = clock;
	}

	/**
	 * Asks for a user who signs in.
	 * @param pool the pool
	 * @param clientId the app client
	 * @param username the name that was typed
	 * @param password the password that was typed; the trigger judges it
	 * @param validationData what the client says for triggers of this kind
	 */
	public void authenticate(UserPool pool, String clientId, String username, String password,
			Map<String, String> validationData) {
		TriggerCall call = call(pool, clientId, username).with("password", password)
			.withIfAny("validationData", validationData);
		migrate(pool, username, password, call.fire("UserMigration_Authentication"));
	}

	/**
	 * Asks for a user who has forgotten the password.
	 * @param pool the pool
	 * @param clientId the app client
	 * @param username the name that was typed
	 * @param clientMetadata what the client passes on
	 * @return the user, if the trigger knows one
	 */
	public Optional<User> forgotPassword(UserPool pool, String clientId, String username,
			Map<String, String> clientMetadata) {
		TriggerCall call = call(pool, clientId, username).withIfAny("clientMetadata", clientMetadata);
		return migrate(pool, username, null, call.fire("UserMigration_ForgotPassword"));
	}

	private static TriggerCall call(UserPool pool, String clientId, String username) {
		return TriggerCall.of(pool, TriggerType.USER_MIGRATION).client(clientId).userName(username);
	}

	private Optional<User> migrate(UserPool pool, String username, @Nullable String password,
			TriggerResponse response) {
		if (!response.has("userAttributes")) {
			return Optional.empty();
		}
		Map<String, String> attributes = new LinkedHashMap<>(response.strings("userAttributes"));
		attributes.remove("username");
		String nameAttribute = pool.settings().names().attributeFor(username);
		boolean plain = "username".equals(nameAttribute);
		if (!plain) {
			attributes.put(nameAttribute, username);
		}
		pool.settings().schema().checkValues(attributes);
		String sub = UUID.randomUUID().toString();
		UserDraft draft = new UserDraft(sub, plain ? username : sub, this.clock.instant());
		draft.attributes().putAll(attributes);
		if (password != null) {
			draft.password(SrpPassword.of(pool.name(), draft.username(), password));
		}
		draft.status(status(response.text("finalUserStatus")));
		return Optional.of(pool.users().addByAdministrator(draft, response.flag("forceAliasCreation")));
	}

	private static UserStatus status(@Nullable String name) {
		if (name == null || "RESET_REQUIRED".equals(name)) {
			return UserStatus.RESET_REQUIRED;
		}
		if (!"CONFIRMED".equals(name)) {
			throw Refusals.triggerOutputInvalid();
		}
		return UserStatus.CONFIRMED;
	}

}

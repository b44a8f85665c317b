package io.cognitex.embedded.internal.trigger;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.cognitex.embedded.internal.error.Refusal;
import io.cognitex.embedded.internal.error.Refusals;
import io.cognitex.embedded.internal.pool.User;
import io.cognitex.embedded.internal.pool.UserPool;
import io.cognitex.embedded.trigger.Trigger;
import io.cognitex.embedded.trigger.TriggerEvent;
import io.cognitex.embedded.trigger.TriggerType;

/**
 * One call of a trigger.
 */
final class TriggerCall {

	private static final Logger logger = LoggerFactory.getLogger(TriggerCall.class);

	/** Who calls if no app client does. */
	static final String NO_CLIENT = "CLIENT_ID_NOT_APPLICABLE";

	private final UserPool pool;

	private final TriggerType type;

	private final Map<String, @Nullable Object> request = new LinkedHashMap<>();

	private String clientId = NO_CLIENT;

	private @Nullable String userName;

	private TriggerCall(UserPool pool, TriggerType type) {
		this.pool = pool;
		this.type = type;
	}

	static TriggerCall of(UserPool pool, TriggerType type) {
		return new TriggerCall(pool, type);
	}

	TriggerCall client(@Nullable String clientId) {
		this.clientId = (clientId != null) ? clientId : NO_CLIENT;
		return this;
	}

	TriggerCall userName(String userName) {
		this.userName = userName;
		return this;
	}

	/**
	 * Tells of a user, with the attributes that an ID token would have, and the state of
	 * the account.
	 */
	TriggerCall user(User user) {
		this.userName = user.username();
		Map<String, String> attributes = new LinkedHashMap<>();
		attributes.put("sub", user.sub());
		attributes.put("cognito:user_status", user.status().name());
		attributes.putAll(user.attributes());
		return with("userAttributes", attributes);
	}

	TriggerCall with(String name, @Nullable Object value) {
		this.request.put(name, value);
		return this;
	}

	/**
	 * Adds a map that the service leaves out if it is empty.
	 */
	TriggerCall withIfAny(String name, Map<String, String> value) {
		return value.isEmpty() ? this : with(name, value);
	}

	/**
	 * Calls the trigger.
	 * @return what it has answered; nothing if the pool does not have it
	 */
	TriggerResponse fire(String source) {
		Trigger trigger = this.pool.triggers().get(this.type);
		if (trigger == null) {
			return TriggerResponse.NONE;
		}
		TriggerEvent event = new TriggerEvent(source, this.pool.region(), this.pool.id(), this.clientId, this.userName,
				this.request);
		try {
			trigger.handle(event);
		}
		catch (Refusal refusal) {
			throw refusal;
		}
		catch (Exception | AssertionError ex) {
			throw Refusals.triggerFailed(this.type.wireName(), ex.getMessage());
		}
		catch (Error ex) {
			// No refusal, but a function that broke down; its author wants the stack.
			logger.error("Trigger {} broke down", this.type.wireName(), ex);
			throw Refusals.triggerBroke(this.type.wireName(), ex.getClass().getSimpleName());
		}
		return new TriggerResponse(event.response());
	}

}

package io.cognitex.boot.security;

import java.util.List;

import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Matches if there is a key for the cookie of a remembered device.
 */
final class OnRememberedDeviceKeysCondition extends SpringBootCondition {

	private static final String PROPERTY = "cognitex.login.remembered-device-keys";

	@Override
	public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
		boolean hasKeys = !Binder.get(context.getEnvironment())
			.bind(PROPERTY, Bindable.listOf(String.class))
			.orElse(List.of())
			.isEmpty();
		ConditionMessage.Builder message = ConditionMessage.forCondition("Remembered devices");
		return hasKeys ? ConditionOutcome.match(message.found("property").items(PROPERTY))
				: ConditionOutcome.noMatch(message.didNotFind("property").items(PROPERTY));
	}

}

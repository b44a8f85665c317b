package io.cognitex.boot.security;

import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Matches if a property of keys is set, in whichever way a list can be written. One that
 * is blank is set: a forgotten environment variable must not switch a protection off.
 */
abstract class OnKeysCondition extends SpringBootCondition {

	private final String property;

	private final String feature;

	OnKeysCondition(String property, String feature) {
		this.property = property;
		this.feature = feature;
	}

	@Override
	public final ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
		boolean isSet = Binder.get(context.getEnvironment())
			.bind(this.property, Bindable.listOf(String.class))
			.isBound();
		ConditionMessage.Builder message = ConditionMessage.forCondition(this.feature);
		return isSet ? ConditionOutcome.match(message.found("property").items(this.property))
				: ConditionOutcome.noMatch(message.didNotFind("property").items(this.property));
	}

}

package io.cognitex.boot.security;

import java.util.Map;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.security.authentication.DefaultAuthenticationEventPublisher;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.authentication.event.AuthenticationFailureServiceExceptionEvent;

/**
 * Lets Spring Security publish an event for a login that failed because Cognito could not
 * be asked. Its publisher goes by the exact class of an exception, and of the two that
 * stand for an outage it knows only the one that would send the password on to the next
 * authentication provider.
 */
final class OutageEvents implements SmartInitializingSingleton {

	private final ObjectProvider<DefaultAuthenticationEventPublisher> publishers;

	OutageEvents(ObjectProvider<DefaultAuthenticationEventPublisher> publishers) {
		this.publishers = publishers;
	}

	@Override
	public void afterSingletonsInstantiated() {
		this.publishers.forEach((publisher) -> publisher.setAdditionalExceptionMappings(Map
			.of(InternalAuthenticationServiceException.class, AuthenticationFailureServiceExceptionEvent.class)));
	}

}

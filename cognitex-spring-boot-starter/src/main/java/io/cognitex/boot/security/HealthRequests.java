package io.cognitex.boot.security;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.web.WebServerNamespace;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.util.ClassUtils;

/**
 * The requests for an application's health, where Spring Boot Actuator is present.
 */
final class HealthRequests {

	private HealthRequests() {
	}

	static boolean arePresent(@Nullable ClassLoader classLoader) {
		return ClassUtils.isPresent("org.springframework.boot.health.actuate.endpoint.HealthEndpoint", classLoader)
				&& ClassUtils.isPresent(
						"org.springframework.boot.actuate.autoconfigure.endpoint.web.WebEndpointAutoConfiguration",
						classLoader);
	}

	static RequestMatcher[] matchers() {
		return new RequestMatcher[] { EndpointRequest.to(HealthEndpoint.class),
				EndpointRequest.toAdditionalPaths(WebServerNamespace.SERVER, HealthEndpoint.class) };
	}

}

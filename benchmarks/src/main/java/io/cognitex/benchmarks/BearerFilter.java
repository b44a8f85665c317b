package io.cognitex.benchmarks;

import java.io.IOException;
import java.util.Map;
import java.util.Objects;

import io.cognitex.security.CognitoAccessTokenIntrospector;
import io.cognitex.security.web.CognitoAccessTokenConfigurer;
import io.cognitex.token.CognitoTokenVerifier;
import jakarta.servlet.Filter;
import jakarta.servlet.ServletException;
import org.jspecify.annotations.Nullable;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;

/**
 * The bearer token filter out of an application's chain, and a request for it.
 */
final class BearerFilter {

	private final Filter filter;

	private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/api/me");

	private final MockHttpServletResponse response = new MockHttpServletResponse();

	private BearerFilter(Filter filter, String token) {
		this.filter = filter;
		this.request.addHeader("Authorization", "Bearer " + token);
	}

	static BearerFilter ofSpring(JwtDecoder decoder, String token) {
		return new BearerFilter(filter(SpringConfiguration.class, Map.of("decoder", decoder)), token);
	}

	static BearerFilter ofCognitex(CognitoTokenVerifier verifier, CognitoAccessTokenIntrospector introspector,
			String token) {
		Map<String, Object> beans = Map.of("verifier", verifier, "introspector", introspector);
		return new BearerFilter(filter(CognitexConfiguration.class, beans), token);
	}

	/**
	 * Who the rest of the chain would see; never nobody, since a filter that lets nobody
	 * in would be quick.
	 */
	Authentication authenticate() throws ServletException, IOException {
		try {
			@Nullable Authentication[] result = new Authentication[1];
			this.filter.doFilter(this.request, this.response,
					(request, response) -> result[0] = SecurityContextHolder.getContext().getAuthentication());
			return Objects.requireNonNull(result[0], "Not authenticated");
		}
		finally {
			SecurityContextHolder.clearContext();
		}
	}

	/**
	 * The status of the answer; never that of a request which was let through.
	 */
	int refuse() throws ServletException, IOException {
		MockHttpServletResponse response = new MockHttpServletResponse();
		this.filter.doFilter(this.request, response, (passed, on) -> {
			throw new IllegalStateException("Not refused");
		});
		if (response.getStatus() != 401) {
			throw new IllegalStateException("Not refused but answered with " + response.getStatus());
		}
		return response.getStatus();
	}

	private static Filter filter(Class<?> configuration, Map<String, Object> beans) {
		AnnotationConfigWebApplicationContext context = new AnnotationConfigWebApplicationContext();
		context.setServletContext(new MockServletContext());
		context.addBeanFactoryPostProcessor((factory) -> beans.forEach(factory::registerSingleton));
		context.register(configuration);
		context.refresh();
		return context.getBean(SecurityFilterChain.class)
			.getFilters()
			.stream()
			.filter(BearerTokenAuthenticationFilter.class::isInstance)
			.findFirst()
			.orElseThrow();
	}

	@Configuration(proxyBeanMethods = false)
	@EnableWebSecurity
	static class SpringConfiguration {

		@Bean
		SecurityFilterChain securityFilterChain(HttpSecurity http) {
			return http.oauth2ResourceServer((server) -> server.jwt(Customizer.withDefaults())).build();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableWebSecurity
	static class CognitexConfiguration {

		@Bean
		SecurityFilterChain securityFilterChain(HttpSecurity http) {
			return http.with(new CognitoAccessTokenConfigurer(), Customizer.withDefaults()).build();
		}

	}

}

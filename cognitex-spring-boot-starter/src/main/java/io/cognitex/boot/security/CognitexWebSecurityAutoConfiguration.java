package io.cognitex.boot.security;

import io.cognitex.boot.CognitexProperties;
import io.cognitex.security.CognitoAuthenticationProvider;
import io.cognitex.security.web.CognitoAccessTokenConfigurer;
import io.cognitex.security.web.CognitoBasicConfigurer;
import io.cognitex.security.web.CognitoLoginConfigurer;

import jakarta.servlet.DispatcherType;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;

import static org.springframework.security.config.Customizer.withDefaults;

/**
 * Auto-configuration of a filter chain for an application that has none: every request is
 * authenticated, with a login form, HTTP Basic or an access token. With Spring Boot
 * Actuator, its health is open to all, as it is without Cognitex.
 */
@AutoConfiguration(after = CognitexSecurityAutoConfiguration.class, before = ServletWebSecurityAutoConfiguration.class,
		beforeName = "org.springframework.boot.security.autoconfigure.actuate.web.servlet.ManagementWebSecurityAutoConfiguration",
		afterName = {
				"org.springframework.boot.security.oauth2.client.autoconfigure.servlet.OAuth2ClientWebSecurityAutoConfiguration",
				"org.springframework.boot.security.oauth2.server.authorization.autoconfigure.servlet.OAuth2AuthorizationServerAutoConfiguration",
				// In Spring Boot 4.1, and in 4.0
				"org.springframework.boot.security.oauth2.server.resource.autoconfigure.web.OAuth2ResourceServerWebSecurityAutoConfiguration",
				"org.springframework.boot.security.oauth2.server.resource.autoconfigure.servlet.OAuth2ResourceServerAutoConfiguration",
				"org.springframework.boot.security.saml2.autoconfigure.Saml2RelyingPartyAutoConfiguration" })
@ConditionalOnWebApplication(type = Type.SERVLET)
@ConditionalOnClass({ HttpSecurity.class, BearerTokenAuthenticationFilter.class })
@ConditionalOnBean(CognitoAuthenticationProvider.class)
@ConditionalOnMissingBean(SecurityFilterChain.class)
public final class CognitexWebSecurityAutoConfiguration {

	@Bean
	@Order(SecurityFilterProperties.BASIC_AUTH_ORDER)
	SecurityFilterChain cognitoSecurityFilterChain(HttpSecurity http, ApplicationContext context,
			CognitexProperties properties) {
		http.authorizeHttpRequests((requests) -> {
			// Otherwise a refusal of an anonymous request would end as a redirect to the
			// login
			requests.dispatcherTypeMatchers(DispatcherType.ERROR).permitAll();
			if (HealthRequests.arePresent(context.getClassLoader())) {
				requests.requestMatchers(HealthRequests.matchers()).permitAll();
			}
			requests.anyRequest().authenticated();
		});
		http.with(new CognitoLoginConfigurer(), withDefaults());
		http.with(new CognitoBasicConfigurer(), withDefaults());
		http.with(new CognitoAccessTokenConfigurer(), withDefaults());
		JsonLogin.apply(properties.getLogin().getJson(), http);
		if (SharedSessions.arePresent(context)) {
			// A request that ends after the login would bring back an id that was only
			// changed
			http.sessionManagement((session) -> session.sessionFixation((fixation) -> fixation.migrateSession()));
		}
		return http.build();
	}

}

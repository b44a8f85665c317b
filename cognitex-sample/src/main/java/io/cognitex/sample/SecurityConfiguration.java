package io.cognitex.sample;

import io.cognitex.security.web.CognitoAccessTokenConfigurer;
import io.cognitex.security.web.CognitoBasicConfigurer;
import io.cognitex.security.web.CognitoLoginConfigurer;
import io.cognitex.security.web.CognitoPasskeysConfigurer;
import jakarta.servlet.DispatcherType;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.SessionManagementConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.security.web.SecurityFilterChain;

/**
 * Pages have a login form and a session; the API takes an access token or HTTP Basic with
 * every request and has no session. Cognito decides on both.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

	private static final String CONTENT_SECURITY_POLICY = "default-src 'self'; base-uri 'none'; form-action 'self'; "
			+ "frame-ancestors 'none'; object-src 'none'";

	@Bean
	@Order(1)
	SecurityFilterChain api(HttpSecurity http) {
		return http.securityMatcher("/api/**")
			.authorizeHttpRequests((requests) -> requests.anyRequest().authenticated())
			.with(new CognitoAccessTokenConfigurer())
			.with(new CognitoBasicConfigurer())
			.sessionManagement((session) -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.build();
	}

	/**
	 * Only how a login begins: what is asked then, the pages answer.
	 */
	@Bean
	@Order(2)
	SecurityFilterChain questionLoginPage(HttpSecurity http, QuestionLogin questionLogin,
			ObjectProvider<SessionRegistry> registry) {
		return http.securityMatcher("/login/question")
			.authorizeHttpRequests((requests) -> requests.anyRequest().permitAll())
			.authenticationManager(questionLogin.authenticationManager())
			.with(new CognitoLoginConfigurer(), (login) -> login.loginPage("/login/question").usernameFirst(true))
			.sessionManagement((session) -> list(session, registry))
			.headers((headers) -> headers
				.contentSecurityPolicy((policy) -> policy.policyDirectives(CONTENT_SECURITY_POLICY)))
			.build();
	}

	@Bean
	@Order(3)
	SecurityFilterChain pages(HttpSecurity http, ObjectProvider<SessionRegistry> registry) {
		return http
			.authorizeHttpRequests((requests) -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
				.permitAll()
				.requestMatchers("/", "/outbox", "/style.css", "/favicon.svg")
				.permitAll()
				.requestMatchers("/login", "/sign-up", "/confirm/**", "/forgot-password", "/reset-password")
				.permitAll()
				.requestMatchers("/admin/**")
				.hasRole("admin")
				.anyRequest()
				.authenticated())
			.with(new CognitoLoginConfigurer(), (login) -> login.loginPage("/login").passwordless(true))
			.with(new CognitoPasskeysConfigurer())
			.sessionManagement((session) -> list(session, registry))
			.headers((headers) -> headers
				.contentSecurityPolicy((policy) -> policy.policyDirectives(CONTENT_SECURITY_POLICY)))
			.build();
	}

	/** Only sessions that are counted are listed; there may be any number. */
	private static void list(SessionManagementConfigurer<HttpSecurity> sessions,
			ObjectProvider<SessionRegistry> registry) {
		registry.ifAvailable((list) -> sessions.sessionConcurrency(
				(concurrency) -> concurrency.maximumSessions(-1).sessionRegistry(list).expiredUrl("/login?ended")));
	}

}

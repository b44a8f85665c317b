package io.cognitex.security.web;

import io.cognitex.CognitoAccountManager;
import io.cognitex.security.CognitoAccessTokenAuthenticationProvider;
import io.cognitex.security.CognitoAccessTokenIntrospector;
import io.cognitex.security.CognitoAccessTokenIntrospectorBuilder;
import io.cognitex.security.CognitoAuthoritiesMapper;
import io.cognitex.token.CognitoTokenVerifier;

import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.authentication.AuthenticationEventPublisher;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.DefaultAuthenticationEventPublisher;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.resource.OAuth2ResourceServerConfigurer;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;

/**
 * Accepts Cognito access tokens as bearer tokens:
 *
 * <pre class="code">
 * http.with(new CognitoAccessTokenConfigurer());
 * </pre>
 *
 * A token is verified locally, then Cognito is asked for its user, which is remembered
 * for a while (see {@link CognitoAccessTokenIntrospector}). What comes of it is a
 * {@link io.cognitex.security.CognitoBearerAuthentication} for this request, with the
 * same principal as after a login.
 *
 * <p>
 * It sets Spring Security's
 * {@link HttpSecurity#oauth2ResourceServer(org.springframework.security.config.Customizer)
 * OAuth 2.0 resource server} up, and brings all that comes with it: no CSRF token for
 * bearer requests, RFC 6750 challenges, RFC 9728 metadata that names the user pool. A
 * chain has one resource server; one that the application has configured for other tokens
 * needs a chain of its own. That Cognito is down, slow or throttling is 503 with
 * {@code Retry-After}, not 500 and not 401.
 *
 * <h2>Beans used</h2> {@link CognitoTokenVerifier}, and
 * {@link CognitoAccessTokenIntrospector} if there is one. Otherwise an introspector with
 * its default settings is made of the verifier, {@link CognitoAccountManager}, and, if
 * there is one, {@link CognitoAuthoritiesMapper}.
 */
public final class CognitoAccessTokenConfigurer
		extends AbstractHttpConfigurer<CognitoAccessTokenConfigurer, HttpSecurity> {

	@Override
	public void init(HttpSecurity http) {
		ApplicationContext context = http.getSharedObject(ApplicationContext.class);
		CognitoTokenVerifier verifier = context.getBean(CognitoTokenVerifier.class);
		AuthenticationManager authenticationManager = authenticationManager(context,
				context.getBeanProvider(CognitoAccessTokenIntrospector.class)
					.getIfAvailable(() -> introspector(context, verifier)));
		BearerTokenConverter converter = new BearerTokenConverter();
		CognitoBearerTokenAuthenticationEntryPoint entryPoint = postProcess(
				new CognitoBearerTokenAuthenticationEntryPoint());
		http.oauth2ResourceServer((resourceServer) -> {
			resourceServer.authenticationManagerResolver((request) -> authenticationManager)
				.authenticationConverter(converter)
				.authenticationEntryPoint(entryPoint)
				.withObjectPostProcessor(answeringFailuresWith(entryPoint));
			advertise(resourceServer, verifier.issuer());
		});
		exemptMalformedTokensFromCsrf(http, converter);
	}

	/**
	 * Told of logouts, as a bean would be.
	 */
	private static CognitoAccessTokenIntrospector introspector(ApplicationContext context,
			CognitoTokenVerifier verifier) {
		CognitoAccessTokenIntrospectorBuilder builder = CognitoAccessTokenIntrospector.builder(verifier,
				context.getBean(CognitoAccountManager.class));
		context.getBeanProvider(CognitoAuthoritiesMapper.class).ifUnique(builder::authoritiesMapper);
		CognitoAccessTokenIntrospector introspector = builder.build();
		if (context instanceof ConfigurableApplicationContext configurable) {
			configurable.addApplicationListener(introspector);
		}
		return introspector;
	}

	/**
	 * A manager of its own: the application's may know nothing of bearer tokens, and need
	 * not be asked.
	 */
	private AuthenticationManager authenticationManager(ApplicationContext context,
			CognitoAccessTokenIntrospector introspector) {
		ProviderManager manager = new ProviderManager(
				postProcess(new CognitoAccessTokenAuthenticationProvider(introspector)));
		manager.setAuthenticationEventPublisher(context.getBeanProvider(AuthenticationEventPublisher.class)
			.getIfUnique(() -> new DefaultAuthenticationEventPublisher(context)));
		return postProcess((AuthenticationManager) manager);
	}

	/**
	 * The filter throws what is not the client's fault by default, which ends as 500.
	 */
	private static ObjectPostProcessor<BearerTokenAuthenticationFilter> answeringFailuresWith(
			CognitoBearerTokenAuthenticationEntryPoint entryPoint) {
		return new ObjectPostProcessor<>() {
			@Override
			public <O extends BearerTokenAuthenticationFilter> O postProcess(O filter) {
				filter.setAuthenticationFailureHandler(entryPoint::commence);
				return filter;
			}
		};
	}

	/**
	 * Spring Security's default claims that tokens are bound to client certificates,
	 * which Cognito's are not.
	 */
	private static void advertise(OAuth2ResourceServerConfigurer<HttpSecurity> resourceServer, String issuer) {
		resourceServer.protectedResourceMetadata((metadata) -> metadata.protectedResourceMetadataCustomizer(
				(builder) -> builder.authorizationServer(issuer).tlsClientCertificateBoundAccessTokens(false)));
	}

	/**
	 * A malformed token is no bearer request to Spring Security's CSRF exemption, and
	 * would be told that its CSRF token is missing. No other site can make a browser send
	 * the header, and the request is refused in any case.
	 */
	@SuppressWarnings("unchecked")
	private static void exemptMalformedTokensFromCsrf(HttpSecurity http, BearerTokenConverter converter) {
		CsrfConfigurer<HttpSecurity> csrf = http.getConfigurer(CsrfConfigurer.class);
		if (csrf != null) {
			csrf.ignoringRequestMatchers(converter::isBearerRequest);
		}
	}

}

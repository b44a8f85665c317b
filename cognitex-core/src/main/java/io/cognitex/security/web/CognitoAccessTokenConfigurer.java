package io.cognitex.security.web;

import io.cognitex.CognitoAccountManager;
import io.cognitex.security.CognitoAccessTokenAuthenticationProvider;
import io.cognitex.security.CognitoAuthoritiesMapper;
import io.cognitex.token.CognitoTokenVerifier;

import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpHeaders;
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
import org.springframework.util.StringUtils;

/**
 * Accepts Cognito access tokens as bearer tokens:
 *
 * <pre class="code">
 * http.with(new CognitoAccessTokenConfigurer());
 * </pre>
 *
 * A token is verified locally, then Cognito is asked for its user, so that signed-out and
 * disabled users are turned away at once (see
 * {@link CognitoAccessTokenAuthenticationProvider}). What comes of it is a
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
 * <h2>Beans used</h2> {@link CognitoTokenVerifier}, {@link CognitoAccountManager}, and,
 * if there is one, {@link CognitoAuthoritiesMapper}.
 */
public final class CognitoAccessTokenConfigurer
		extends AbstractHttpConfigurer<CognitoAccessTokenConfigurer, HttpSecurity> {

	@Override
	public void init(HttpSecurity http) {
		ApplicationContext context = http.getSharedObject(ApplicationContext.class);
		CognitoTokenVerifier verifier = context.getBean(CognitoTokenVerifier.class);
		AuthenticationManager authenticationManager = authenticationManager(context, verifier);
		CognitoBearerTokenAuthenticationEntryPoint entryPoint = postProcess(
				new CognitoBearerTokenAuthenticationEntryPoint());
		http.oauth2ResourceServer((resourceServer) -> {
			resourceServer.authenticationManagerResolver((request) -> authenticationManager)
				.authenticationEntryPoint(entryPoint)
				.withObjectPostProcessor(answeringFailuresWith(entryPoint));
			advertise(resourceServer, verifier.issuer());
		});
		exemptMalformedTokensFromCsrf(http);
	}

	/**
	 * A manager of its own: the application's may know nothing of bearer tokens, and need
	 * not be asked.
	 */
	private AuthenticationManager authenticationManager(ApplicationContext context, CognitoTokenVerifier verifier) {
		CognitoAccessTokenAuthenticationProvider provider = new CognitoAccessTokenAuthenticationProvider(verifier,
				context.getBean(CognitoAccountManager.class));
		context.getBeanProvider(CognitoAuthoritiesMapper.class).ifUnique(provider::setAuthoritiesMapper);
		ProviderManager manager = new ProviderManager(postProcess(provider));
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
	private static void exemptMalformedTokensFromCsrf(HttpSecurity http) {
		CsrfConfigurer<HttpSecurity> csrf = http.getConfigurer(CsrfConfigurer.class);
		if (csrf != null) {
			csrf.ignoringRequestMatchers((request) -> StringUtils
				.startsWithIgnoreCase(request.getHeader(HttpHeaders.AUTHORIZATION), "Bearer"));
		}
	}

}

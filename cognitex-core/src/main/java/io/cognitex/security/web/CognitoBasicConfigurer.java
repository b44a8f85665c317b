package io.cognitex.security.web;

import io.cognitex.security.CognitoBasicAuthenticationToken;
import io.cognitex.security.CognitoCredentialsCache;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationContext;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.util.Assert;

/**
 * Accepts HTTP Basic with Cognito usernames and passwords:
 *
 * <pre class="code">
 * http.with(new CognitoBasicConfigurer());
 * </pre>
 *
 * It sets Spring Security's
 * {@link HttpSecurity#httpBasic(org.springframework.security.config.Customizer) HTTP
 * Basic} up with a {@link CognitoBasicAuthenticationEntryPoint}, and marks its
 * credentials as {@link CognitoBasicAuthenticationToken}s, so that they may be taken from
 * a {@link CognitoCredentialsCache}: not every request is a sign-in then.
 *
 * <h2>Security Filters</h2>
 * <ul>
 * <li>{@link BasicAuthenticationFilter}</li>
 * </ul>
 *
 * <h2>Beans used</h2> Those of {@link CognitoLoginConfigurer}, and
 * {@link CognitoCredentialsCache}, if there is one, for a provider that is made here. A
 * {@link io.cognitex.security.CognitoAuthenticationProvider} bean of the application has
 * to be given its cache by the application.
 */
public final class CognitoBasicConfigurer extends AbstractHttpConfigurer<CognitoBasicConfigurer, HttpSecurity> {

	private @Nullable AuthenticationEntryPoint authenticationEntryPoint;

	/**
	 * Answers requests that could not be authenticated. The default is a
	 * {@link CognitoBasicAuthenticationEntryPoint}.
	 * @param authenticationEntryPoint the entry point
	 * @return this configurer
	 */
	public CognitoBasicConfigurer authenticationEntryPoint(AuthenticationEntryPoint authenticationEntryPoint) {
		Assert.notNull(authenticationEntryPoint, "authenticationEntryPoint cannot be null");
		this.authenticationEntryPoint = authenticationEntryPoint;
		return this;
	}

	@Override
	public void init(HttpSecurity http) {
		ApplicationContext context = http.getSharedObject(ApplicationContext.class);
		ProviderRegistration.register(http, this::postProcess);
		AuthenticationEntryPoint entryPoint = (this.authenticationEntryPoint != null) ? this.authenticationEntryPoint
				: entryPoint(context);
		http.httpBasic(
				(basic) -> basic.authenticationEntryPoint(entryPoint).withObjectPostProcessor(markingCredentials()));
	}

	private static CognitoBasicAuthenticationEntryPoint entryPoint(ApplicationContext context) {
		CognitoBasicAuthenticationEntryPoint entryPoint = new CognitoBasicAuthenticationEntryPoint();
		entryPoint.setMessageSource(context);
		return entryPoint;
	}

	private static ObjectPostProcessor<BasicAuthenticationFilter> markingCredentials() {
		return new ObjectPostProcessor<>() {
			@Override
			public <O extends BasicAuthenticationFilter> O postProcess(O filter) {
				filter.setAuthenticationConverter(new CognitoBasicAuthenticationConverter());
				return filter;
			}
		};
	}

}

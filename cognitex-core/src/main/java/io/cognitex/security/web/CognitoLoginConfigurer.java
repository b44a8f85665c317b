package io.cognitex.security.web;

import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractAuthenticationFilterConfigurer;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Adds a login form whose usernames and passwords Cognito checks.
 */
public final class CognitoLoginConfigurer extends
		AbstractAuthenticationFilterConfigurer<HttpSecurity, CognitoLoginConfigurer, CognitoUsernamePasswordAuthenticationFilter> {

	/**
	 * A login form at {@code /login}.
	 */
	public CognitoLoginConfigurer() {
		super(new CognitoUsernamePasswordAuthenticationFilter(), null);
	}

	@Override
	public CognitoLoginConfigurer loginPage(String loginPage) {
		return super.loginPage(loginPage);
	}

	@Override
	protected RequestMatcher createLoginProcessingUrlMatcher(String loginProcessingUrl) {
		return getRequestMatcherBuilder().matcher(HttpMethod.POST, loginProcessingUrl);
	}

}

package io.cognitex.security.web;

import java.io.IOException;

import io.cognitex.security.CognitoAuthentication;
import io.cognitex.security.SignInFailure;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.CredentialsContainer;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.web.authentication.AbstractAuthenticationProcessingFilter;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * One step of a login by JSON: its first, or the answer to a challenge.
 */
final class JsonLoginFilter extends AbstractAuthenticationProcessingFilter {

	private final JsonAuthenticationReader reader;

	private final JsonLoginSteps steps;

	private final EarlierFactors earlierFactors = new EarlierFactors();

	JsonLoginFilter(RequestMatcher requestMatcher, JsonAuthenticationReader reader, JsonLoginSteps steps) {
		super(requestMatcher);
		this.reader = reader;
		this.steps = steps;
	}

	@Override
	public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		try {
			super.doFilter(request, response, chain);
		}
		finally {
			this.steps.done((HttpServletRequest) request);
		}
	}

	@Override
	public Authentication attemptAuthentication(HttpServletRequest request, HttpServletResponse response)
			throws IOException {
		AbstractAuthenticationToken authentication = this.reader.read(request);
		authentication.setDetails(this.authenticationDetailsSource.buildDetails(request));
		try {
			return this.earlierFactors.addTo(getAuthenticationManager().authenticate(authentication));
		}
		catch (InternalAuthenticationServiceException ex) {
			throw Outage.log(ex);
		}
	}

	@Override
	protected void successfulAuthentication(HttpServletRequest request, HttpServletResponse response, FilterChain chain,
			Authentication authResult) throws IOException, ServletException {
		this.steps.end(request, response);
		super.successfulAuthentication(request, response, chain, authResult);
	}

	@Override
	protected void unsuccessfulAuthentication(HttpServletRequest request, HttpServletResponse response,
			AuthenticationException failed) throws IOException, ServletException {
		if (failed.getAuthenticationRequest() instanceof CredentialsContainer credentials) {
			credentials.eraseCredentials();
		}
		Authentication user = this.earlierFactors.current();
		if (this.steps.endInSession() && user instanceof CognitoAuthentication && isOver(request, failed)) {
			// The same answer was sent before, and completed the login
			getSuccessHandler().onAuthenticationSuccess(request, response, user);
			return;
		}
		super.unsuccessfulAuthentication(request, response, failed);
	}

	/**
	 * Whether no login was under way.
	 */
	private static boolean isOver(HttpServletRequest request, AuthenticationException failed) {
		return JsonAnswerReader.answered(request) == null && SignInFailure.of(failed) == SignInFailure.SESSION_EXPIRED;
	}

	@Override
	public void setMfaEnabled(boolean mfaEnabled) {
		super.setMfaEnabled(mfaEnabled);
		this.earlierFactors.setEnabled(mfaEnabled);
	}

	@Override
	public void setSecurityContextHolderStrategy(SecurityContextHolderStrategy securityContextHolderStrategy) {
		super.setSecurityContextHolderStrategy(securityContextHolderStrategy);
		this.earlierFactors.setSecurityContextHolderStrategy(securityContextHolderStrategy);
	}

	/**
	 * Reads from a request what is to be authenticated.
	 */
	@FunctionalInterface
	interface JsonAuthenticationReader {

		AbstractAuthenticationToken read(HttpServletRequest request) throws IOException;

	}

}

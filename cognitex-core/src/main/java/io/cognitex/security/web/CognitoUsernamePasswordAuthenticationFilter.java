package io.cognitex.security.web;

import java.io.IOException;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.CredentialsContainer;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;

/**
 * Spring Security's filter for login forms, which forgets the password of a login that
 * failed: a failure handler that keeps the exception, as Spring Security's own does in
 * the session, does not keep the password with it. With multi-factor authentication
 * switched on, a login keeps what the same user proved in the login before.
 */
public final class CognitoUsernamePasswordAuthenticationFilter extends UsernamePasswordAuthenticationFilter {

	private final EarlierFactors earlierFactors = new EarlierFactors();

	@Override
	public Authentication attemptAuthentication(HttpServletRequest request, HttpServletResponse response) {
		try {
			return this.earlierFactors.addTo(super.attemptAuthentication(request, response));
		}
		catch (InternalAuthenticationServiceException ex) {
			throw Outage.log(ex);
		}
	}

	@Override
	protected void unsuccessfulAuthentication(HttpServletRequest request, HttpServletResponse response,
			AuthenticationException failed) throws IOException, ServletException {
		if (failed.getAuthenticationRequest() instanceof CredentialsContainer credentials) {
			credentials.eraseCredentials();
		}
		super.unsuccessfulAuthentication(request, response, failed);
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

}

package io.cognitex.security.web;

import io.cognitex.security.CognitoBasicAuthenticationToken;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.web.authentication.www.BasicAuthenticationConverter;

/**
 * Reads HTTP Basic as Spring Security does, and marks what it finds.
 */
final class CognitoBasicAuthenticationConverter extends BasicAuthenticationConverter {

	@Override
	public @Nullable UsernamePasswordAuthenticationToken convert(HttpServletRequest request) {
		UsernamePasswordAuthenticationToken credentials = super.convert(request);
		return (credentials != null) ? new CognitoBasicAuthenticationToken(credentials.getPrincipal(),
				credentials.getCredentials(), credentials.getDetails()) : null;
	}

}

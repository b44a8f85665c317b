package io.cognitex.test;

import io.cognitex.security.CognitoAuthenticationProvider;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.context.support.WebApplicationContextUtils;

/**
 * Signs a user in with the application's own authentication provider.
 */
final class CognitoLoginRequestPostProcessor implements RequestPostProcessor {

	private final String username;

	private final String password;

	CognitoLoginRequestPostProcessor(String username, String password) {
		this.username = username;
		this.password = password;
	}

	@Override
	public MockHttpServletRequest postProcessRequest(MockHttpServletRequest request) {
		Authentication authentication = WebApplicationContextUtils
			.getRequiredWebApplicationContext(request.getServletContext())
			.getBean(CognitoAuthenticationProvider.class)
			.authenticate(UsernamePasswordAuthenticationToken.unauthenticated(this.username, this.password));
		return SecurityMockMvcRequestPostProcessors.authentication(authentication).postProcessRequest(request);
	}

}

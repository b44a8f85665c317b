package io.cognitex.security.web;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.DefaultRedirectStrategy;
import org.springframework.security.web.RedirectStrategy;

/**
 * Sends a person whose request needs a factor to the login page, which says so: Cognito
 * decides in which order it asks for what, so a factor is proven by logging in again.
 */
final class MissingFactorPage implements AuthenticationEntryPoint {

	private final RedirectStrategy redirectStrategy = new DefaultRedirectStrategy();

	private final String authority;

	private final String loginPage;

	MissingFactorPage(String authority, String loginPage) {
		this.authority = authority;
		this.loginPage = loginPage;
	}

	@Override
	public void commence(HttpServletRequest request, HttpServletResponse response,
			AuthenticationException authException) throws IOException {
		String query = MissingFactor.of(this.authority, request).query();
		this.redirectStrategy.sendRedirect(request, response,
				this.loginPage + (this.loginPage.contains("?") ? "&" : "?") + query);
	}

}

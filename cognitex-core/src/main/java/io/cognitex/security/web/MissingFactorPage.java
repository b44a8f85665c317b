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
 * decides in which order it asks for what, so a factor is proven by logging in again. A
 * person who has not set the factor up is sent to the page for that.
 */
final class MissingFactorPage implements AuthenticationEntryPoint {

	private final RedirectStrategy redirectStrategy = new DefaultRedirectStrategy();

	private final String authority;

	private final String loginPage;

	private final FactorEnrolment enrolment;

	MissingFactorPage(String authority, String loginPage, FactorEnrolment enrolment) {
		this.authority = authority;
		this.loginPage = loginPage;
		this.enrolment = enrolment;
	}

	@Override
	public void commence(HttpServletRequest request, HttpServletResponse response,
			AuthenticationException authException) throws IOException {
		MissingFactor factor = MissingFactor.of(this.authority, request);
		String page = this.enrolment.isNeeded(factor) ? this.enrolment.page() : this.loginPage;
		this.redirectStrategy.sendRedirect(request, response, page + (page.contains("?") ? "&" : "?") + factor.query());
	}

}

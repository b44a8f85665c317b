package io.cognitex.security.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import io.cognitex.security.CognitexMessageSource;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.security.web.WebAttributes;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Serves the login page of an application that has none. Spring Security's own says
 * "Invalid credentials" whatever happened, and forgets the username.
 */
final class LoginPageGeneratingFilter extends OncePerRequestFilter {

	private final RequestMatcher loginPageMatcher;

	private final LoginPage page;

	private final MessageSourceAccessor messages;

	LoginPageGeneratingFilter(RequestMatcher loginPageMatcher, LoginPage page, MessageSource messageSource) {
		this.loginPageMatcher = loginPageMatcher;
		this.page = page;
		this.messages = CognitexMessageSource.getAccessor(messageSource);
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return !this.loginPageMatcher.matches(request);
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain filterChain)
			throws ServletException, IOException {
		byte[] page = page(request).getBytes(StandardCharsets.UTF_8);
		response.setContentType("text/html;charset=UTF-8");
		response.setContentLength(page.length);
		response.getOutputStream().write(page);
	}

	private String page(HttpServletRequest request) {
		CsrfToken csrfToken = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
		if (request.getParameterMap().containsKey("error")) {
			CognitoLoginFailedException failure = failure(request);
			return this.page.render(this.messages, request.getContextPath(), LoginPage.error(text(failure)),
					(failure != null) ? failure.getUsername() : "", csrfToken);
		}
		return this.page.render(this.messages, request.getContextPath(), notice(request), "", csrfToken);
	}

	private String notice(HttpServletRequest request) {
		if (request.getParameterMap().containsKey("logout")) {
			return LoginPage.notice(this.messages.getMessage("LoginPage.loggedOut"));
		}
		return MissingFactor.of(request).map((factor) -> LoginPage.notice(factor.text(this.messages))).orElse("");
	}

	private static @Nullable CognitoLoginFailedException failure(HttpServletRequest request) {
		HttpSession session = request.getSession(false);
		Object failure = (session != null) ? session.getAttribute(WebAttributes.AUTHENTICATION_EXCEPTION) : null;
		return (failure instanceof CognitoLoginFailedException failed) ? failed : null;
	}

	private String text(@Nullable CognitoLoginFailedException failure) {
		String text = (failure != null) ? failure.getMessage() : null;
		return (text != null) ? text : this.messages.getMessage("CognitoAuthenticationProvider.badCredentials");
	}

}

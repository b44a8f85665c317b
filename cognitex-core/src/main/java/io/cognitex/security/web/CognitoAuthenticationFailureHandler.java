package io.cognitex.security.web;

import java.io.IOException;

import io.cognitex.security.CognitexMessageSource;
import io.cognitex.security.SignInFailure;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceAware;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.DefaultRedirectStrategy;
import org.springframework.security.web.RedirectStrategy;
import org.springframework.security.web.WebAttributes;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.util.Assert;

/**
 * Sends a person whose login failed back to the login page, which finds a text and the
 * username in a {@link CognitoLoginFailedException}. A program that asks for JSON, or
 * says {@code X-Requested-With: XMLHttpRequest}, gets {@code application/problem+json}
 * with 401, 429 or 503 instead, like {@link CognitoBasicAuthenticationEntryPoint} gives.
 *
 * <p>
 * {@link CognitoLoginConfigurer} uses it. With Spring Security's own form login:
 *
 * <pre class="code">
 * http.formLogin((form) -&gt; form.failureHandler(new CognitoAuthenticationFailureHandler("/login?error")));
 * </pre>
 */
public final class CognitoAuthenticationFailureHandler implements AuthenticationFailureHandler, MessageSourceAware {

	/** Longer than any form that a person fills in, and no way to fill the session. */
	private static final int MAXIMUM_KEPT_USERNAME_LENGTH = 16_384;

	private final RedirectStrategy redirectStrategy = new DefaultRedirectStrategy();

	private final String failureUrl;

	private MessageSourceAccessor messages = CognitexMessageSource.getAccessor();

	/**
	 * Sends people to this page.
	 * @param failureUrl the page, such as {@code /login?error}
	 */
	public CognitoAuthenticationFailureHandler(String failureUrl) {
		Assert.hasText(failureUrl, "failureUrl cannot be empty");
		this.failureUrl = failureUrl;
	}

	@Override
	public void onAuthenticationFailure(HttpServletRequest request, HttpServletResponse response,
			AuthenticationException exception) throws IOException {
		AuthenticationProblem problem = AuthenticationProblem.of(exception, this.messages);
		if (ApiRequests.isApi(request)) {
			if (problem.isUnauthorized()) {
				response.setHeader(HttpHeaders.WWW_AUTHENTICATE, problem.authenticate());
			}
			problem.write(response);
			return;
		}
		request.getSession()
			.setAttribute(WebAttributes.AUTHENTICATION_EXCEPTION, new CognitoLoginFailedException(problem.detail(),
					username(exception.getAuthenticationRequest()), SignInFailure.of(exception)));
		this.redirectStrategy.sendRedirect(request, response, this.failureUrl);
	}

	private static String username(@Nullable Authentication request) {
		String username = (request != null) ? request.getName() : "";
		return (username.length() <= MAXIMUM_KEPT_USERNAME_LENGTH) ? username : "";
	}

	@Override
	public void setMessageSource(MessageSource messageSource) {
		Assert.notNull(messageSource, "messageSource cannot be null");
		this.messages = CognitexMessageSource.getAccessor(messageSource);
	}

}

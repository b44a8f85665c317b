package io.cognitex.security.web;

import java.io.IOException;

import io.cognitex.CognitoError;
import io.cognitex.CognitoException;
import io.cognitex.security.CognitexMessageSource;
import io.cognitex.security.CognitoChallengeException;
import io.cognitex.security.SignInFailure;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.CredentialsExpiredException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Serves the challenge page, or tells the application's own page what it has to show.
 * Where no login is under way there is nothing to show, and the browser goes on: whoever
 * is logged in to where the login led, anybody else to the login page.
 */
final class ChallengePageFilter extends OncePerRequestFilter {

	private final RequestMatcher pageMatcher;

	private final ChallengeSteps steps;

	private final @Nullable ChallengePage generatedPage;

	private final String issuer;

	private final MessageSourceAccessor messages;

	private final SecurityContextHolderStrategy securityContextHolderStrategy;

	private final AuthenticationSuccessHandler successHandler;

	private final AuthenticationFailureHandler failureHandler;

	ChallengePageFilter(RequestMatcher pageMatcher, ChallengeSteps steps, @Nullable ChallengePage generatedPage,
			String issuer, MessageSource messageSource, SecurityContextHolderStrategy securityContextHolderStrategy,
			CognitoUsernamePasswordAuthenticationFilter loginFilter) {
		this.pageMatcher = pageMatcher;
		this.steps = steps;
		this.generatedPage = generatedPage;
		this.issuer = issuer;
		this.messages = CognitexMessageSource.getAccessor(messageSource);
		this.securityContextHolderStrategy = securityContextHolderStrategy;
		this.successHandler = loginFilter.successHandler();
		this.failureHandler = loginFilter.failureHandler();
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return !this.pageMatcher.matches(request);
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain filterChain)
			throws ServletException, IOException {
		PendingChallenge pending = this.steps.current(request);
		if (pending == null) {
			goOn(request, response);
		}
		else if (ApiRequests.isApi(request)) {
			describe(pending, response);
		}
		else if (this.generatedPage != null) {
			GeneratedPage.write(response,
					this.generatedPage.render(PageTemplate.of(this.messages, request), view(pending)));
		}
		else {
			request.setAttribute(CognitoChallengeView.ATTRIBUTE, view(pending));
			filterChain.doFilter(request, response);
		}
	}

	/**
	 * For the script of a page: what a view has, in the words of the login by JSON.
	 */
	private void describe(PendingChallenge pending, HttpServletResponse response) throws IOException {
		JsonChallenge challenge = new JsonChallenge(pending.challenge());
		String error = pending.error();
		AuthenticationProblem problem = AuthenticationProblem
			.of(new CognitoChallengeException((error != null) ? error : text(SignInFailure.CHALLENGE),
					pending.challenge()), this.messages)
			.with(JsonChallenge.NAME, challenge.name())
			.with("parameters", challenge.parameters(this.issuer))
			.with(ChallengePage.STEP, pending.id());
		response.setHeader(HttpHeaders.WWW_AUTHENTICATE, problem.authenticate());
		problem.write(response);
	}

	private CognitoChallengeView view(PendingChallenge pending) {
		return new CognitoChallengeView(pending, this.issuer);
	}

	private void goOn(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
		Authentication current = this.securityContextHolderStrategy.getContext().getAuthentication();
		if (current != null && current.isAuthenticated()) {
			this.successHandler.onAuthenticationSuccess(request, response, current);
		}
		else {
			this.failureHandler.onAuthenticationFailure(request, response,
					new CredentialsExpiredException(text(SignInFailure.SESSION_EXPIRED),
							new CognitoException(CognitoError.SESSION_EXPIRED, "No login is under way")));
		}
	}

	private String text(SignInFailure failure) {
		return this.messages.getMessage(failure.messageCode());
	}

}

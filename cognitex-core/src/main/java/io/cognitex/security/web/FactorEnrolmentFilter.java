package io.cognitex.security.web;

import java.io.IOException;
import java.util.Map;

import io.cognitex.CognitoAccountManager;
import io.cognitex.CognitoError;
import io.cognitex.CognitoException;
import io.cognitex.MfaSetting;
import io.cognitex.MfaType;
import io.cognitex.security.CognitexMessageSource;
import io.cognitex.security.CognitoAuthentication;
import io.cognitex.security.CognitoFactors;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.MessageSource;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.security.authentication.CredentialsExpiredException;
import org.springframework.security.web.DefaultRedirectStrategy;
import org.springframework.security.web.RedirectStrategy;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets a user who is logged in set up the authenticator app that a rule asks for, and
 * sends the user to log in with it: Cognito looks at its codes in a sign-in only. The
 * request for which it was needed waits until then.
 *
 * <p>
 * The rules of the application for requests do not apply here: one that asks for the
 * factor everywhere would leave no way to get it. Only users whom Cognito has logged in
 * come in, each to their own account.
 */
final class FactorEnrolmentFilter extends OncePerRequestFilter {

	private static final Logger logger = LoggerFactory.getLogger(FactorEnrolmentFilter.class);

	private final RedirectStrategy redirectStrategy = new DefaultRedirectStrategy();

	private final StepsInProgress stepsInProgress = new StepsInProgress();

	private final RequestMatcher showMatcher;

	private final RequestMatcher answerMatcher;

	private final FactorEnrolment enrolment;

	private final FactorEnrolmentPage page;

	private final AuthenticationFailureHandler failureHandler;

	private final MessageSourceAccessor messages;

	FactorEnrolmentFilter(RequestMatcher showMatcher, RequestMatcher answerMatcher, FactorEnrolment enrolment,
			FactorEnrolmentPage page, AuthenticationFailureHandler failureHandler, MessageSource messageSource) {
		this.showMatcher = showMatcher;
		this.answerMatcher = answerMatcher;
		this.enrolment = enrolment;
		this.page = page;
		this.failureHandler = failureHandler;
		this.messages = CognitexMessageSource.getAccessor(messageSource);
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain filterChain)
			throws ServletException, IOException {
		boolean answered = this.answerMatcher.matches(request);
		if (!answered && !this.showMatcher.matches(request)) {
			filterChain.doFilter(request, response);
			return;
		}
		CognitoAuthentication user = this.enrolment.user();
		if (user == null) {
			logInAgain(request, response);
		}
		else if (answered) {
			answerOnce(request, response, user);
		}
		else {
			show(request, response, user);
		}
	}

	private void show(HttpServletRequest request, HttpServletResponse response, CognitoAuthentication user)
			throws ServletException, IOException {
		MissingFactor factor = MissingFactor.of(request).orElse(null);
		boolean isSoftwareToken = factor != null && factor.authority().equals(CognitoFactors.SOFTWARE_TOKEN_AUTHORITY);
		PendingEnrolment pending = isSoftwareToken ? PendingEnrolment.load(request, user) : null;
		if (pending != null) {
			write(request, response, pending, user);
		}
		else if (factor == null || !this.enrolment.isNeeded(factor)) {
			this.redirectStrategy.sendRedirect(request, response, this.page.loginPage(factor));
		}
		else if (isSoftwareToken) {
			begin(request, response, user);
		}
		else {
			GeneratedPage.write(response, this.page.advice(template(request), factor));
		}
	}

	private void begin(HttpServletRequest request, HttpServletResponse response, CognitoAuthentication user)
			throws ServletException, IOException {
		try {
			PendingEnrolment pending = PendingEnrolment.begin(user,
					accounts().associateSoftwareToken(user.getTokens().accessToken()));
			pending.save(request);
			write(request, response, pending, user);
		}
		catch (CognitoException ex) {
			EnrolmentFailure failure = failure(ex);
			if (failure == EnrolmentFailure.LOGIN_ENDED) {
				logInAgain(request, response);
			}
			else {
				GeneratedPage.write(response, this.page.failed(template(request), failure));
			}
		}
	}

	private void answerOnce(HttpServletRequest request, HttpServletResponse response, CognitoAuthentication user)
			throws ServletException, IOException {
		PendingEnrolment pending = PendingEnrolment.load(request, user);
		if (pending == null || !pending.id().equals(request.getParameter(ChallengePage.STEP))
				|| !this.stepsInProgress.begin(pending.id())) {
			showAgain(request, response);
			return;
		}
		try {
			if (!pending.equals(PendingEnrolment.load(request, user))) {
				showAgain(request, response);
			}
			else if (ChallengePage.START_OVER.equals(request.getParameter(ChallengePage.ACTION))) {
				PendingEnrolment.end(request);
				showAgain(request, response);
			}
			else {
				answer(request, response, pending, user.getTokens().accessToken());
			}
		}
		finally {
			this.stepsInProgress.end(pending.id());
		}
	}

	private void answer(HttpServletRequest request, HttpServletResponse response, PendingEnrolment pending,
			String accessToken) throws ServletException, IOException {
		PendingEnrolment reached = pending;
		try {
			if (!pending.verified()) {
				accounts().verifySoftwareToken(accessToken, ChallengeAnswers.code(request), null);
				reached = pending.afterVerification();
			}
			// Of several second factors Cognito asks for the preferred one
			accounts().setUserMfaPreference(accessToken, Map.of(MfaType.SOFTWARE_TOKEN_MFA, MfaSetting.PREFERRED));
		}
		catch (CognitoException ex) {
			repeat(request, response, reached, failure(ex));
			return;
		}
		PendingEnrolment.end(request);
		this.redirectStrategy.sendRedirect(request, response, this.page.loginPageAfterwards());
	}

	private void repeat(HttpServletRequest request, HttpServletResponse response, PendingEnrolment pending,
			EnrolmentFailure failure) throws ServletException, IOException {
		if (failure == EnrolmentFailure.LOGIN_ENDED) {
			PendingEnrolment.end(request);
			logInAgain(request, response);
		}
		else {
			pending.again(failure).save(request);
			showAgain(request, response);
		}
	}

	private static EnrolmentFailure failure(CognitoException ex) {
		EnrolmentFailure failure = EnrolmentFailure.of(ex);
		if (failure.isOurs()) {
			logger.warn("An authenticator app cannot be set up: {}", ex.toString());
		}
		return failure;
	}

	private void write(HttpServletRequest request, HttpServletResponse response, PendingEnrolment pending,
			CognitoAuthentication user) throws IOException {
		GeneratedPage.write(response, this.page.setUp(template(request), pending, user.getPrincipal()));
	}

	private PageTemplate template(HttpServletRequest request) {
		return PageTemplate.of(this.messages, request);
	}

	private void showAgain(HttpServletRequest request, HttpServletResponse response) throws IOException {
		this.redirectStrategy.sendRedirect(request, response, this.page.address());
	}

	/**
	 * The page itself is nothing to come back to after the login, so that it is not kept
	 * in place of the request that led here.
	 */
	private void logInAgain(HttpServletRequest request, HttpServletResponse response)
			throws ServletException, IOException {
		this.failureHandler.onAuthenticationFailure(request, response,
				new CredentialsExpiredException(this.messages.getMessage(EnrolmentFailure.LOGIN_ENDED.messageCode()),
						new CognitoException(CognitoError.SESSION_EXPIRED, "Nobody is logged in")));
	}

	private CognitoAccountManager accounts() {
		return this.enrolment.accounts().getObject();
	}

}

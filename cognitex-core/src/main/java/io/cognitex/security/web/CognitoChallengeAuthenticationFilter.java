package io.cognitex.security.web;

import java.io.IOException;
import java.util.Objects;

import io.cognitex.security.CognitexMessageSource;
import io.cognitex.security.CognitoChallengeAuthenticationToken;
import io.cognitex.security.CognitoChallengeException;
import io.cognitex.security.CognitoSignInAuthenticationToken;
import io.cognitex.security.SignInFailure;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.lang.Contract;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.web.DefaultRedirectStrategy;
import org.springframework.security.web.RedirectStrategy;
import org.springframework.security.web.authentication.AbstractAuthenticationProcessingFilter;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Takes a person's answers to the challenges of a login, until the login is complete or
 * fails. The first step is that of {@link CognitoUsernamePasswordAuthenticationFilter}.
 *
 * <ul>
 * <li>An answer that was sent twice is given to Cognito once, and both requests end at
 * the same page.</li>
 * <li>After an answer that was not accepted the same page is shown again, up to
 * {@value PendingChallenge#MAXIMUM_ATTEMPTS} times in a login.</li>
 * <li>A login that has expired ends on the login page, which says so.</li>
 * </ul>
 */
public final class CognitoChallengeAuthenticationFilter extends AbstractAuthenticationProcessingFilter {

	private static final String PENDING = CognitoChallengeAuthenticationFilter.class.getName() + ".PENDING";

	private final RedirectStrategy redirectStrategy = new DefaultRedirectStrategy();

	private final EarlierFactors earlierFactors = new EarlierFactors();

	private final StepsInProgress stepsInProgress = new StepsInProgress();

	private final ChallengeSteps steps;

	private final String startOverUrl;

	private @Nullable RememberedDevices rememberedDevices;

	private MessageSourceAccessor texts = CognitexMessageSource.getAccessor();

	CognitoChallengeAuthenticationFilter(RequestMatcher requestMatcher, ChallengeSteps steps, String startOverUrl) {
		super(requestMatcher);
		this.steps = steps;
		this.startOverUrl = startOverUrl;
	}

	@Override
	public void doFilter(ServletRequest servletRequest, ServletResponse servletResponse, FilterChain chain)
			throws IOException, ServletException {
		HttpServletRequest request = (HttpServletRequest) servletRequest;
		HttpServletResponse response = (HttpServletResponse) servletResponse;
		if (!requiresAuthentication(request, response)) {
			chain.doFilter(request, response);
			return;
		}
		PendingChallenge pending = this.steps.current(request);
		if (!isOf(request, pending)) {
			// The step may be over, and its login not complete yet
			this.stepsInProgress.await(request.getParameter(ChallengePage.STEP));
			this.steps.showPageAfterOther(request, response);
			return;
		}
		if (!this.stepsInProgress.begin(pending.id())) {
			this.steps.showPageAfterOther(request, response);
			return;
		}
		try {
			if (!pending.equals(this.steps.current(request))) {
				this.steps.showPageAfterOther(request, response);
			}
			else if (ChallengePage.START_OVER.equals(request.getParameter(ChallengePage.ACTION))) {
				this.steps.end(request, response);
				this.redirectStrategy.sendRedirect(request, response, this.startOverUrl);
			}
			else {
				request.setAttribute(PENDING, pending.withRememberDevice(
						pending.rememberDevice() || request.getParameter(ChallengePage.REMEMBER_DEVICE) != null));
				super.doFilter(request, response, chain);
			}
		}
		finally {
			this.stepsInProgress.end(pending.id());
		}
	}

	/**
	 * Whether the page that was sent is the newest. Pages of applications need not say.
	 */
	@Contract("_, null -> false")
	private static boolean isOf(HttpServletRequest request, @Nullable PendingChallenge pending) {
		String step = request.getParameter(ChallengePage.STEP);
		return pending != null && (step == null || step.equals(pending.id()));
	}

	@Override
	public Authentication attemptAuthentication(HttpServletRequest request, HttpServletResponse response) {
		AbstractAuthenticationToken authRequest = authenticationRequest(request, pending(request));
		authRequest.setDetails(this.authenticationDetailsSource.buildDetails(request));
		try {
			return this.earlierFactors.addTo(getAuthenticationManager().authenticate(authRequest));
		}
		catch (InternalAuthenticationServiceException ex) {
			throw Outage.log(ex);
		}
		finally {
			authRequest.eraseCredentials();
		}
	}

	private AbstractAuthenticationToken authenticationRequest(HttpServletRequest request, PendingChallenge pending) {
		String action = request.getParameter(ChallengePage.ACTION);
		if (pending.passwordless() && ChallengePage.OTHER_METHOD.equals(action)) {
			return beginAnew(request, pending, null);
		}
		if (pending.passwordless() && ChallengePage.NEW_CODE.equals(action)) {
			return beginAnew(request, pending, pending.challenge().name());
		}
		return new CognitoChallengeAuthenticationToken(ChallengeAnswers.read(pending.challenge(), request));
	}

	/**
	 * Counts as an attempt: each may send a message that somebody pays for.
	 */
	private CognitoSignInAuthenticationToken beginAnew(HttpServletRequest request, PendingChallenge pending,
			@Nullable String preferredChallenge) {
		PendingChallenge attempted = pending.withAttempt();
		request.setAttribute(PENDING, attempted);
		if (attempted.attempts() >= PendingChallenge.MAXIMUM_ATTEMPTS) {
			throw tooManyAttempts();
		}
		return new CognitoSignInAuthenticationToken(pending.username(), null, preferredChallenge,
				pending.challenge().progress().device());
	}

	@Override
	protected void successfulAuthentication(HttpServletRequest request, HttpServletResponse response, FilterChain chain,
			Authentication authResult) throws IOException, ServletException {
		this.steps.end(request, response);
		PendingChallenge pending = pending(request);
		if (this.rememberedDevices != null) {
			this.rememberedDevices.complete(request, response, authResult, pending.username(),
					pending.rememberDevice());
		}
		super.successfulAuthentication(this.steps.asOnLoginPage(request, pending), response, chain, authResult);
	}

	@Override
	protected void unsuccessfulAuthentication(HttpServletRequest request, HttpServletResponse response,
			AuthenticationException failed) throws IOException, ServletException {
		PendingChallenge pending = pending(request);
		if (ChallengeSteps.isNext(failed)) {
			this.steps.next(request, response, pending, ((CognitoChallengeException) failed).getChallenge());
			showNextPage(request, response, failed);
			return;
		}
		SignInFailure.WayOn wayOn = SignInFailure.of(failed).wayOn();
		PendingChallenge attempted = (wayOn == SignInFailure.WayOn.TRY_AGAIN) ? pending.withAttempt() : pending;
		if (isRepeatable(wayOn) && attempted.attempts() < PendingChallenge.MAXIMUM_ATTEMPTS) {
			this.steps.repeat(request, response, attempted, failed.getMessage());
			showNextPage(request, response, failed);
			return;
		}
		this.steps.end(request, response);
		AuthenticationException end = isRepeatable(wayOn) ? tooManyAttempts() : failed;
		// For the login page to fill in what was typed
		end.setAuthenticationRequest(UsernamePasswordAuthenticationToken.unauthenticated(pending.username(), null));
		super.unsuccessfulAuthentication(request, response, end);
	}

	private static boolean isRepeatable(SignInFailure.WayOn wayOn) {
		return wayOn == SignInFailure.WayOn.TRY_AGAIN || wayOn == SignInFailure.WayOn.WAIT;
	}

	private LockedException tooManyAttempts() {
		return new LockedException(this.texts.getMessage(SignInFailure.TOO_MANY_ATTEMPTS.messageCode()));
	}

	private void showNextPage(HttpServletRequest request, HttpServletResponse response, AuthenticationException failed)
			throws IOException, ServletException {
		if (ApiRequests.isApi(request)) {
			getFailureHandler().onAuthenticationFailure(request, response, failed);
		}
		else {
			this.steps.showPage(request, response);
		}
	}

	private static PendingChallenge pending(HttpServletRequest request) {
		return (PendingChallenge) Objects.requireNonNull(request.getAttribute(PENDING));
	}

	void setRememberedDevices(@Nullable RememberedDevices rememberedDevices) {
		this.rememberedDevices = rememberedDevices;
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

	@Override
	public void setMessageSource(MessageSource messageSource) {
		super.setMessageSource(messageSource);
		this.texts = CognitexMessageSource.getAccessor(messageSource);
	}

}

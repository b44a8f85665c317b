package io.cognitex.security.web;

import java.io.IOException;
import java.util.Objects;
import java.util.Set;

import io.cognitex.RememberedDevice;
import io.cognitex.security.CognitoChallengeException;
import io.cognitex.security.CognitoSignInAuthenticationToken;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.CredentialsContainer;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;

/**
 * Spring Security's filter for login forms, which forgets the password of a login that
 * failed: a failure handler that keeps the exception, as Spring Security's own does in
 * the session, does not keep the password with it. With multi-factor authentication
 * switched on, a login keeps what the same user proved in the login before.
 */
public final class CognitoUsernamePasswordAuthenticationFilter extends UsernamePasswordAuthenticationFilter {

	private static final Set<String> FIRST_FACTORS = Set.of("WEB_AUTHN", "EMAIL_OTP", "SMS_OTP");

	private final EarlierFactors earlierFactors = new EarlierFactors();

	private @Nullable ChallengeSteps challengeSteps;

	private boolean usernameFirst;

	private boolean passwordless;

	private @Nullable RememberedDevices rememberedDevices;

	@Override
	public Authentication attemptAuthentication(HttpServletRequest request, HttpServletResponse response) {
		try {
			return this.earlierFactors.addTo(
					hasMoreThanAPassword(request) ? signIn(request) : super.attemptAuthentication(request, response));
		}
		catch (InternalAuthenticationServiceException ex) {
			throw Outage.log(ex);
		}
	}

	private boolean hasMoreThanAPassword(HttpServletRequest request) {
		return this.usernameFirst || this.rememberedDevices != null || isPasswordless(request);
	}

	private boolean isPasswordless(HttpServletRequest request) {
		return this.passwordless && request.getParameter(LoginPage.PASSWORDLESS) != null;
	}

	private Authentication signIn(HttpServletRequest request) {
		String username = text(obtainUsername(request)).strip();
		String password = (this.usernameFirst || isPasswordless(request)) ? null : text(obtainPassword(request));
		RememberedDevice device = (this.rememberedDevices != null && !this.earlierFactors.areFromDevice())
				? this.rememberedDevices.load(request, username) : null;
		CognitoSignInAuthenticationToken authRequest = new CognitoSignInAuthenticationToken(username, password,
				isPasswordless(request) ? preferredChallenge(request) : null, device);
		setDetails(request, authRequest);
		return getAuthenticationManager().authenticate(authRequest);
	}

	private static @Nullable String preferredChallenge(HttpServletRequest request) {
		String preferred = request.getParameter(LoginPage.PASSWORDLESS);
		return FIRST_FACTORS.contains(preferred) ? preferred : null;
	}

	private static String text(@Nullable String parameter) {
		return (parameter != null) ? parameter : "";
	}

	@Override
	protected void successfulAuthentication(HttpServletRequest request, HttpServletResponse response, FilterChain chain,
			Authentication authResult) throws IOException, ServletException {
		if (this.challengeSteps != null) {
			// Of another login, which was given up
			this.challengeSteps.end(request, response);
		}
		if (this.rememberedDevices != null) {
			this.rememberedDevices.complete(request, response, authResult, text(obtainUsername(request)), false);
		}
		super.successfulAuthentication(request, response, chain, authResult);
	}

	@Override
	protected void unsuccessfulAuthentication(HttpServletRequest request, HttpServletResponse response,
			AuthenticationException failed) throws IOException, ServletException {
		if (failed.getAuthenticationRequest() instanceof CredentialsContainer credentials) {
			credentials.eraseCredentials();
		}
		if (this.challengeSteps != null && ChallengeSteps.isNext(failed)) {
			this.challengeSteps.begin(request, response, (CognitoChallengeException) failed);
			if (!ApiRequests.isApi(request)) {
				this.challengeSteps.showPage(request, response);
				return;
			}
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

	/**
	 * Lets a login that needs another step go on there. Without, it fails.
	 */
	void setChallengeSteps(ChallengeSteps challengeSteps) {
		this.challengeSteps = challengeSteps;
	}

	ChallengeSteps challengeSteps() {
		return Objects.requireNonNull(this.challengeSteps);
	}

	/**
	 * What the application has said about its login holds for all steps of it.
	 */
	void copySettingsTo(CognitoChallengeAuthenticationFilter filter) {
		filter.setAuthenticationManager(getAuthenticationManager());
		filter.setAuthenticationDetailsSource(this.authenticationDetailsSource);
		filter.setAuthenticationSuccessHandler(getSuccessHandler());
		filter.setAuthenticationFailureHandler(getFailureHandler());
		filter.setRememberMeServices(getRememberMeServices());
		filter.setAllowSessionCreation(getAllowSessionCreation());
		filter.setRememberedDevices(this.rememberedDevices);
	}

	/**
	 * Sends the username alone, and leaves it to Cognito what to ask then.
	 */
	void setUsernameFirst(boolean usernameFirst) {
		this.usernameFirst = usernameFirst;
	}

	/**
	 * Sends the username alone if the form asks for that.
	 */
	void setPasswordless(boolean passwordless) {
		this.passwordless = passwordless;
	}

	void setRememberedDevices(RememberedDevices rememberedDevices) {
		this.rememberedDevices = rememberedDevices;
	}

	AuthenticationSuccessHandler successHandler() {
		return getSuccessHandler();
	}

	AuthenticationFailureHandler failureHandler() {
		return getFailureHandler();
	}

}

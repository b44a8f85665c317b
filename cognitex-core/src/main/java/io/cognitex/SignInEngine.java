package io.cognitex;

import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Begins sign-ins: leads to tokens, or to the first challenge that a person has to
 * answer.
 */
final class SignInEngine {

	private final SignInSteps steps;

	private final PasswordVerification passwordVerification;

	private final SignInFlow defaultFlow;

	SignInEngine(SignInSteps steps, PasswordVerification passwordVerification, SignInFlow defaultFlow) {
		this.steps = steps;
		this.passwordVerification = passwordVerification;
		this.defaultFlow = defaultFlow;
	}

	SignIn signIn(SignInRequest request) {
		SignInFlow flow = (request.flow() != null) ? request.flow() : defaultFlow(request);
		boolean tracksDevices = flow != SignInFlow.ADMIN_USER_PASSWORD_AUTH;
		SignInProgress progress = SignInProgress.begin(request.username(), flow,
				tracksDevices ? request.device() : null);
		try {
			return begin(progress, request);
		}
		catch (CognitoException ex) {
			if (progress.device() == null || ex.error() != CognitoError.SESSION_EXPIRED) {
				throw ex;
			}
			// The device's secret is not that of the device
			return begin(progress.withoutDevice(), request);
		}
	}

	/**
	 * Without a password a flow that begins with it is of no use.
	 */
	private SignInFlow defaultFlow(SignInRequest request) {
		boolean canBegin = request.password() != null || this.defaultFlow == SignInFlow.CUSTOM_AUTH;
		return canBegin ? this.defaultFlow : SignInFlow.USER_AUTH;
	}

	private SignIn begin(SignInProgress progress, SignInRequest request) {
		String password = request.password();
		return switch (progress.flow()) {
			case USER_SRP_AUTH -> withSrp(progress, required(password), Map.of());
			case USER_PASSWORD_AUTH, ADMIN_USER_PASSWORD_AUTH -> this.steps
				.next(this.steps.initiate(progress, Map.of("PASSWORD", required(password))), SignInFactor.PASSWORD);
			case CUSTOM_AUTH -> (password != null) ? withSrp(progress, password, Map.of("CHALLENGE_NAME", "SRP_A"))
					: this.steps.next(this.steps.initiate(progress, Map.of()));
			case USER_AUTH ->
				(password != null) ? withSrp(progress, password, Map.of("PREFERRED_CHALLENGE", "PASSWORD_SRP"))
						: this.steps.next(this.steps.initiate(progress, preferredChallenge(request)));
		};
	}

	private SignIn withSrp(SignInProgress progress, String password, Map<String, String> others) {
		return this.passwordVerification.prove(password, (publicValue) -> {
			Map<String, String> parameters = new HashMap<>(others);
			parameters.put("SRP_A", publicValue);
			return this.steps.initiate(progress, parameters);
		});
	}

	private static Map<String, String> preferredChallenge(SignInRequest request) {
		String preferred = request.preferredChallenge();
		return (preferred != null) ? Map.of("PREFERRED_CHALLENGE", preferred) : Map.of();
	}

	private static String required(@Nullable String password) {
		if (password == null) {
			throw new CognitoException(CognitoError.INVALID_PARAMETER, "The flow needs a password");
		}
		return password;
	}

}

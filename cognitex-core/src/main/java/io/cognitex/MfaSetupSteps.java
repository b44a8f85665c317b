package io.cognitex;

import java.time.Clock;
import java.util.Map;

import io.cognitex.SignInChallenge.EmailSetup;
import io.cognitex.SignInChallenge.MfaSetup;
import io.cognitex.SignInChallenge.SoftwareTokenSetup;

/**
 * Sets up a second factor within a sign-in.
 */
final class MfaSetupSteps {

	private static final String CHALLENGE_NAME = "MFA_SETUP";

	private final SignInGateway gateway;

	private final SignInSteps steps;

	private final Clock clock;

	MfaSetupSteps(SignInGateway gateway, SignInSteps steps, Clock clock) {
		this.gateway = gateway;
		this.steps = steps;
		this.clock = clock;
	}

	SignIn begin(MfaSetup challenge, String choice) {
		SignInProgress progress = challenge.progress();
		return switch (choice) {
			case "SOFTWARE_TOKEN_MFA" -> {
				SoftwareTokenAssociation association = this.gateway.associateSoftwareToken(progress.session());
				yield new SoftwareTokenSetup(progress.withSession(association.session()), association.secretCode());
			}
			case "EMAIL_OTP" -> new EmailSetup(progress);
			default ->
				throw new CognitoException(CognitoError.INVALID_PARAMETER, "The factor cannot be set up in a sign-in");
		};
	}

	/**
	 * Cognito wants to see the first code, and then to be told that it has seen it.
	 */
	SignIn verify(SignInAnswer.SoftwareTokenCode answer) {
		SignInProgress progress = answer.challenge().progress();
		CognitoSession session = this.gateway.verifySoftwareToken(progress.session(),
				TypedCode.ofSoftwareToken(answer.code()), answer.friendlyDeviceName());
		SignInProgress verified = progress.withSession(session)
			.proven(SignInFactor.SOFTWARE_TOKEN, this.clock.instant());
		return this.steps.next(this.steps.respond(CHALLENGE_NAME, verified, Map.of()));
	}

	SignIn sendCodesTo(SignInAnswer.EmailAddress answer) {
		SignInProgress progress = answer.challenge().progress();
		return this.steps.next(this.steps.respond(CHALLENGE_NAME, progress, Map.of("EMAIL", answer.address())));
	}

}

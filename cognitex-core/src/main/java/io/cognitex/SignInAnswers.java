package io.cognitex;

import java.util.HashMap;
import java.util.Map;

import io.cognitex.SignInChallenge.ChoiceChallenge;
import io.cognitex.SignInChallenge.CodeChallenge;
import io.cognitex.SignInChallenge.EmailOtp;
import io.cognitex.SignInChallenge.MfaSetup;
import io.cognitex.SignInChallenge.SelectChallenge;
import io.cognitex.SignInChallenge.SoftwareTokenMfa;

/**
 * Takes a person's answer to Cognito, in the words of its challenge.
 */
final class SignInAnswers {

	private static final String ANSWER = "ANSWER";

	private final SignInSteps steps;

	private final PasswordVerification passwordVerification;

	private final MfaSetupSteps mfaSetup;

	SignInAnswers(SignInSteps steps, PasswordVerification passwordVerification, MfaSetupSteps mfaSetup) {
		this.steps = steps;
		this.passwordVerification = passwordVerification;
		this.mfaSetup = mfaSetup;
	}

	SignIn respond(SignInAnswer answer) {
		if (answer instanceof SignInAnswer.Code code) {
			return code(code);
		}
		if (answer instanceof SignInAnswer.Choice choice) {
			return choice(choice.challenge(), choice.choice());
		}
		if (answer instanceof SignInAnswer.NewPassword newPassword) {
			return newPassword(newPassword);
		}
		if (answer instanceof SignInAnswer.Password password) {
			return password(password.challenge(), password.password());
		}
		if (answer instanceof SignInAnswer.WebAuthnCredential webAuthn) {
			return this.steps.next(send(webAuthn, Map.of("CREDENTIAL", webAuthn.credential())), SignInFactor.WEB_AUTHN);
		}
		if (answer instanceof SignInAnswer.Custom custom) {
			return custom(custom);
		}
		if (answer instanceof SignInAnswer.SoftwareTokenCode code) {
			return this.mfaSetup.verify(code);
		}
		return this.mfaSetup.sendCodesTo((SignInAnswer.EmailAddress) answer);
	}

	private SignIn code(SignInAnswer.Code answer) {
		SignInReply reply = send(answer, Map.of(answer.challenge().name() + "_CODE", TypedCode.of(answer.code())));
		return this.steps.next(reply, factor(answer.challenge()));
	}

	private static SignInFactor factor(CodeChallenge challenge) {
		if (challenge instanceof SoftwareTokenMfa) {
			return SignInFactor.SOFTWARE_TOKEN;
		}
		return (challenge instanceof EmailOtp) ? SignInFactor.EMAIL_OTP : SignInFactor.SMS_OTP;
	}

	private SignIn choice(ChoiceChallenge challenge, String choice) {
		if (!challenge.choices().contains(choice)) {
			throw new CognitoException(CognitoError.INVALID_PARAMETER,
					"'choice' must be one of those that were offered");
		}
		if (challenge instanceof MfaSetup setup) {
			return this.mfaSetup.begin(setup, choice);
		}
		if (challenge instanceof SelectChallenge select && choice.equals("PASSWORD")) {
			return askForPassword(select);
		}
		return this.steps.next(this.steps.respond(challenge.name(), challenge.progress(), Map.of(ANSWER, choice)));
	}

	/**
	 * Cognito takes this choice together with the password.
	 */
	private static SignIn askForPassword(SelectChallenge challenge) {
		boolean srp = challenge.availableChallenges().contains("PASSWORD_SRP");
		return new SignInChallenge.Password(challenge.progress(),
				srp ? PasswordProof.CHOSEN_PASSWORD_SRP : PasswordProof.CHOSEN_PASSWORD);
	}

	private SignIn newPassword(SignInAnswer.NewPassword answer) {
		Map<String, String> responses = new HashMap<>();
		answer.attributes().forEach((name, value) -> responses.put("userAttributes." + name, value));
		responses.put("NEW_PASSWORD", answer.password());
		return this.steps.next(send(answer, responses));
	}

	private SignIn password(SignInChallenge.Password challenge, String password) {
		PasswordProof proof = challenge.proof();
		SignInProgress progress = challenge.progress();
		if (proof.isSrp()) {
			return this.passwordVerification.prove(password, (publicValue) -> this.steps.respond(proof.challengeName(),
					progress, proof.with("PASSWORD_SRP", Map.of("SRP_A", publicValue))));
		}
		return this.steps.next(this.steps.respond(proof.challengeName(), progress,
				proof.with("PASSWORD", Map.of("PASSWORD", password))), SignInFactor.PASSWORD);
	}

	/**
	 * A trigger that asks once more has not said yes.
	 */
	private SignIn custom(SignInAnswer.Custom answer) {
		SignInReply reply = send(answer, Map.of(ANSWER, answer.answer()));
		return reply.asks(answer.challenge().name()) ? this.steps.next(reply)
				: this.steps.next(reply, SignInFactor.CUSTOM);
	}

	private SignInReply send(SignInAnswer answer, Map<String, String> responses) {
		return this.steps.respond(answer.challenge().name(), answer.challenge().progress(), responses);
	}

}

package io.cognitex;

/**
 * Refuses answers that Cognito would refuse in any case, without a call.
 */
final class AnswerArguments {

	private AnswerArguments() {
	}

	static void check(SignInAnswer answer) {
		if (answer instanceof SignInAnswer.Code code) {
			Arguments.checkCode("code", code.code());
		}
		else if (answer instanceof SignInAnswer.SoftwareTokenCode code) {
			Arguments.checkCode("code", code.code());
		}
		else if (answer instanceof SignInAnswer.NewPassword newPassword) {
			Arguments.checkPassword("password", newPassword.password());
			Arguments.checkAttributes(newPassword.attributes());
			newPassword.challenge()
				.requiredAttributes()
				.forEach((name) -> Arguments.checkAttributeValue("attributes[" + name + "]",
						newPassword.attributes().get(name)));
		}
		else if (answer instanceof SignInAnswer.Password password) {
			Arguments.checkPassword("password", password.password());
		}
		else if (answer instanceof SignInAnswer.EmailAddress email) {
			Arguments.checkAttributeValue("address", email.address());
		}
		else if (answer instanceof SignInAnswer.Custom custom) {
			Arguments.checkAttributeValue("answer", custom.answer());
		}
		else if (answer instanceof SignInAnswer.WebAuthnCredential webAuthn) {
			Arguments.checkCredential(webAuthn.credential());
		}
	}

}

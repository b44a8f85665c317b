package io.cognitex.security.web;

import io.cognitex.SignInChallenge;

/**
 * The kinds of challenges, each of which has a page of its own.
 */
enum ChallengeKind {

	CODE, CHOICE, NEW_PASSWORD, SOFTWARE_TOKEN_SETUP, EMAIL_SETUP, PASSWORD, WEB_AUTHN, CUSTOM, UNSUPPORTED;

	static ChallengeKind of(SignInChallenge challenge) {
		if (challenge instanceof SignInChallenge.CodeChallenge) {
			return CODE;
		}
		if (challenge instanceof SignInChallenge.ChoiceChallenge) {
			return CHOICE;
		}
		if (challenge instanceof SignInChallenge.NewPasswordRequired) {
			return NEW_PASSWORD;
		}
		if (challenge instanceof SignInChallenge.SoftwareTokenSetup) {
			return SOFTWARE_TOKEN_SETUP;
		}
		if (challenge instanceof SignInChallenge.EmailSetup) {
			return EMAIL_SETUP;
		}
		if (challenge instanceof SignInChallenge.Password) {
			return PASSWORD;
		}
		if (challenge instanceof SignInChallenge.WebAuthn) {
			return WEB_AUTHN;
		}
		return (challenge instanceof SignInChallenge.CustomChallenge) ? CUSTOM : UNSUPPORTED;
	}

}

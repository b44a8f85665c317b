package io.cognitex;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Challenges of every kind, as Cognito asks them after alice's password.
 */
public final class TestChallenges {

	/** A secret that must not get out. */
	public static final String SESSION = "session-of-alice-0123456789";

	/** A secret that must not get out. */
	public static final String SECRET_CODE = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

	public static final Instant PASSWORD_PROVEN_AT = Instant.parse("2026-11-23T00:00:00Z");

	private TestChallenges() {
	}

	public static SignInProgress progress() {
		return progress("alice");
	}

	public static SignInProgress progress(String username) {
		return new SignInProgress(username, new CognitoSession(SESSION), SignInFlow.USER_SRP_AUTH,
				List.of(new ProvenFactor(SignInFactor.PASSWORD, PASSWORD_PROVEN_AT)), null);
	}

	public static SignInChallenge.NewPasswordRequired newPasswordRequired(String... requiredAttributes) {
		return new SignInChallenge.NewPasswordRequired(progress(), List.of(requiredAttributes),
				Map.of("email", "alice@example.com"));
	}

	public static SignInChallenge.SmsMfa smsMfa() {
		return new SignInChallenge.SmsMfa(progress(), new CodeDelivery("+*******9934", "SMS", null));
	}

	public static SignInChallenge.SmsOtp smsOtp() {
		return new SignInChallenge.SmsOtp(progress(), new CodeDelivery("+*******9934", "SMS", null));
	}

	public static SignInChallenge.EmailOtp emailOtp() {
		return new SignInChallenge.EmailOtp(progress(), new CodeDelivery("a***@e***", "EMAIL", null));
	}

	public static SignInChallenge.SoftwareTokenMfa softwareTokenMfa() {
		return new SignInChallenge.SoftwareTokenMfa(progress(), "my phone");
	}

	public static SignInChallenge.SelectMfaType selectMfaType() {
		return new SignInChallenge.SelectMfaType(progress(), List.of("SMS_MFA", "SOFTWARE_TOKEN_MFA", "EMAIL_OTP"));
	}

	public static SignInChallenge.MfaSetup mfaSetup() {
		return new SignInChallenge.MfaSetup(progress(), List.of("SOFTWARE_TOKEN_MFA", "EMAIL_OTP"));
	}

	public static SignInChallenge.SoftwareTokenSetup softwareTokenSetup() {
		return new SignInChallenge.SoftwareTokenSetup(progress(), SECRET_CODE);
	}

	public static SignInChallenge.EmailSetup emailSetup() {
		return new SignInChallenge.EmailSetup(progress());
	}

	public static SignInChallenge.SelectChallenge selectChallenge() {
		return new SignInChallenge.SelectChallenge(progress(),
				List.of("PASSWORD", "PASSWORD_SRP", "EMAIL_OTP", "WEB_AUTHN"));
	}

	public static SignInChallenge.Password password() {
		return new SignInChallenge.Password(progress(), PasswordProof.CHOSEN_PASSWORD_SRP);
	}

	public static SignInChallenge.WebAuthn webAuthn() {
		return new SignInChallenge.WebAuthn(progress(), "{\"challenge\":\"abc\",\"rpId\":\"example.com\"}");
	}

	public static SignInChallenge.CustomChallenge customChallenge() {
		return new SignInChallenge.CustomChallenge(progress(), Map.of("question", "What is your favourite colour?"));
	}

	public static SignInChallenge.Unsupported unsupported() {
		return new SignInChallenge.Unsupported(progress(), "BRAND_NEW");
	}

	/**
	 * One of each kind.
	 */
	public static List<SignInChallenge> all() {
		return List.of(newPasswordRequired("name"), smsMfa(), smsOtp(), emailOtp(), softwareTokenMfa(), selectMfaType(),
				mfaSetup(), softwareTokenSetup(), emailSetup(), selectChallenge(), password(), webAuthn(),
				customChallenge(), unsupported());
	}

}

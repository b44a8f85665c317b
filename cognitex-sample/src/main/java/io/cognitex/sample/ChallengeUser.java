package io.cognitex.sample;

import io.cognitex.embedded.EmbeddedUser;
import io.cognitex.embedded.EmbeddedUser.Status;

/**
 * The users of the embedded pool whose login takes more than a password, so that every
 * page of a login can be seen.
 */
enum ChallengeUser {

	TEMPORARY_PASSWORD("temporary@example.com", "The password is a temporary one: choose your own.") {
		@Override
		EmbeddedUser.Builder with(EmbeddedUser.Builder user) {
			return user.status(Status.FORCE_CHANGE_PASSWORD);
		}
	},

	EMAIL("mail@example.com", "A code by e-mail follows the password.") {
		@Override
		EmbeddedUser.Builder with(EmbeddedUser.Builder user) {
			return user.mfa("EMAIL_OTP");
		}
	},

	SMS("sms@example.com", "A code by text message follows the password.") {
		@Override
		EmbeddedUser.Builder with(EmbeddedUser.Builder user) {
			return user.attribute("phone_number", PHONE_NUMBER).mfa("SMS_MFA");
		}
	},

	AUTHENTICATOR_APP("app@example.com", "A code from an authenticator app follows the password.") {
		@Override
		EmbeddedUser.Builder with(EmbeddedUser.Builder user) {
			return user.totpSecret(TOTP_SECRET);
		}
	},

	CHOICE("choice@example.com", "Choose between a code by e-mail and one by text message.") {
		@Override
		EmbeddedUser.Builder with(EmbeddedUser.Builder user) {
			return user.attribute("phone_number", PHONE_NUMBER).mfa("EMAIL_OTP").mfa("SMS_MFA");
		}
	},

	PASSWORDLESS("passwordless@example.com",
			"Log in without a password: by a code, or a passkey once you have added one to your profile.") {
		@Override
		EmbeddedUser.Builder with(EmbeddedUser.Builder user) {
			return user.attribute("phone_number", PHONE_NUMBER);
		}
	},

	QUESTION("question@example.com", "Answer a question instead of a password."),

	UNCONFIRMED("unconfirmed@example.com", "The account waits to be confirmed: ask for a new code.") {
		@Override
		EmbeddedUser.Builder with(EmbeddedUser.Builder user) {
			return user.status(Status.UNCONFIRMED);
		}
	},

	RESET_REQUIRED("reset@example.com", "An administrator has asked for a new password.") {
		@Override
		EmbeddedUser.Builder with(EmbeddedUser.Builder user) {
			return user.status(Status.RESET_REQUIRED);
		}
	};

	static final String PASSWORD = "Wonderland-1865";

	/** What an authenticator app has to be given, as Base32. */
	static final String TOTP_SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";

	private static final String PHONE_NUMBER = "+15555550123";

	private final String email;

	private final String description;

	ChallengeUser(String email, String description) {
		this.email = email;
		this.description = description;
	}

	public String email() {
		return this.email;
	}

	public String description() {
		return this.description;
	}

	EmbeddedUser.Builder with(EmbeddedUser.Builder user) {
		return user;
	}

	/**
	 * A user in this state.
	 */
	EmbeddedUser toUser(String email) {
		return with(EmbeddedUser.named(email).password(PASSWORD).attribute("email", email)).build();
	}

}

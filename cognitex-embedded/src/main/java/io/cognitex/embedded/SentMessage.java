package io.cognitex.embedded;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.cognitex.embedded.internal.message.Message;

/**
 * A message with a code, which the service would have sent by mail or text message.
 *
 * @param userPoolId the pool
 * @param username the user's canonical name
 * @param purpose why it was sent
 * @param medium how it would have been sent
 * @param destination the full address
 * @param code the code
 * @param subject the subject of the mail, if the custom message trigger gave one
 * @param text the whole text with the code in it, if the custom message trigger gave one;
 * the texts of the service and of the pool's settings are not emulated
 * @param sentAt when it was sent, by the pool's clock
 */
public record SentMessage(String userPoolId, String username, Purpose purpose, Medium medium, String destination,
		String code, @Nullable String subject, @Nullable String text, Instant sentAt) {

	static SentMessage of(Message message) {
		return new SentMessage(message.userPoolId(), message.recipient().username(),
				Purpose.valueOf(message.purpose().name()), Medium.valueOf(message.medium()), message.destination(),
				message.code(), message.subject(), message.text(), message.sentAt());
	}

	@Override
	public String toString() {
		return "SentMessage[username=" + this.username + ", purpose=" + this.purpose + ", medium=" + this.medium
				+ ", sentAt=" + this.sentAt + "]";
	}

	/**
	 * Why a message is sent, in the words of Cognito's custom message trigger.
	 */
	public enum Purpose {

		/** To confirm a sign-up. */
		SIGN_UP,

		/**
		 * To invite a user whom an administrator created: the code is the temporary
		 * password.
		 */
		ADMIN_CREATE_USER,

		/** To confirm a sign-up, asked for again. */
		RESEND_CODE,

		/** To set a new password in the place of a forgotten one. */
		FORGOT_PASSWORD,

		/** To verify an attribute that was changed. */
		UPDATE_USER_ATTRIBUTE,

		/** To sign in, as the first or second factor. */
		AUTHENTICATION,

		/** To verify an attribute on request. */
		VERIFY_USER_ATTRIBUTE,

		/**
		 * To ask whether a risky sign-in was the user's: the code is the
		 * {@code FeedbackToken} of {@code UpdateAuthEventFeedback}, and the text has the
		 * event's id too.
		 */
		RISK_NOTIFICATION

	}

	/**
	 * How a message is sent.
	 */
	public enum Medium {

		/** By mail. */
		EMAIL,

		/** As a text message. */
		SMS

	}

}

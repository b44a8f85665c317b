package io.cognitex;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A person's answer to a {@link SignInChallenge}, made by the challenge itself, so that
 * an answer which does not fit cannot be made:
 *
 * <pre class="code">
 * if (signIn instanceof SignInChallenge.CodeChallenge challenge) {
 *     signIn = accounts.respond(challenge.answer("123456"));
 * }
 * </pre>
 *
 * Answers are secrets, which {@code toString()} does not show.
 *
 * @see CognitoAccountManager#respond
 */
public sealed interface SignInAnswer {

	/**
	 * What is answered.
	 * @return the challenge
	 */
	SignInChallenge challenge();

	/**
	 * The code that was sent, or that the authenticator app shows.
	 *
	 * @param challenge what is answered
	 * @param code as it was typed
	 */
	record Code(SignInChallenge.CodeChallenge challenge, String code) implements SignInAnswer {

		@Override
		public String toString() {
			return text(this);
		}

	}

	/**
	 * One of the offered ways.
	 *
	 * @param challenge what is answered
	 * @param choice Cognito's name of it
	 */
	record Choice(SignInChallenge.ChoiceChallenge challenge, String choice) implements SignInAnswer {

		@Override
		public String toString() {
			return text(this);
		}

	}

	/**
	 * The password in place of the temporary one.
	 *
	 * @param challenge what is answered
	 * @param password the new password
	 * @param attributes name to value, without the {@code userAttributes.} prefix; those
	 * that are required, and others if the app client may write them
	 */
	record NewPassword(SignInChallenge.NewPasswordRequired challenge, String password,
			Map<String, String> attributes) implements SignInAnswer {

		public NewPassword {
			attributes = Map.copyOf(attributes);
		}

		@Override
		public String toString() {
			return text(this);
		}

	}

	/**
	 * The first code of an authenticator app, which shows that it was set up.
	 *
	 * @param challenge what is answered
	 * @param code as it was typed
	 * @param friendlyDeviceName what the user calls the app; {@code null} for no name
	 */
	record SoftwareTokenCode(SignInChallenge.SoftwareTokenSetup challenge, String code,
			@Nullable String friendlyDeviceName) implements SignInAnswer {

		@Override
		public String toString() {
			return text(this);
		}

	}

	/**
	 * The address to which codes shall go.
	 *
	 * @param challenge what is answered
	 * @param address an e-mail address
	 */
	record EmailAddress(SignInChallenge.EmailSetup challenge, String address) implements SignInAnswer {

		@Override
		public String toString() {
			return text(this);
		}

	}

	/**
	 * The password, where the user gave the username first.
	 *
	 * @param challenge what is answered
	 * @param password as it was typed
	 */
	record Password(SignInChallenge.Password challenge, String password) implements SignInAnswer {

		@Override
		public String toString() {
			return text(this);
		}

	}

	/**
	 * What the browser's {@code navigator.credentials.get} returned.
	 *
	 * @param challenge what is answered
	 * @param credential the {@code AuthenticationResponseJSON} of the WebAuthn
	 * specification
	 */
	record WebAuthnCredential(SignInChallenge.WebAuthn challenge, String credential) implements SignInAnswer {

		@Override
		public String toString() {
			return text(this);
		}

	}

	/**
	 * The answer to a question of the pool's own.
	 *
	 * @param challenge what is answered
	 * @param answer as it was typed
	 */
	record Custom(SignInChallenge.CustomChallenge challenge, String answer) implements SignInAnswer {

		@Override
		public String toString() {
			return text(this);
		}

	}

	private static String text(SignInAnswer answer) {
		return answer.getClass().getSimpleName() + "[challenge=" + answer.challenge() + "]";
	}

}

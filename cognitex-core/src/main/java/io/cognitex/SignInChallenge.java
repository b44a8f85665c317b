package io.cognitex;

import java.io.Serializable;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What Cognito asks before it issues tokens, one record for each kind, with what a page
 * needs to ask it and the method that makes the answer. The steps that need no person
 * (the SRP proofs of password and device) are answered inside and never appear here.
 *
 * <p>
 * Kept on the server between the steps: Cognito's session and the secrets of devices and
 * authenticator apps must not reach the browser with it. {@code toString()} shows none of
 * them.
 *
 * @see CognitoAccountManager#respond
 * @see <a href=
 * "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_RespondToAuthChallenge.html">RespondToAuthChallenge</a>
 */
public sealed interface SignInChallenge extends SignIn, Serializable {

	/**
	 * Cognito's name of the challenge, such as {@code SMS_MFA}.
	 * @return the name
	 */
	String name();

	/**
	 * How far the sign-in has come.
	 * @return what the next step needs
	 */
	SignInProgress progress();

	/**
	 * The user who signs in.
	 * @return the canonical username, as soon as Cognito has told it; until then what was
	 * typed
	 */
	default String username() {
		return progress().username();
	}

	/**
	 * A challenge that a code answers.
	 */
	sealed interface CodeChallenge extends SignInChallenge {

		/**
		 * Answers with a code.
		 * @param code as it was typed
		 * @return the answer
		 */
		default SignInAnswer.Code answer(String code) {
			return new SignInAnswer.Code(this, code);
		}

	}

	/**
	 * A challenge that offers a choice.
	 */
	sealed interface ChoiceChallenge extends SignInChallenge {

		/**
		 * What can be chosen.
		 * @return Cognito's names, such as {@code EMAIL_OTP}
		 */
		List<String> choices();

		/**
		 * Answers with one of the {@link #choices()}.
		 * @param choice Cognito's name of it
		 * @return the answer
		 */
		default SignInAnswer.Choice choose(String choice) {
			return new SignInAnswer.Choice(this, choice);
		}

	}

	/**
	 * The temporary password was right and has to be replaced now.
	 *
	 * @param progress how far the sign-in has come
	 * @param requiredAttributes attributes that must come with the answer, without the
	 * {@code userAttributes.} prefix
	 * @param attributes what the account has already
	 */
	record NewPasswordRequired(SignInProgress progress, List<String> requiredAttributes,
			Map<String, String> attributes) implements SignInChallenge {

		public NewPasswordRequired {
			requiredAttributes = List.copyOf(requiredAttributes);
			attributes = Map.copyOf(attributes);
		}

		@Override
		public String name() {
			return "NEW_PASSWORD_REQUIRED";
		}

		/**
		 * Answers with a new password.
		 * @param password according to the pool's policy
		 * @param attributes name to value, at least the {@link #requiredAttributes()}
		 * @return the answer
		 */
		public SignInAnswer.NewPassword answer(String password, Map<String, String> attributes) {
			return new SignInAnswer.NewPassword(this, password, attributes);
		}

		@Override
		public String toString() {
			return "NewPasswordRequired[progress=" + this.progress + ", requiredAttributes=" + this.requiredAttributes
					+ "]";
		}

	}

	/**
	 * A code was sent by text message as a second factor.
	 *
	 * @param progress how far the sign-in has come
	 * @param codeDelivery where the code went
	 */
	record SmsMfa(SignInProgress progress, CodeDelivery codeDelivery) implements CodeChallenge {

		@Override
		public String name() {
			return "SMS_MFA";
		}

	}

	/**
	 * A code was sent by e-mail, as a first or a second factor.
	 *
	 * @param progress how far the sign-in has come
	 * @param codeDelivery where the code went
	 */
	record EmailOtp(SignInProgress progress, CodeDelivery codeDelivery) implements CodeChallenge {

		@Override
		public String name() {
			return "EMAIL_OTP";
		}

	}

	/**
	 * A code was sent by text message as a first factor.
	 *
	 * @param progress how far the sign-in has come
	 * @param codeDelivery where the code went
	 */
	record SmsOtp(SignInProgress progress, CodeDelivery codeDelivery) implements CodeChallenge {

		@Override
		public String name() {
			return "SMS_OTP";
		}

	}

	/**
	 * The code of an authenticator app is asked.
	 *
	 * @param progress how far the sign-in has come
	 * @param friendlyDeviceName what the user called the app when it was set up
	 */
	record SoftwareTokenMfa(SignInProgress progress, @Nullable String friendlyDeviceName) implements CodeChallenge {

		@Override
		public String name() {
			return "SOFTWARE_TOKEN_MFA";
		}

	}

	/**
	 * The user has several second factors and has to choose one.
	 *
	 * @param progress how far the sign-in has come
	 * @param choices Cognito's names of the factors: {@code SMS_MFA}, {@code EMAIL_OTP},
	 * {@code SOFTWARE_TOKEN_MFA}
	 */
	record SelectMfaType(SignInProgress progress, List<String> choices) implements ChoiceChallenge {

		public SelectMfaType {
			choices = List.copyOf(choices);
		}

		@Override
		public String name() {
			return "SELECT_MFA_TYPE";
		}

	}

	/**
	 * The pool demands a second factor and the user has none yet. What is chosen leads to
	 * {@link SoftwareTokenSetup} or {@link EmailSetup}. {@code SMS_MFA} cannot be set up
	 * on the way: Cognito wants the phone number to be in the account before.
	 *
	 * @param progress how far the sign-in has come
	 * @param choices Cognito's names of the factors that can be set up:
	 * {@code SOFTWARE_TOKEN_MFA}, {@code EMAIL_OTP}
	 */
	record MfaSetup(SignInProgress progress, List<String> choices) implements ChoiceChallenge {

		public MfaSetup {
			choices = List.copyOf(choices);
		}

		@Override
		public String name() {
			return "MFA_SETUP";
		}

	}

	/**
	 * An authenticator app has to be set up: the person scans a QR code or copies the
	 * secret, and types the code that the app shows.
	 *
	 * @param progress how far the sign-in has come
	 * @param secretCode the secret to be put into the app, in Base32
	 */
	record SoftwareTokenSetup(SignInProgress progress, String secretCode) implements SignInChallenge {

		@Override
		public String name() {
			return "MFA_SETUP";
		}

		/**
		 * What the QR code says. It holds the secret.
		 * @param issuer whose account it is, such as the application's name
		 * @param account which account it is, such as the e-mail address
		 * @return an {@code otpauth} URI, as authenticator apps take it
		 */
		public String otpauthUri(String issuer, String account) {
			return OtpauthUri.of(issuer, account, this.secretCode);
		}

		/**
		 * Answers with the code that the app shows.
		 * @param code as it was typed
		 * @return the answer
		 */
		public SignInAnswer.SoftwareTokenCode answer(String code) {
			return answer(code, null);
		}

		/**
		 * Answers with the code that the app shows.
		 * @param code as it was typed
		 * @param friendlyDeviceName what the user calls the app; {@code null} for no name
		 * @return the answer
		 */
		public SignInAnswer.SoftwareTokenCode answer(String code, @Nullable String friendlyDeviceName) {
			return new SignInAnswer.SoftwareTokenCode(this, code, friendlyDeviceName);
		}

		@Override
		public String toString() {
			return "SoftwareTokenSetup[progress=" + this.progress + "]";
		}

	}

	/**
	 * Codes shall come by e-mail, and the account has no address yet.
	 *
	 * @param progress how far the sign-in has come
	 */
	record EmailSetup(SignInProgress progress) implements SignInChallenge {

		@Override
		public String name() {
			return "MFA_SETUP";
		}

		/**
		 * Answers with an address, to which Cognito then sends a code.
		 * @param address an e-mail address
		 * @return the answer
		 */
		public SignInAnswer.EmailAddress answer(String address) {
			return new SignInAnswer.EmailAddress(this, address);
		}

	}

	/**
	 * The user may choose how to sign in.
	 *
	 * @param progress how far the sign-in has come
	 * @param availableChallenges Cognito's names of the first factors
	 */
	record SelectChallenge(SignInProgress progress, List<String> availableChallenges) implements ChoiceChallenge {

		public SelectChallenge {
			availableChallenges = List.copyOf(availableChallenges);
		}

		@Override
		public String name() {
			return "SELECT_CHALLENGE";
		}

		/**
		 * What a person can choose: {@code PASSWORD}, which stands for
		 * {@code PASSWORD_SRP} as well, {@code EMAIL_OTP}, {@code SMS_OTP},
		 * {@code WEB_AUTHN}.
		 * @return Cognito's names
		 */
		@Override
		public List<String> choices() {
			return this.availableChallenges.stream()
				.map((challenge) -> challenge.equals("PASSWORD_SRP") ? "PASSWORD" : challenge)
				.distinct()
				.toList();
		}

	}

	/**
	 * A password is asked after the username.
	 *
	 * @param progress how far the sign-in has come
	 * @param proof how it is given to Cognito
	 */
	record Password(SignInProgress progress, PasswordProof proof) implements SignInChallenge {

		@Override
		public String name() {
			return "PASSWORD";
		}

		/**
		 * Answers with the password.
		 * @param password as it was typed
		 * @return the answer
		 */
		public SignInAnswer.Password answer(String password) {
			return new SignInAnswer.Password(this, password);
		}

	}

	/**
	 * A passkey is asked.
	 *
	 * @param progress how far the sign-in has come
	 * @param credentialRequestOptions the JSON that the browser's
	 * {@code PublicKeyCredential.parseRequestOptionsFromJSON} takes
	 */
	record WebAuthn(SignInProgress progress, String credentialRequestOptions) implements SignInChallenge {

		@Override
		public String name() {
			return "WEB_AUTHN";
		}

		/**
		 * Answers with what the browser returned.
		 * @param credential the {@code AuthenticationResponseJSON} of the WebAuthn
		 * specification
		 * @return the answer
		 */
		public SignInAnswer.WebAuthnCredential answer(String credential) {
			return new SignInAnswer.WebAuthnCredential(this, credential);
		}

	}

	/**
	 * A question of the pool's own Lambda triggers.
	 *
	 * @param progress how far the sign-in has come
	 * @param parameters the public parameters that the trigger chose
	 */
	record CustomChallenge(SignInProgress progress, Map<String, String> parameters) implements SignInChallenge {

		public CustomChallenge {
			parameters = Map.copyOf(parameters);
		}

		@Override
		public String name() {
			return "CUSTOM_CHALLENGE";
		}

		/**
		 * Answers the question.
		 * @param answer as it was typed
		 * @return the answer
		 */
		public SignInAnswer.Custom answer(String answer) {
			return new SignInAnswer.Custom(this, answer);
		}

	}

	/**
	 * A challenge that this version of Cognitex does not know. It cannot be answered, and
	 * it is not a success.
	 *
	 * @param progress how far the sign-in has come
	 * @param name as Cognito sent it
	 */
	record Unsupported(SignInProgress progress, String name) implements SignInChallenge {

	}

}

package io.cognitex;

import java.io.Serializable;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What Cognito asks before it issues tokens, one record for each kind, with what a page
 * needs to ask it. The steps that need no person (the SRP proofs of password and device)
 * are answered inside and never appear here.
 *
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
	 * The canonical username of the user who signs in, which every answer repeats.
	 * @return the username
	 */
	String username();

	/**
	 * The sign-in under way.
	 * @return Cognito's session; {@code null} only in an {@link Unsupported} challenge
	 */
	@Nullable CognitoSession session();

	/**
	 * The temporary password was right and has to be replaced now.
	 *
	 * @param username the canonical username
	 * @param session the sign-in under way
	 * @param requiredAttributes attributes that must come with the answer, without the
	 * {@code userAttributes.} prefix
	 * @param attributes what the account has already
	 */
	record NewPasswordRequired(String username, CognitoSession session, List<String> requiredAttributes,
			Map<String, String> attributes) implements SignInChallenge {

		public NewPasswordRequired {
			requiredAttributes = List.copyOf(requiredAttributes);
			attributes = Map.copyOf(attributes);
		}

		@Override
		public String name() {
			return "NEW_PASSWORD_REQUIRED";
		}

		@Override
		public String toString() {
			return "NewPasswordRequired[username=" + this.username + ", requiredAttributes=" + this.requiredAttributes
					+ "]";
		}

	}

	/**
	 * A code was sent by text message as a second factor.
	 *
	 * @param username the canonical username
	 * @param session the sign-in under way
	 * @param codeDelivery where the code went
	 */
	record SmsMfa(String username, CognitoSession session, CodeDelivery codeDelivery) implements SignInChallenge {

		@Override
		public String name() {
			return "SMS_MFA";
		}

	}

	/**
	 * A code was sent by e-mail, as a first or a second factor.
	 *
	 * @param username the canonical username
	 * @param session the sign-in under way
	 * @param codeDelivery where the code went
	 */
	record EmailOtp(String username, CognitoSession session, CodeDelivery codeDelivery) implements SignInChallenge {

		@Override
		public String name() {
			return "EMAIL_OTP";
		}

	}

	/**
	 * A code was sent by text message as a first factor.
	 *
	 * @param username the canonical username
	 * @param session the sign-in under way
	 * @param codeDelivery where the code went
	 */
	record SmsOtp(String username, CognitoSession session, CodeDelivery codeDelivery) implements SignInChallenge {

		@Override
		public String name() {
			return "SMS_OTP";
		}

	}

	/**
	 * The code of an authenticator app is asked.
	 *
	 * @param username the canonical username
	 * @param session the sign-in under way
	 * @param friendlyDeviceName what the user called the app when it was set up
	 */
	record SoftwareTokenMfa(String username, CognitoSession session,
			@Nullable String friendlyDeviceName) implements SignInChallenge {

		@Override
		public String name() {
			return "SOFTWARE_TOKEN_MFA";
		}

	}

	/**
	 * The user has several second factors and has to choose one.
	 *
	 * @param username the canonical username
	 * @param session the sign-in under way
	 * @param choices Cognito's names of the factors
	 */
	record SelectMfaType(String username, CognitoSession session, List<String> choices) implements SignInChallenge {

		public SelectMfaType {
			choices = List.copyOf(choices);
		}

		@Override
		public String name() {
			return "SELECT_MFA_TYPE";
		}

	}

	/**
	 * The pool demands a second factor and the user has none yet.
	 *
	 * @param username the canonical username
	 * @param session the sign-in under way
	 * @param choices Cognito's names of the factors that can be set up
	 */
	record MfaSetup(String username, CognitoSession session, List<String> choices) implements SignInChallenge {

		public MfaSetup {
			choices = List.copyOf(choices);
		}

		@Override
		public String name() {
			return "MFA_SETUP";
		}

	}

	/**
	 * The user may choose how to sign in.
	 *
	 * @param username the canonical username
	 * @param session the sign-in under way
	 * @param choices Cognito's names of the first factors
	 */
	record SelectChallenge(String username, CognitoSession session, List<String> choices) implements SignInChallenge {

		public SelectChallenge {
			choices = List.copyOf(choices);
		}

		@Override
		public String name() {
			return "SELECT_CHALLENGE";
		}

	}

	/**
	 * A password is asked after the username.
	 *
	 * @param username the canonical username
	 * @param session the sign-in under way
	 */
	record Password(String username, CognitoSession session) implements SignInChallenge {

		@Override
		public String name() {
			return "PASSWORD";
		}

	}

	/**
	 * A passkey is asked.
	 *
	 * @param username the canonical username
	 * @param session the sign-in under way
	 * @param credentialRequestOptions the JSON that the browser's
	 * {@code navigator.credentials.get} takes
	 */
	record WebAuthn(String username, CognitoSession session,
			String credentialRequestOptions) implements SignInChallenge {

		@Override
		public String name() {
			return "WEB_AUTHN";
		}

	}

	/**
	 * A question of the pool's own Lambda triggers.
	 *
	 * @param username the canonical username
	 * @param session the sign-in under way
	 * @param parameters the public parameters that the trigger chose
	 */
	record CustomChallenge(String username, CognitoSession session,
			Map<String, String> parameters) implements SignInChallenge {

		public CustomChallenge {
			parameters = Map.copyOf(parameters);
		}

		@Override
		public String name() {
			return "CUSTOM_CHALLENGE";
		}

	}

	/**
	 * A challenge that this version of Cognitex does not know. It cannot be answered, and
	 * it is not a success.
	 *
	 * @param name as Cognito sent it
	 * @param username the canonical username
	 * @param session the sign-in under way
	 */
	record Unsupported(String name, String username, @Nullable CognitoSession session) implements SignInChallenge {

	}

}

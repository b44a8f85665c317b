package io.cognitex;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The account operations of one Cognito user pool: sign-up, sign-in, profile and
 * password. Inject it, or make one without Spring:
 *
 * <pre class="code">
 * CognitoAccountManager accounts = CognitoAccountManager.builder()
 *     .userPoolId("eu-central-1_AbCdEfGhI")
 *     .clientId("1example23456789")
 *     .build();
 * </pre>
 *
 * <p>
 * A username may be any name that the user signs in with (username, or e-mail address or
 * phone number where the pool allows it). Every method throws {@link CognitoException}
 * for whatever Cognito refuses, and for arguments that are {@code null}, blank or longer
 * than Cognito takes, in which case no call is made. Every method that takes an access
 * token first checks that the token belongs to this pool and app client, because Cognito
 * itself accepts tokens of any pool in the region. Only {@link #adminGetUser} and
 * {@link #adminUserGlobalSignOut} need AWS credentials (and sign-ins with
 * {@link SignInFlow#ADMIN_USER_PASSWORD_AUTH}).
 *
 * <p>
 * Implementations are safe for use by many threads. Those that {@link #builder()} makes
 * open their connection to Cognito with the first operation, and {@link #close()} ends
 * it; Spring calls it when the application stops.
 *
 * <p>
 * Any operation may throw these, beside what it lists itself:
 * {@link CognitoError#INVALID_PARAMETER} for arguments,
 * {@link CognitoError#TOO_MANY_REQUESTS} and {@link CognitoError#SERVICE_UNAVAILABLE}
 * when Cognito throttles, is down or too slow, and
 * {@link CognitoError#RESOURCE_NOT_FOUND} when the pool or the app client does not exist.
 */
public interface CognitoAccountManager extends AutoCloseable {

	/**
	 * Begins to make an account manager.
	 * @return a builder that needs a user pool and an app client
	 */
	static CognitoAccountManagerBuilder builder() {
		return new CognitoAccountManagerBuilder();
	}

	/**
	 * Makes an account. Unless the pool confirms users by itself, Cognito sends a code,
	 * which {@link #confirm} takes.
	 *
	 * <p>
	 * Tells whoever asks that a name is taken: Cognito has no setting that hides it.
	 * @param username at most 128 characters without blanks; an e-mail address or a phone
	 * number if the pool wants that
	 * @param password at most 256 characters, according to the pool's policy
	 * @param attributes name to value, such as {@code email} or {@code custom:plan}; may
	 * be empty, if the pool requires none
	 * @return the new account
	 * @throws CognitoException {@link CognitoError#USERNAME_EXISTS},
	 * {@link CognitoError#INVALID_PASSWORD}, {@link CognitoError#CODE_DELIVERY_FAILURE}
	 * or {@link CognitoError#LIMIT_EXCEEDED} (the account has been made all the same),
	 * {@link CognitoError#USER_LAMBDA_VALIDATION}, {@link CognitoError#NOT_AUTHORIZED}
	 * where only administrators make accounts
	 */
	SignUpResult signUp(String username, String password, Map<String, String> attributes);

	/**
	 * Confirms a new account with the code that was sent.
	 * @param username the name that signed up
	 * @param confirmationCode the code, valid for 24 hours
	 * @throws CognitoException {@link CognitoError#CODE_MISMATCH},
	 * {@link CognitoError#EXPIRED_CODE}, {@link CognitoError#ALIAS_EXISTS} if another
	 * account has the e-mail address or phone number, {@link CognitoError#NOT_AUTHORIZED}
	 * if the account is confirmed already, {@link CognitoError#TOO_MANY_FAILED_ATTEMPTS},
	 * {@link CognitoError#LIMIT_EXCEEDED}, {@link CognitoError#USER_NOT_FOUND} if the app
	 * client reveals which users exist
	 */
	void confirm(String username, String confirmationCode);

	/**
	 * Sends a new code for {@link #confirm}; the old one is void from then on.
	 * @param username the name that signed up
	 * @return where the code went. For unknown users, if the app client hides which users
	 * exist, made up by Cognito; without any detail where Cognito tells none
	 * @throws CognitoException {@link CognitoError#INVALID_PARAMETER} if the account is
	 * confirmed already, {@link CognitoError#LIMIT_EXCEEDED},
	 * {@link CognitoError#CODE_DELIVERY_FAILURE}, {@link CognitoError#USER_NOT_FOUND} if
	 * the app client reveals which users exist
	 */
	CodeDelivery resendConfirmationCode(String username);

	/**
	 * Signs in.
	 *
	 * <p>
	 * An answer other than {@link SignIn.Completed} is not a success: Cognito wants to
	 * know more first.
	 * @param username any name that signs in
	 * @param password the password
	 * @return the tokens, or the challenge that Cognito asks next
	 * @throws CognitoException {@link CognitoError#NOT_AUTHORIZED} for a wrong password,
	 * an unknown or disabled user or one with too many attempts,
	 * {@link CognitoError#USER_NOT_FOUND} if the app client reveals which users exist,
	 * {@link CognitoError#USER_NOT_CONFIRMED},
	 * {@link CognitoError#PASSWORD_RESET_REQUIRED},
	 * {@link CognitoError#USER_LAMBDA_VALIDATION}; and
	 * {@link CognitoError#INVALID_PARAMETER} if the app client does not allow the
	 * {@link SignInFlow}
	 */
	SignIn authenticate(String username, String password);

	/**
	 * Signs in, in a way of its own: with another flow, without a password, with a first
	 * factor of choice or from a remembered device.
	 *
	 * <p>
	 * An answer other than {@link SignIn.Completed} is not a success: Cognito wants to
	 * know more first.
	 * @param request who signs in, and how
	 * @return the tokens, or the challenge that Cognito asks next
	 * @throws CognitoException as {@link #authenticate(String, String)}, and
	 * {@link CognitoError#INVALID_PARAMETER} if the flow needs a password that is missing
	 */
	SignIn authenticate(SignInRequest request);

	/**
	 * Answers a challenge.
	 *
	 * <p>
	 * After {@link CognitoError#CODE_MISMATCH},
	 * {@link CognitoError#ENABLE_SOFTWARE_TOKEN_MFA},
	 * {@link CognitoError#INVALID_PASSWORD} and {@link CognitoError#INVALID_PARAMETER}
	 * the same challenge may be answered again. An answer that led on has used it up, and
	 * answering it twice is {@link CognitoError#SESSION_EXPIRED}.
	 * @param answer what the challenge's own method made
	 * @return the tokens, or the challenge that Cognito asks next
	 * @throws CognitoException {@link CognitoError#CODE_MISMATCH} or
	 * {@link CognitoError#ENABLE_SOFTWARE_TOKEN_MFA} for a wrong code,
	 * {@link CognitoError#EXPIRED_CODE} for one that was used or is too old,
	 * {@link CognitoError#INVALID_PASSWORD} for a new password against the policy,
	 * {@link CognitoError#SESSION_EXPIRED} if the sign-in took too long or the challenge
	 * has been answered before, {@link CognitoError#NOT_AUTHORIZED} for whatever else
	 * ends the sign-in, and {@link CognitoError#INVALID_PARAMETER} for a choice that was
	 * not offered
	 */
	SignIn respond(SignInAnswer answer);

	/**
	 * The user to whom an access token belongs, asked from Cognito: a token that has been
	 * revoked is refused. Attributes that the app client may not read are absent.
	 * @param accessToken an access token of this pool and app client
	 * @return the user, without the account's state
	 * @throws CognitoException {@link CognitoError#NOT_AUTHORIZED} for a token that is
	 * malformed, forged, expired, revoked, of another pool or app client, or without the
	 * scope {@code aws.cognito.signin.user.admin}; {@link CognitoError#USER_NOT_FOUND} if
	 * the user has been deleted
	 */
	CognitoUser getUser(String accessToken);

	/**
	 * Any user of the pool, with the account's state and dates. Needs AWS credentials
	 * with {@code cognito-idp:AdminGetUser}. Not for answers to anybody but
	 * administrators: it tells whether a user exists.
	 * @param username any name that signs in, or the {@code sub}
	 * @return the user
	 * @throws CognitoException {@link CognitoError#USER_NOT_FOUND}, or
	 * {@link CognitoError#ACCESS_DENIED} if there are no AWS credentials or they do not
	 * allow it
	 */
	CognitoUser adminGetUser(String username);

	/**
	 * Changes the password of the user who is signed in. Tokens that were issued before
	 * stay valid.
	 * @param accessToken an access token of this pool and app client
	 * @param previousPassword the present password
	 * @param proposedPassword the new password, according to the pool's policy
	 * @throws CognitoException {@link CognitoError#NOT_AUTHORIZED} for a wrong present
	 * password and for tokens as in {@link #getUser},
	 * {@link CognitoError#INVALID_PASSWORD},
	 * {@link CognitoError#PASSWORD_HISTORY_POLICY_VIOLATION},
	 * {@link CognitoError#LIMIT_EXCEEDED}
	 */
	void changePassword(String accessToken, String previousPassword, String proposedPassword);

	/**
	 * Changes attributes of the user who is signed in. A new e-mail address or phone
	 * number may have to be verified with a code, by {@link #verifyUserAttribute}.
	 * @param accessToken an access token of this pool and app client
	 * @param attributes name to value, at least one; an empty value deletes the attribute
	 * @return where codes went, one for each attribute that has to be verified
	 * @throws CognitoException {@link CognitoError#NOT_AUTHORIZED} for attributes that
	 * the app client may not write and for tokens as in {@link #getUser},
	 * {@link CognitoError#INVALID_PARAMETER} for what the pool's schema refuses,
	 * {@link CognitoError#ALIAS_EXISTS} if another account has the e-mail address or
	 * phone number, {@link CognitoError#CODE_DELIVERY_FAILURE}
	 */
	List<CodeDelivery> updateUserAttributes(String accessToken, Map<String, String> attributes);

	/**
	 * Sends a code to the e-mail address or phone number of the user who is signed in.
	 * @param accessToken an access token of this pool and app client
	 * @param attributeName {@code email} or {@code phone_number}
	 * @return where the code went
	 * @throws CognitoException {@link CognitoError#INVALID_PARAMETER} for other
	 * attributes, {@link CognitoError#NOT_AUTHORIZED} for tokens as in {@link #getUser},
	 * {@link CognitoError#LIMIT_EXCEEDED}, {@link CognitoError#CODE_DELIVERY_FAILURE}
	 */
	CodeDelivery getUserAttributeVerificationCode(String accessToken, String attributeName);

	/**
	 * Verifies the e-mail address or phone number of the user who is signed in.
	 * @param accessToken an access token of this pool and app client
	 * @param attributeName {@code email} or {@code phone_number}
	 * @param code the code that was sent, valid for 24 hours
	 * @throws CognitoException {@link CognitoError#CODE_MISMATCH},
	 * {@link CognitoError#EXPIRED_CODE}, {@link CognitoError#ALIAS_EXISTS},
	 * {@link CognitoError#LIMIT_EXCEEDED}, {@link CognitoError#NOT_AUTHORIZED} for tokens
	 * as in {@link #getUser}
	 */
	void verifyUserAttribute(String accessToken, String attributeName, String code);

	/**
	 * Sends a code with which a new password can be set.
	 * @param username any name that signs in
	 * @return where the code went. For unknown users, if the app client hides which users
	 * exist, made up by Cognito; without any detail where Cognito tells none
	 * @throws CognitoException {@link CognitoError#INVALID_PARAMETER} if the user has no
	 * verified e-mail address or phone number, {@link CognitoError#NOT_AUTHORIZED} if the
	 * password cannot be reset in the account's state,
	 * {@link CognitoError#LIMIT_EXCEEDED}, {@link CognitoError#CODE_DELIVERY_FAILURE},
	 * {@link CognitoError#USER_NOT_FOUND} if the app client reveals which users exist
	 */
	CodeDelivery forgotPassword(String username);

	/**
	 * Sets a new password with the code that was sent. The code comes first, as it did in
	 * the Elixir library of the same name.
	 * @param confirmationCode the code, valid for one hour
	 * @param username the name for which it was asked
	 * @param password the new password, according to the pool's policy
	 * @throws CognitoException {@link CognitoError#CODE_MISMATCH},
	 * {@link CognitoError#EXPIRED_CODE}, {@link CognitoError#INVALID_PASSWORD},
	 * {@link CognitoError#PASSWORD_HISTORY_POLICY_VIOLATION},
	 * {@link CognitoError#LIMIT_EXCEEDED}, {@link CognitoError#TOO_MANY_FAILED_ATTEMPTS},
	 * {@link CognitoError#USER_NOT_FOUND} if the app client reveals which users exist
	 */
	void confirmForgotPassword(String confirmationCode, String username, String password);

	/**
	 * Tells a listener of each change that is made to an account through this object from
	 * now on: passwords, attributes, sign-outs. By default nobody is told, so that
	 * whoever remembers users learns of changes when Cognito is asked again.
	 * @param listener the listener, which is never removed
	 */
	default void addListener(AccountChangeListener listener) {
	}

	/**
	 * Begins to register a passkey for the user who is signed in.
	 * @param accessToken an access token of this pool and app client
	 * @return the JSON that the browser's
	 * {@code PublicKeyCredential.parseCreationOptionsFromJSON} takes
	 * @throws CognitoException {@link CognitoError#WEB_AUTHN_NOT_ENABLED} or
	 * {@link CognitoError#WEB_AUTHN_CONFIGURATION_MISSING} if the pool takes no passkeys,
	 * {@link CognitoError#LIMIT_EXCEEDED}, {@link CognitoError#NOT_AUTHORIZED} for tokens
	 * as in {@link #getUser}
	 */
	String startWebAuthnRegistration(String accessToken);

	/**
	 * Registers the passkey that the browser has made.
	 * @param accessToken an access token of this pool and app client
	 * @param credential the {@code RegistrationResponseJSON} of the WebAuthn
	 * specification
	 * @throws CognitoException {@link CognitoError#INVALID_PARAMETER} for what is not
	 * JSON, {@link CognitoError#WEB_AUTHN_CHALLENGE_NOT_FOUND} if the registration was
	 * not begun or took too long, {@link CognitoError#WEB_AUTHN_ORIGIN_NOT_ALLOWED},
	 * {@link CognitoError#WEB_AUTHN_RELYING_PARTY_MISMATCH},
	 * {@link CognitoError#WEB_AUTHN_CLIENT_MISMATCH},
	 * {@link CognitoError#WEB_AUTHN_CREDENTIAL_NOT_SUPPORTED},
	 * {@link CognitoError#NOT_AUTHORIZED} for tokens as in {@link #getUser}
	 */
	void completeWebAuthnRegistration(String accessToken, String credential);

	/**
	 * The passkeys of the user who is signed in.
	 * @param accessToken an access token of this pool and app client
	 * @return all of them
	 * @throws CognitoException {@link CognitoError#NOT_AUTHORIZED} for tokens as in
	 * {@link #getUser}
	 */
	List<Passkey> listWebAuthnCredentials(String accessToken);

	/**
	 * Deletes a passkey of the user who is signed in.
	 * @param accessToken an access token of this pool and app client
	 * @param credentialId which one
	 * @throws CognitoException {@link CognitoError#RESOURCE_NOT_FOUND} if the user has no
	 * such passkey, {@link CognitoError#NOT_AUTHORIZED} for tokens as in {@link #getUser}
	 */
	void deleteWebAuthnCredential(String accessToken, String credentialId);

	/**
	 * Begins to set up an authenticator app for the user who is signed in.
	 * @param accessToken an access token of this pool and app client
	 * @return the secret to be put into the app
	 * @throws CognitoException {@link CognitoError#SOFTWARE_TOKEN_MFA_NOT_FOUND} if the
	 * pool has no such factor, {@link CognitoError#NOT_AUTHORIZED} for tokens as in
	 * {@link #getUser}
	 */
	SoftwareTokenSecret associateSoftwareToken(String accessToken);

	/**
	 * Shows that the authenticator app was set up. It is asked in sign-ins only when
	 * {@link #setUserMfaPreference} says so.
	 * @param accessToken an access token of this pool and app client
	 * @param code the code that the app shows
	 * @param friendlyDeviceName what the user calls the app; {@code null} for no name
	 * @throws CognitoException {@link CognitoError#ENABLE_SOFTWARE_TOKEN_MFA} or
	 * {@link CognitoError#CODE_MISMATCH} for a wrong code,
	 * {@link CognitoError#NOT_AUTHORIZED} for tokens as in {@link #getUser}
	 */
	void verifySoftwareToken(String accessToken, String code, @Nullable String friendlyDeviceName);

	/**
	 * Switches second factors of the user who is signed in on and off.
	 * @param accessToken an access token of this pool and app client
	 * @param settings at least one; factors that are not named stay as they are. Passkeys
	 * cannot be {@link MfaSetting#PREFERRED}
	 * @throws CognitoException {@link CognitoError#INVALID_PARAMETER} for a factor that
	 * has not been set up, {@link CognitoError#NOT_AUTHORIZED} for tokens as in
	 * {@link #getUser}
	 */
	void setUserMfaPreference(String accessToken, Map<MfaType, MfaSetting> settings);

	/**
	 * How the user who is signed in can sign in.
	 * @param accessToken an access token of this pool and app client
	 * @return the factors
	 * @throws CognitoException {@link CognitoError#NOT_AUTHORIZED} for tokens as in
	 * {@link #getUser}
	 */
	UserAuthFactors getUserAuthFactors(String accessToken);

	/**
	 * Makes a device known to Cognito that it {@linkplain SignIn.Completed#newDevice()
	 * offered to remember}.
	 * @param accessToken the access token of that sign-in
	 * @param newDevice the device
	 * @param deviceName what its owner sees in the list of devices; {@code null} for no
	 * name
	 * @return what to keep on the device
	 * @throws CognitoException {@link CognitoError#INVALID_PARAMETER} or
	 * {@link CognitoError#RESOURCE_NOT_FOUND} for a device that was not offered,
	 * {@link CognitoError#DEVICE_KEY_EXISTS} for one that was confirmed before,
	 * {@link CognitoError#INVALID_USER_POOL_CONFIGURATION} if the pool tracks none,
	 * {@link CognitoError#NOT_AUTHORIZED} for tokens as in {@link #getUser}
	 */
	ConfirmedDevice confirmDevice(String accessToken, NewDevice newDevice, @Nullable String deviceName);

	/**
	 * Says whether a device of the user who is signed in is to be remembered.
	 * @param accessToken an access token of this pool and app client
	 * @param deviceKey which device
	 * @param status whether to remember it
	 * @throws CognitoException {@link CognitoError#RESOURCE_NOT_FOUND} if the user has no
	 * such device, {@link CognitoError#NOT_AUTHORIZED} for tokens as in {@link #getUser}
	 */
	void updateDeviceStatus(String accessToken, String deviceKey, DeviceRememberedStatus status);

	/**
	 * Forgets a device of the user who is signed in.
	 * @param accessToken an access token of this pool and app client
	 * @param deviceKey which device
	 * @throws CognitoException {@link CognitoError#RESOURCE_NOT_FOUND} if the user has no
	 * such device, {@link CognitoError#NOT_AUTHORIZED} for tokens as in {@link #getUser}
	 */
	void forgetDevice(String accessToken, String deviceKey);

	/**
	 * The devices of the user who is signed in.
	 * @param accessToken an access token of this pool and app client
	 * @return all of them
	 * @throws CognitoException {@link CognitoError#INVALID_USER_POOL_CONFIGURATION} if
	 * the pool tracks none, {@link CognitoError#NOT_AUTHORIZED} for tokens as in
	 * {@link #getUser}
	 */
	List<CognitoDevice> listDevices(String accessToken);

	/**
	 * Issues new tokens before the access token runs out, or after. The refresh token
	 * that comes back has to be kept in place of the old one, and stored before it is
	 * used: with rotation the old one is good for the grace period only, and then for
	 * nothing. Within that period a refresh whose answer was lost can be repeated.
	 *
	 * <p>
	 * Calls {@code GetTokensFromRefreshToken}, and {@code InitiateAuth} with
	 * {@code REFRESH_TOKEN_AUTH} only where Cognito says that the former is not for this
	 * app client.
	 * @param tokens those of a login, of this pool and app client; the access token need
	 * not be good any longer
	 * @return new tokens, with the old refresh token where Cognito issued no new one
	 * @throws CognitoException of kind {@link CognitoError.Kind#CREDENTIALS} or
	 * {@link CognitoError.Kind#ACCOUNT_STATE} if the login has come to its end:
	 * {@link CognitoError#NOT_AUTHORIZED} if it was revoked or has expired, if the user
	 * is disabled or the tokens are not of this pool and app client,
	 * {@link CognitoError#REFRESH_TOKEN_REUSE} if the token was rotated before,
	 * {@link CognitoError#USER_NOT_FOUND} if the user was deleted. Of kind
	 * {@link CognitoError.Kind#UNAVAILABLE} if Cognito did not answer, in which case
	 * nobody knows
	 * @see <a href=
	 * "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_GetTokensFromRefreshToken.html">GetTokensFromRefreshToken</a>
	 */
	CognitoTokens refresh(CognitoTokens tokens);

	/**
	 * Ends a login: its refresh token, and all access and ID tokens that came of it, are
	 * good for nothing. Whoever only verifies a token's signature learns of it when the
	 * token runs out. Other logins of the user go on.
	 * @param tokens those of the login, of this pool and app client
	 * @throws CognitoException {@link CognitoError#UNSUPPORTED_OPERATION} if the app
	 * client has token revocation switched off, {@link CognitoError#UNAUTHORIZED} if the
	 * refresh token is of another app client
	 */
	void revokeToken(CognitoTokens tokens);

	/**
	 * Ends a login of which only the refresh token is known. Nobody can be
	 * {@linkplain #addListener told} whose it was.
	 * @param refreshToken of this app client
	 * @throws CognitoException as {@link #revokeToken(CognitoTokens)}, and
	 * {@link CognitoError#UNSUPPORTED_TOKEN_TYPE} if it is not a refresh token
	 */
	void revokeToken(String refreshToken);

	/**
	 * Ends all logins of the user who is signed in, on all devices and with all app
	 * clients of the pool.
	 * @param accessToken an access token of this pool and app client
	 * @throws CognitoException {@link CognitoError#NOT_AUTHORIZED} for tokens as in
	 * {@link #getUser}
	 */
	void globalSignOut(String accessToken);

	/**
	 * Ends all logins of any user. Needs AWS credentials with
	 * {@code cognito-idp:AdminUserGlobalSignOut}.
	 * @param username the user, by any name that signs in
	 * @throws CognitoException {@link CognitoError#USER_NOT_FOUND};
	 * {@link CognitoError#ACCESS_DENIED} without credentials or permission
	 */
	void adminUserGlobalSignOut(String username);

	/**
	 * Closes the connection to Cognito. The account manager cannot be used afterwards. An
	 * SDK client that the application gave to the builder stays open.
	 */
	@Override
	default void close() {
	}

}

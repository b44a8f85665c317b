package io.cognitex;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * What went wrong, to be switched on: each error type that Cognito's user-pool operations
 * declare, and two for the cases in which Cognito did not say.
 *
 * @see CognitoException#error()
 */
public enum CognitoError {

	ACCESS_DENIED("AccessDeniedException", Kind.CONFIGURATION),

	/** An account with this e-mail address or phone number exists already. */
	ALIAS_EXISTS("AliasExistsException", Kind.CONFLICT),

	CODE_DELIVERY_FAILURE("CodeDeliveryFailureException", Kind.UNAVAILABLE),

	/** The confirmation code is wrong. */
	CODE_MISMATCH("CodeMismatchException", Kind.CREDENTIALS),

	CONCURRENT_MODIFICATION("ConcurrentModificationException", Kind.UNAVAILABLE),

	/** The device has been confirmed already. */
	DEVICE_KEY_EXISTS("DeviceKeyExistsException", Kind.CONFLICT),

	ENABLE_SOFTWARE_TOKEN_MFA("EnableSoftwareTokenMFAException", Kind.CREDENTIALS),

	/** The confirmation code has expired, was replaced or was never asked for. */
	EXPIRED_CODE("ExpiredCodeException", Kind.CREDENTIALS),

	/** A web application firewall in front of Cognito refused the request. */
	FORBIDDEN("ForbiddenException", Kind.CONFIGURATION),

	GROUP_EXISTS("GroupExistsException", Kind.CONFLICT),

	INTERNAL_ERROR("InternalErrorException", Kind.UNAVAILABLE),

	INVALID_EMAIL_ROLE_ACCESS_POLICY("InvalidEmailRoleAccessPolicyException", Kind.CONFIGURATION),

	INVALID_LAMBDA_RESPONSE("InvalidLambdaResponseException", Kind.CONFIGURATION),

	/** An argument is missing, malformed or too long. */
	INVALID_PARAMETER("InvalidParameterException", Kind.INPUT),

	/** The new password does not satisfy the pool's password policy. */
	INVALID_PASSWORD("InvalidPasswordException", Kind.INPUT),

	INVALID_SMS_ROLE_ACCESS_POLICY("InvalidSmsRoleAccessPolicyException", Kind.CONFIGURATION),

	INVALID_SMS_ROLE_TRUST_RELATIONSHIP("InvalidSmsRoleTrustRelationshipException", Kind.CONFIGURATION),

	INVALID_USER_POOL_CONFIGURATION("InvalidUserPoolConfigurationException", Kind.CONFIGURATION),

	/** Too many attempts for this account; a later attempt may succeed. */
	LIMIT_EXCEEDED("LimitExceededException", Kind.LIMIT),

	MFA_METHOD_NOT_FOUND("MFAMethodNotFoundException", Kind.CONFIGURATION),

	/** Wrong password, wrong or revoked token, used session, disabled user, … */
	NOT_AUTHORIZED("NotAuthorizedException", Kind.CREDENTIALS),

	OPERATION_NOT_ENABLED("OperationNotEnabledException", Kind.CONFIGURATION),

	/** The new password was used before. */
	PASSWORD_HISTORY_POLICY_VIOLATION("PasswordHistoryPolicyViolationException", Kind.INPUT),

	/** An administrator asked for a new password: {@code forgotPassword} leads on. */
	PASSWORD_RESET_REQUIRED("PasswordResetRequiredException", Kind.ACCOUNT_STATE),

	/** A refresh token was used again after it had been rotated. */
	REFRESH_TOKEN_REUSE("RefreshTokenReuseException", Kind.CREDENTIALS),

	/** The pool, the app client, a group or a device does not exist. */
	RESOURCE_NOT_FOUND("ResourceNotFoundException", Kind.CONFIGURATION),

	/**
	 * The sign-in took too long, or its challenge has been answered before: only a new
	 * sign-in leads on. Cognito has no type of its own for it, so
	 * {@link CognitoException#status()} is {@code NotAuthorizedException}.
	 */
	SESSION_EXPIRED("SessionExpired", Kind.CREDENTIALS),

	SOFTWARE_TOKEN_MFA_NOT_FOUND("SoftwareTokenMFANotFoundException", Kind.CONFIGURATION),

	TOO_MANY_FAILED_ATTEMPTS("TooManyFailedAttemptsException", Kind.LIMIT),

	/** Cognito's request rate for the AWS account is exceeded. */
	TOO_MANY_REQUESTS("TooManyRequestsException", Kind.UNAVAILABLE),

	UNAUTHORIZED("UnauthorizedException", Kind.CREDENTIALS),

	UNEXPECTED_LAMBDA("UnexpectedLambdaException", Kind.CONFIGURATION),

	UNSUPPORTED_OPERATION("UnsupportedOperationException", Kind.CONFIGURATION),

	UNSUPPORTED_TOKEN_TYPE("UnsupportedTokenTypeException", Kind.INPUT),

	UNSUPPORTED_USER_STATE("UnsupportedUserStateException", Kind.ACCOUNT_STATE),

	/** A Lambda trigger of the pool refused. */
	USER_LAMBDA_VALIDATION("UserLambdaValidationException", Kind.INPUT),

	/** The sign-up was not confirmed yet: {@code resendConfirmationCode} leads on. */
	USER_NOT_CONFIRMED("UserNotConfirmedException", Kind.ACCOUNT_STATE),

	USER_NOT_FOUND("UserNotFoundException", Kind.CREDENTIALS),

	/** The username is taken. */
	USERNAME_EXISTS("UsernameExistsException", Kind.CONFLICT),

	WEB_AUTHN_CHALLENGE_NOT_FOUND("WebAuthnChallengeNotFoundException", Kind.CREDENTIALS),

	WEB_AUTHN_CLIENT_MISMATCH("WebAuthnClientMismatchException", Kind.CREDENTIALS),

	WEB_AUTHN_CONFIGURATION_MISSING("WebAuthnConfigurationMissingException", Kind.CONFIGURATION),

	/** The authenticator does not do what the pool demands. */
	WEB_AUTHN_CREDENTIAL_NOT_SUPPORTED("WebAuthnCredentialNotSupportedException", Kind.INPUT),

	WEB_AUTHN_NOT_ENABLED("WebAuthnNotEnabledException", Kind.CONFIGURATION),

	/** The page's address is not one that the pool takes passkeys from. */
	WEB_AUTHN_ORIGIN_NOT_ALLOWED("WebAuthnOriginNotAllowedException", Kind.CONFIGURATION),

	WEB_AUTHN_RELYING_PARTY_MISMATCH("WebAuthnRelyingPartyMismatchException", Kind.CONFIGURATION),

	/**
	 * Cognito could not be reached, was too slow or answered with something that it never
	 * says.
	 */
	SERVICE_UNAVAILABLE("ServiceUnavailable", Kind.UNAVAILABLE),

	/**
	 * A type that this version of Cognitex does not know: see
	 * {@link CognitoException#status()}.
	 */
	UNKNOWN("Unknown", Kind.CONFIGURATION);

	private static final Map<String, CognitoError> BY_STATUS = Arrays.stream(values())
		.collect(Collectors.toUnmodifiableMap(CognitoError::status, Function.identity()));

	private final String status;

	private final Kind kind;

	CognitoError(String status, Kind kind) {
		this.status = status;
		this.kind = kind;
	}

	/**
	 * Cognito's own name of the type, such as {@code UsernameExistsException}.
	 * @return the name as it stands on the wire
	 */
	public String status() {
		return this.status;
	}

	/**
	 * Who can do something about it.
	 * @return the kind of this error
	 */
	public Kind kind() {
		return this.kind;
	}

	/**
	 * The error of that name.
	 * @param status a type name as Cognito sends it, without prefix; {@code null} if the
	 * answer named none
	 * @return the error, or {@link #UNKNOWN}
	 */
	public static CognitoError of(@Nullable String status) {
		return (status != null) ? BY_STATUS.getOrDefault(status, UNKNOWN) : UNKNOWN;
	}

	/**
	 * Who can do something about an error. The user's fault and ours never share a kind.
	 */
	public enum Kind {

		/** The person typed something that cannot be accepted; typing it anew helps. */
		INPUT,

		/** A password, code or token is wrong, expired or revoked. */
		CREDENTIALS,

		/** The name is taken. */
		CONFLICT,

		/** The account needs another step first. */
		ACCOUNT_STATE,

		/** Too many attempts for this account; later is better. */
		LIMIT,

		/** Cognito is down, slow or throttling; nobody did anything wrong. */
		UNAVAILABLE,

		/** The pool, the app client or this application is set up wrongly. */
		CONFIGURATION

	}

}

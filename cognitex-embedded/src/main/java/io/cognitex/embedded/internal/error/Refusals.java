package io.cognitex.embedded.internal.error;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Every refusal with its type and text, so that they can be compared with the service in
 * one place. A text is Cognito's own, observed word for word, unless it says
 * <em>guess</em>: then the type is documented, but nobody has published the words.
 *
 * @see <a href=
 * "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/CommonErrors.html">Common
 * errors</a>
 */
public final class Refusals {

	private static final int BAD_REQUEST = 400;

	private Refusals() {
	}

	// The protocol

	public static Refusal unknownOperation() {
		// Guess
		return refusal("UnknownOperationException", "The requested operation is not recognized by the service.");
	}

	public static Refusal notJson() {
		// Guess. The parser's own words stay out: they quote the body, and with it
		// secrets.
		return refusal("SerializationException", "The request body is not a JSON object.");
	}

	public static Refusal wrongJsonType(String path, String expected) {
		// Guess
		return refusal("SerializationException", "Member '" + path + "' is not of type " + expected + ".");
	}

	public static Refusal unknownMember(String path) {
		// The service ignores members that it does not know. Here they are refused, so
		// that
		// a test finds a misspelt or unsupported member.
		return refusal("SerializationException", "Member '" + path + "' is not known to this operation.");
	}

	public static Refusal missingAuthenticationToken() {
		return refusal("MissingAuthenticationTokenException", "Missing Authentication Token");
	}

	public static Refusal requestTooLarge() {
		// Guess
		return new Refusal("RequestEntityTooLargeException", 413, "The request body is larger than 1 MB.");
	}

	public static Refusal unsupportedMediaType() {
		// Guess
		return refusal("UnknownOperationException", "The content type is not application/x-amz-json-1.1.");
	}

	/**
	 * An error on demand of a test.
	 * @param type the type
	 * @param message the text
	 * @return the refusal
	 */
	public static Refusal fault(String type, String message) {
		return new Refusal(type, "InternalErrorException".equals(type) ? 500 : BAD_REQUEST, message);
	}

	public static Refusal tooManyRequests() {
		return refusal("TooManyRequestsException", "Rate exceeded");
	}

	public static Refusal internalError() {
		// Guess
		return new Refusal("InternalErrorException", 500, "Something went wrong");
	}

	public static Refusal validation(List<String> violations) {
		String errors = (violations.size() == 1) ? "validation error" : "validation errors";
		return invalidParameter(violations.size() + " " + errors + " detected: " + String.join("; ", violations));
	}

	public static Refusal notEmulated(String what) {
		return invalidParameter(what + " is not supported by the embedded user pool.");
	}

	public static Refusal ipAddressInvalid() {
		// Guess
		return invalidParameter("The IP address in UserContextData is not valid.");
	}

	public static Refusal paginationToken() {
		// Guess
		return invalidParameter("Invalid pagination token given.");
	}

	public static Refusal filter() {
		return invalidParameter("Error while parsing filter");
	}

	public static Refusal searchAttribute(String name) {
		return invalidParameter("Invalid search attribute: " + name);
	}

	public static Refusal attributesToGet() {
		// From memory, not verified
		return invalidParameter("One or more requested attributes do not exist.");
	}

	public static Refusal missingParameter(String name) {
		return invalidParameter("Missing required parameter " + name);
	}

	// Pools and clients

	public static Refusal userPoolNotFound(String userPoolId) {
		return refusal("ResourceNotFoundException", "User pool " + userPoolId + " does not exist.");
	}

	public static Refusal clientNotFound(String clientId) {
		return refusal("ResourceNotFoundException", "User pool client " + clientId + " does not exist.");
	}

	public static Refusal aliasAndUsernameAttributes() {
		return invalidParameter("Only one of the aliasAttributes or usernameAttributes can be set in a User pool.");
	}

	public static Refusal verifiedBeforeUpdateNotAutoVerified() {
		// Guess
		return invalidParameter(
				"AttributesRequireVerificationBeforeUpdate can only hold attributes that are in AutoVerifiedAttributes.");
	}

	public static Refusal recoveryMechanismsNotDistinct() {
		// Guess
		return invalidParameter(
				"Invalid account recovery setting parameter. Names and priorities of recovery mechanisms must be unique.");
	}

	public static Refusal adminOnlyRecoveryNotAlone() {
		// From memory, not verified
		return invalidParameter("Invalid account recovery setting parameter. Account Recovery Setting cannot use "
				+ "admin_only setting with any other recovery mechanisms.");
	}

	public static Refusal customAttributeRequired() {
		return invalidParameter("Required custom attributes are not supported currently.");
	}

	public static Refusal customAttributeExists(String name) {
		return invalidParameter(name + ": Existing attribute already has name " + name + ".");
	}

	public static Refusal standardAttributeChanged(String name) {
		// Seen in emulators only
		return invalidParameter("You can not change AttributeDataType or set developerOnlyAttribute for standard "
				+ "schema attribute " + name);
	}

	public static Refusal schemaAttributeWithoutName() {
		// Guess
		return invalidParameter("Schema attribute must have a name.");
	}

	public static Refusal schemaConstraint(String value) {
		// Guess
		return invalidParameter("Invalid schema attribute constraint: " + value);
	}

	public static Refusal mfaWithoutFactor() {
		return invalidParameter("SMS configuration and Auto verification for phone_number are required when MFA is "
				+ "required/optional");
	}

	public static Refusal firstAuthFactors() {
		// Guess
		return invalidParameter("AllowedFirstAuthFactors must hold PASSWORD and cannot hold SOFTWARE_TOKEN.");
	}

	public static Refusal firstAuthFactorsInTier() {
		// Guess
		return refusal("FeatureUnavailableInTierException",
				"Passwordless sign-in is not available in the tier of this user pool.");
	}

	public static Refusal threatProtectionInTier(String tier) {
		return refusal("FeatureUnavailableInTierException", "The following features need to be disabled for the " + tier
				+ " pricing tier configured: Threat Protection");
	}

	public static Refusal deletionProtection() {
		return invalidParameter("The user pool cannot be deleted because deletion protection is activated. "
				+ "Deletion protection must be inactivated first.");
	}

	public static Refusal tooManyCustomAttributes() {
		// Guess
		return invalidParameter("Maximum number of custom attributes exceeded.");
	}

	public static Refusal tooManyClients() {
		// Guess
		return refusal("LimitExceededException", "The user pool has as many app clients as it can have.");
	}

	public static Refusal clientWithoutSecret(String clientId) {
		// Guess
		return invalidParameter("Client " + clientId + " is not configured with a secret.");
	}

	public static Refusal tooManyClientSecrets(String clientId) {
		// Guess
		return refusal("LimitExceededException", "Client " + clientId + " has two secrets already.");
	}

	public static Refusal lastClientSecret() {
		// Guess
		return invalidParameter("The only secret of a client cannot be deleted.");
	}

	public static Refusal clientSecretNotFound(String secretId) {
		// Guess
		return refusal("ResourceNotFoundException", "Client secret " + secretId + " does not exist.");
	}

	public static Refusal mixedAuthFlows() {
		// Guess
		return invalidParameter("ExplicitAuthFlows cannot mix values with and without the prefix ALLOW_.");
	}

	public static Refusal rotationWithRefreshTokenAuth() {
		// Guess
		return invalidParameter("Refresh token rotation cannot be enabled together with ALLOW_REFRESH_TOKEN_AUTH.");
	}

	public static Refusal tokenValidity() {
		return invalidParameter("Invalid range for token validity.");
	}

	public static Refusal clientAttributes(String kind) {
		return invalidParameter("Invalid " + kind + " attributes specified while creating a client");
	}

	public static Refusal providerNotFound(String provider, String userPoolId) {
		return invalidParameter("The provider " + provider + " does not exist for User Pool " + userPoolId + ".");
	}

	public static Refusal secretGivenAndGenerated() {
		// Guess
		return invalidParameter("ClientSecret and GenerateSecret cannot be used together.");
	}

	public static Refusal secretHashMissing(String clientId) {
		return notAuthorized("Client " + clientId + " is configured with secret but SECRET_HASH was not received");
	}

	public static Refusal secretHashWrong(String clientId) {
		return notAuthorized("Unable to verify secret hash for client " + clientId);
	}

	public static Refusal clientSecretWrong(String clientId) {
		// Guess
		return notAuthorized("Unable to verify secret for client " + clientId);
	}

	// Sign-in

	public static Refusal flowNotEnabled(String text) {
		return invalidParameter(text);
	}

	public static Refusal initiateAuthMethodNotSupported() {
		return invalidParameter("Initiate Auth method not supported.");
	}

	public static Refusal incorrectUsernameOrPassword() {
		return notAuthorized("Incorrect username or password.");
	}

	public static Refusal passwordAttemptsExceeded() {
		return notAuthorized("Password attempts exceeded");
	}

	public static Refusal userDisabled() {
		return notAuthorized("User is disabled.");
	}

	public static Refusal userNotConfirmed() {
		return refusal("UserNotConfirmedException", "User is not confirmed.");
	}

	public static Refusal passwordResetRequired() {
		return refusal("PasswordResetRequiredException", "Password reset required for the user");
	}

	public static Refusal userDoesNotExist() {
		return refusal("UserNotFoundException", "User does not exist.");
	}

	public static Refusal usernameClientIdNotFound() {
		return refusal("UserNotFoundException", "Username/client id combination not found.");
	}

	public static Refusal srpValueInvalid() {
		// Guess
		return invalidParameter("SRP_A is not a valid value");
	}

	public static Refusal timestampInvalid() {
		// Guess; a day with a leading zero is known to be refused.
		return invalidParameter("TIMESTAMP format should be EEE MMM d HH:mm:ss z yyyy in english.");
	}

	public static Refusal sessionInvalid() {
		return notAuthorized("Invalid session for the user.");
	}

	public static Refusal sessionExpired() {
		return notAuthorized("Invalid session for the user, session is expired.");
	}

	public static Refusal sessionUsed() {
		return notAuthorized("Invalid session for the user, session can only be used once.");
	}

	public static Refusal signInCodeMismatch() {
		return refusal("CodeMismatchException", "Invalid code or auth state for the user.");
	}

	public static Refusal temporaryPasswordExpired() {
		return notAuthorized("Temporary password has expired and must be reset by an administrator.");
	}

	public static Refusal challengeNotAvailable() {
		// Guess
		return invalidParameter("The challenge in ANSWER is not available for the user.");
	}

	// Second factors

	public static Refusal mfaRequiredBesidePasswordless() {
		// Guess
		return invalidParameter("MFA cannot be required in a user pool with passwordless sign-in.");
	}

	public static Refusal emailMfaBesideEmailRecovery() {
		// Guess
		return invalidParameter("Email MFA cannot be enabled when account recovery is by email only.");
	}

	public static Refusal softwareTokenCodeMismatch() {
		return refusal("CodeMismatchException", "Invalid code received for user");
	}

	public static Refusal softwareTokenCodeUsed() {
		return refusal("ExpiredCodeException", "Your software token has already been used once.");
	}

	public static Refusal softwareTokenNotEnabled() {
		return refusal("EnableSoftwareTokenMFAException", "Code mismatch and fail enable Software Token MFA");
	}

	public static Refusal accessTokenOrSession() {
		// Guess
		return invalidParameter("Either AccessToken or Session is required, not both.");
	}

	public static Refusal noDeliveryConfig(String factor) {
		return invalidParameter("User does not have delivery config set to turn on " + factor);
	}

	public static Refusal preferredMfaNotEnabled(String factor) {
		// Guess
		return invalidParameter(factor + " cannot be preferred without being enabled.");
	}

	public static Refusal severalPreferredMfa() {
		// Guess
		return invalidParameter("Only one MFA method can be preferred.");
	}

	public static Refusal onlySmsMfaOption() {
		// Guess
		return invalidParameter("MFAOptions takes only phone_number by SMS.");
	}

	public static Refusal softwareTokenNotInPool() {
		return refusal("SoftwareTokenMFANotFoundException", "Software Token MFA has not been enabled by the userPool");
	}

	public static Refusal softwareTokenMissing() {
		// Guess
		return refusal("SoftwareTokenMFANotFoundException", "User has not associated a software token.");
	}

	public static Refusal mfaMethodNotFound() {
		// Guess
		return refusal("MFAMethodNotFoundException", "The chosen MFA method is not available for the user.");
	}

	public static Refusal noSecondFactorPossible() {
		// Guess: the guide only says that Cognito returns an error.
		return refusal("MFAMethodNotFoundException", "User has no MFA method and cannot set one up.");
	}

	// Tokens

	public static Refusal accessTokenInvalid() {
		return notAuthorized("Invalid Access Token");
	}

	public static Refusal accessTokenSignature() {
		return notAuthorized("Could not verify signature for Access Token");
	}

	public static Refusal accessTokenExpired() {
		return notAuthorized("Access Token has expired");
	}

	public static Refusal accessTokenScopes() {
		return notAuthorized("Access Token does not have required scopes");
	}

	public static Refusal accessTokenRevoked() {
		return notAuthorized("Access Token has been revoked");
	}

	public static Refusal refreshTokenInvalid() {
		return notAuthorized("Invalid Refresh Token");
	}

	public static Refusal refreshTokenExpired() {
		return notAuthorized("Refresh Token has expired");
	}

	public static Refusal refreshTokenRevoked() {
		return notAuthorized("Refresh Token has been revoked");
	}

	public static Refusal refreshTokenReused() {
		// Guess
		return refusal("RefreshTokenReuseException", "Refresh token has already been used");
	}

	public static Refusal unsupportedTokenType() {
		// Guess
		return refusal("UnsupportedTokenTypeException", "Unsupported token type");
	}

	public static Refusal revocationDisabled() {
		// Guess
		return refusal("UnsupportedOperationException", "Token revocation is not enabled for this client");
	}

	public static Refusal revocationTokenInvalid() {
		// Guess
		return invalidParameter("Invalid Refresh Token");
	}

	public static Refusal revocationUnauthorized() {
		// Guess
		return refusal("UnauthorizedException", "The client is not authorized to revoke this token");
	}

	// Accounts

	public static Refusal signUpNotPermitted() {
		return notAuthorized("SignUp is not permitted for this user pool");
	}

	public static Refusal userAlreadyExists() {
		return refusal("UsernameExistsException", "User already exists");
	}

	public static Refusal userAccountAlreadyExists() {
		return refusal("UsernameExistsException", "User account already exists");
	}

	public static Refusal cannotResendInvitation(String username) {
		// Seen in other emulators
		return refusal("UnsupportedUserStateException",
				"Resend not possible. " + username + " status is not FORCE_CHANGE_PASSWORD");
	}

	public static Refusal accountAlreadyExists(String attribute) {
		return refusal("UsernameExistsException", "An account with the given " + attribute + " already exists.");
	}

	public static Refusal aliasExists(String attribute) {
		return refusal("AliasExistsException", "An account with the given " + attribute + " already exists.");
	}

	public static Refusal usernameShouldBeEmail() {
		return invalidParameter("Username should be an email.");
	}

	public static Refusal usernameShouldBePhoneNumber() {
		// Guess, after the text for e-mail
		return invalidParameter("Username should be a phone number.");
	}

	public static Refusal usernameShouldBeEmailOrPhoneNumber() {
		return invalidParameter("Username should be either an email or a phone number.");
	}

	public static Refusal usernameLooksLikeEmail() {
		return invalidParameter("Username cannot be of email format, since user pool is configured for email alias.");
	}

	public static Refusal usernameLooksLikePhoneNumber() {
		// Guess, after the text for e-mail
		return invalidParameter(
				"Username cannot be of phone number format, since user pool is configured for phone number alias.");
	}

	public static Refusal emailFormat() {
		return invalidParameter("Invalid email address format.");
	}

	public static Refusal phoneNumberFormat() {
		return invalidParameter("Invalid phone number format.");
	}

	public static Refusal schema(List<String> violations) {
		return invalidParameter("Attributes did not conform to the schema: " + String.join(" ", violations));
	}

	public static Refusal usernameDiffers(String attribute) {
		// Guess
		return invalidParameter("Username and attribute " + attribute + " have different values.");
	}

	public static Refusal userAttributes(List<String> violations) {
		return invalidParameter("Invalid user attributes: " + String.join("\n", violations) + "\n");
	}

	public static Refusal unauthorizedAttribute() {
		return notAuthorized("A client attempted to write unauthorized attribute");
	}

	public static Refusal nonMutableAttribute(String name) {
		return invalidParameter("Cannot modify the non-mutable attribute " + name);
	}

	public static Refusal attributeValueNull(String name) {
		return invalidParameter("Attribute value for " + name + " must not be null");
	}

	public static Refusal requiredAttributeDeleted(String name) {
		return invalidParameter("Invalid user attributes: " + name + ": Required attribute cannot be deleted.");
	}

	public static Refusal providedAttributeModified(String name) {
		return notAuthorized("Cannot modify an already provided " + name);
	}

	public static Refusal attributeNotVerifiable() {
		return invalidParameter("Invalid attribute name. Only phone_number and email can be verified.");
	}

	public static Refusal attributeNotSet(String name) {
		// Guess
		return invalidParameter("User has no " + name + " attribute.");
	}

	// Groups

	public static Refusal groupExists() {
		// Seen in emulators only
		return refusal("GroupExistsException", "A group with the name already exists.");
	}

	public static Refusal tooManyGroups() {
		// Guess
		return refusal("LimitExceededException", "The user pool has as many groups as it can have.");
	}

	public static Refusal tooManyGroupsOfUser() {
		// Guess; the operation's model has no LimitExceededException
		return invalidParameter("The user is in as many groups as a user can be in.");
	}

	public static Refusal groupNotFound() {
		return refusal("ResourceNotFoundException", "Group not found.");
	}

	// Passwords and codes

	public static Refusal passwordPolicy(String rule) {
		return refusal("InvalidPasswordException", "Password did not conform with policy: " + rule);
	}

	public static Refusal passwordHistory() {
		// Only weakly known
		return refusal("PasswordHistoryPolicyViolationException", "Password has previously been used");
	}

	public static Refusal temporaryPasswordPolicy(String rule) {
		return refusal("InvalidPasswordException", "Password did not conform with password policy: " + rule);
	}

	public static Refusal codeMismatch() {
		return refusal("CodeMismatchException", "Invalid verification code provided, please try again.");
	}

	public static Refusal codeExpired() {
		return refusal("ExpiredCodeException", "Invalid code provided, please request a code again.");
	}

	public static Refusal cannotConfirm(String status) {
		return notAuthorized("User cannot be confirmed. Current status is " + status);
	}

	public static Refusal alreadyConfirmed() {
		return invalidParameter("User is already confirmed.");
	}

	public static Refusal cannotResend() {
		// Sources differ on the type: NotAuthorizedException or this one.
		return invalidParameter("Cannot resend codes. Auto verification not turned on.");
	}

	public static Refusal noVerifiedChannel() {
		return invalidParameter(
				"Cannot reset password for the user as there is no registered/verified email or phone_number");
	}

	public static Refusal cannotResetInCurrentState() {
		return notAuthorized("User password cannot be reset in the current state.");
	}

	public static Refusal contactAdministrator() {
		return notAuthorized("Contact administrator to reset password.");
	}

	public static Refusal attemptLimitExceeded() {
		return refusal("LimitExceededException", "Attempt limit exceeded, please try after some time.");
	}

	// Devices

	public static Refusal deviceNotFound() {
		return refusal("ResourceNotFoundException", "Device does not exist.");
	}

	public static Refusal devicesNotTracked() {
		// Guess
		return refusal("InvalidUserPoolConfigurationException", "Device tracking is not enabled for the user pool.");
	}

	public static Refusal deviceKeyExists() {
		// Guess
		return refusal("DeviceKeyExistsException", "Device key already exists.");
	}

	public static Refusal deviceVerifierInvalid(String member) {
		// Guess
		return invalidParameter("Invalid device secret verifier: " + member);
	}

	// Passkeys. The types are documented, all texts are guesses.

	public static Refusal passkeysNotEnabled() {
		return refusal("WebAuthnNotEnabledException", "WebAuthn is not enabled for the user pool.");
	}

	public static Refusal passkeyConfigurationMissing() {
		return refusal("WebAuthnConfigurationMissingException", "The user pool has no relying party.");
	}

	public static Refusal passkeyChallengeNotFound() {
		return refusal("WebAuthnChallengeNotFoundException", "The challenge was not found or has expired.");
	}

	public static Refusal passkeyClientMismatch() {
		return refusal("WebAuthnClientMismatchException", "The registration was started by another client.");
	}

	public static Refusal passkeyOriginNotAllowed() {
		return refusal("WebAuthnOriginNotAllowedException", "The origin is not allowed.");
	}

	public static Refusal passkeyRelyingPartyMismatch() {
		return refusal("WebAuthnRelyingPartyMismatchException", "The credential is for another relying party.");
	}

	public static Refusal passkeyNotSupported() {
		return refusal("WebAuthnCredentialNotSupportedException", "The credential is not supported.");
	}

	public static Refusal passkeyNotFound() {
		return refusal("ResourceNotFoundException", "The credential does not exist.");
	}

	public static Refusal tooManyPasskeys() {
		return refusal("LimitExceededException", "The user has too many passkeys.");
	}

	// Threat protection

	public static Refusal addOnNotEnabled() {
		// Guess
		return refusal("UserPoolAddOnNotEnabledException", "Threat protection is not enabled for the user pool.");
	}

	public static Refusal blockedForSecurityReasons() {
		return notAuthorized("Unable to login because of security reasons.");
	}

	public static Refusal authEventNotFound() {
		// Guess
		return refusal("ResourceNotFoundException", "The event does not exist.");
	}

	public static Refusal feedbackTokenInvalid() {
		// Guess
		return notAuthorized("Invalid feedback token.");
	}

	// Triggers

	public static Refusal triggerFailed(String trigger, @Nullable String text) {
		return refusal("UserLambdaValidationException", trigger + " failed with error " + text + ".");
	}

	public static Refusal triggerBroke(String trigger, String error) {
		return refusal("UnexpectedLambdaException", trigger + " invocation failed due to error " + error + ".");
	}

	public static Refusal triggerOutputInvalid() {
		return refusal("InvalidLambdaResponseException", "Invalid lambda function output : Invalid JSON");
	}

	public static Refusal triggerVerifiesMissing(String attribute) {
		// Guess
		return refusal("InvalidLambdaResponseException",
				"The trigger verifies " + attribute + ", but the user does not have it.");
	}

	public static Refusal customAuthTriggerMissing() {
		// From memory, not verified
		return invalidParameter("Custom auth lambda trigger is not configured for the user pool.");
	}

	public static Refusal customChallengeInvalid() {
		// Guess
		return refusal("InvalidLambdaResponseException",
				"DefineAuthChallenge has answered with a challenge that cannot come next.");
	}

	private static Refusal invalidParameter(String message) {
		return refusal("InvalidParameterException", message);
	}

	private static Refusal notAuthorized(String message) {
		return refusal("NotAuthorizedException", message);
	}

	private static Refusal refusal(String type, String message) {
		return new Refusal(type, BAD_REQUEST, message);
	}

}

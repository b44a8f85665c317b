package io.cognitex.embedded.internal.operation;

import java.util.Set;

/**
 * The operations that anybody may call: client id, token or session say who calls. All
 * others ask for IAM credentials.
 */
final class UnsignedOperations {

	static final Set<String> NAMES = Set.of("AssociateSoftwareToken", "ChangePassword", "CompleteWebAuthnRegistration",
			"ConfirmDevice", "ConfirmForgotPassword", "ConfirmSignUp", "DeleteUser", "DeleteUserAttributes",
			"DeleteWebAuthnCredential", "ForgetDevice", "ForgotPassword", "GetDevice", "GetTokensFromRefreshToken",
			"GetUser", "GetUserAttributeVerificationCode", "GetUserAuthFactors", "GlobalSignOut", "InitiateAuth",
			"ListDevices", "ListWebAuthnCredentials", "ResendConfirmationCode", "RespondToAuthChallenge", "RevokeToken",
			"SetUserMFAPreference", "SetUserSettings", "SignUp", "StartWebAuthnRegistration", "UpdateAuthEventFeedback",
			"UpdateDeviceStatus", "UpdateUserAttributes", "VerifySoftwareToken", "VerifyUserAttribute");

	private UnsignedOperations() {
	}

}

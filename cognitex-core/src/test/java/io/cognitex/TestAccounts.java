package io.cognitex;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

import io.cognitex.embedded.EmbeddedCognito;
import io.cognitex.jwt.TestJwts;
import io.cognitex.secretwatch.Secrets;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;

/**
 * Account managers for tests, and each of their operations.
 */
final class TestAccounts {

	static final String USER_POOL_ID = "eu-central-1_AbCdEfGhI";

	private static final String DEVICE_KEY = "us-east-1_a1b2c3d4-5678-90ab-cdef-111122223333";

	private static final String SECRET_ACCESS_KEY = "secret-access-key-of-test-1";

	static {
		Secrets.add("secret access key", SECRET_ACCESS_KEY);
	}

	private TestAccounts() {
	}

	/**
	 * For the user pool whose tokens {@link TestJwts} issues.
	 */
	static CognitoAccountManagerBuilder builder(URI endpoint) {
		return CognitoAccountManager.builder()
			.userPoolId(USER_POOL_ID)
			.clientId(TestJwts.CLIENT_ID)
			.endpoint(endpoint)
			.readTimeout(Duration.ofSeconds(10))
			.credentialsProvider(() -> AwsBasicCredentials.create("id", SECRET_ACCESS_KEY));
	}

	/**
	 * For the user pool of an embedded server.
	 */
	static CognitoAccountManagerBuilder builder(EmbeddedCognito cognito) {
		Secrets.add("client secret", cognito.clientSecret());
		return CognitoAccountManager.builder()
			.userPoolId(cognito.userPoolId())
			.clientId(cognito.clientId())
			.clientSecret(cognito.clientSecret())
			.issuer(cognito.issuer())
			.endpoint(cognito.endpoint())
			.credentialsProvider(() -> AwsBasicCredentials.create("id", SECRET_ACCESS_KEY));
	}

	/**
	 * Every operation that takes an access token, with other arguments that are good.
	 */
	static Map<String, Consumer<CognitoAccountManager>> accessTokenOperations(String accessToken) {
		Map<String, Consumer<CognitoAccountManager>> operations = new LinkedHashMap<>();
		operations.put("GetUser", (accounts) -> accounts.getUser(accessToken));
		operations.put("ChangePassword", (accounts) -> accounts.changePassword(accessToken, "Passw0rd!", "Passw0rd?"));
		operations.put("UpdateUserAttributes",
				(accounts) -> accounts.updateUserAttributes(accessToken, Map.of("name", "Alice")));
		operations.put("GetUserAttributeVerificationCode",
				(accounts) -> accounts.getUserAttributeVerificationCode(accessToken, "email"));
		operations.put("VerifyUserAttribute",
				(accounts) -> accounts.verifyUserAttribute(accessToken, "email", "123456"));
		operations.put("StartWebAuthnRegistration", (accounts) -> accounts.startWebAuthnRegistration(accessToken));
		operations.put("CompleteWebAuthnRegistration",
				(accounts) -> accounts.completeWebAuthnRegistration(accessToken, "{\"id\":\"AAAA\"}"));
		operations.put("ListWebAuthnCredentials", (accounts) -> accounts.listWebAuthnCredentials(accessToken));
		operations.put("DeleteWebAuthnCredential",
				(accounts) -> accounts.deleteWebAuthnCredential(accessToken, "AAAA"));
		operations.put("AssociateSoftwareToken", (accounts) -> accounts.associateSoftwareToken(accessToken));
		operations.put("VerifySoftwareToken", (accounts) -> accounts.verifySoftwareToken(accessToken, "123456", null));
		operations.put("SetUserMFAPreference", (accounts) -> accounts.setUserMfaPreference(accessToken,
				Map.of(MfaType.EMAIL_OTP, MfaSetting.PREFERRED)));
		operations.put("GetUserAuthFactors", (accounts) -> accounts.getUserAuthFactors(accessToken));
		operations.put("ConfirmDevice",
				(accounts) -> accounts.confirmDevice(accessToken, new NewDevice(DEVICE_KEY, "-AbCdEfGh"), null));
		operations.put("UpdateDeviceStatus",
				(accounts) -> accounts.updateDeviceStatus(accessToken, DEVICE_KEY, DeviceRememberedStatus.REMEMBERED));
		operations.put("ForgetDevice", (accounts) -> accounts.forgetDevice(accessToken, DEVICE_KEY));
		operations.put("ListDevices", (accounts) -> accounts.listDevices(accessToken));
		return operations;
	}

	/**
	 * Every operation, with good arguments.
	 */
	static Map<String, Consumer<CognitoAccountManager>> operations() {
		Map<String, Consumer<CognitoAccountManager>> operations = new LinkedHashMap<>(
				accessTokenOperations(TestJwts.accessToken().build()));
		operations.put("SignUp", (accounts) -> accounts.signUp("alice", "Passw0rd!", Map.of("email", "a@example.com")));
		operations.put("ConfirmSignUp", (accounts) -> accounts.confirm("alice", "123456"));
		operations.put("ResendConfirmationCode", (accounts) -> accounts.resendConfirmationCode("alice"));
		operations.put("InitiateAuth", (accounts) -> accounts.authenticate("alice", "Passw0rd!"));
		operations.put("RespondToAuthChallenge",
				(accounts) -> accounts.respond(TestChallenges.smsMfa().answer("123456")));
		operations.put("AdminGetUser", (accounts) -> accounts.adminGetUser("alice"));
		operations.put("ForgotPassword", (accounts) -> accounts.forgotPassword("alice"));
		operations.put("ConfirmForgotPassword",
				(accounts) -> accounts.confirmForgotPassword("123456", "alice", "Passw0rd!"));
		return operations;
	}

}

package io.cognitex.embedded;

import java.math.BigInteger;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.nimbusds.jwt.SignedJWT;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthenticationResultType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ChallengeNameType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ConfirmDeviceResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.DeviceRememberedStatusType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.DeviceType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InitiateAuthResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.NewDeviceMetadataType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.RespondToAuthChallengeResponse;

import static io.cognitex.embedded.Refusals.INCORRECT;
import static io.cognitex.embedded.Refusals.assertInvalidParameter;
import static io.cognitex.embedded.Refusals.assertNotAuthorized;
import static io.cognitex.embedded.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Devices: registered, used to sign in, managed, forgotten.
 */
class DeviceTests {

	private static final String SECRET = "a-secret-of-the-device";

	private static final BigInteger SALT = new BigInteger("f0e1d2c3b4a5968778695a4b3c2d1e0f", 16);

	@AutoClose
	private final TestPool pool = TestPool.start((builder) -> builder.deviceConfiguration(true, false));

	@AutoClose
	private final CognitoIdentityProviderClient iam = TestClients.iam(this.pool.cognito);

	@BeforeEach
	void addAlice() {
		this.pool.addAlice();
	}

	@Test
	void devicesWhenPoolDoesNotTrackThemThenRefusedAndNotTold() {
		try (TestPool pool = TestPool.start()) {
			pool.addAlice();
			AuthenticationResultType tokens = pool.signIn("alice");

			assertThat(tokens.newDeviceMetadata()).isNull();
			assertRefused(() -> pool.client.listDevices((request) -> request.accessToken(tokens.accessToken())),
					"InvalidUserPoolConfigurationException", "Device tracking is not enabled for the user pool.");
		}
	}

	@Test
	void confirmDeviceWhenKeyIsAnothersThenRefused() {
		AuthenticationResultType mine = this.pool.signIn("alice");
		AuthenticationResultType other = this.pool.signIn("alice");

		assertNoDevice(() -> confirm(mine.accessToken(), other.newDeviceMetadata()));
		confirm(mine.accessToken(), mine.newDeviceMetadata());
		assertRefused(() -> confirm(mine.accessToken(), mine.newDeviceMetadata()), "DeviceKeyExistsException",
				"Device key already exists.");
	}

	@Test
	void confirmDeviceWhenVerifierIsMissingThenRefused() {
		AuthenticationResultType tokens = this.pool.signIn("alice");

		assertInvalidParameter(
				() -> this.pool.client.confirmDevice((request) -> request.accessToken(tokens.accessToken())
					.deviceKey(tokens.newDeviceMetadata().deviceKey())),
				"Invalid device secret verifier: Salt");
	}

	@Test
	void confirmDeviceWhenPoolAsksUsersThenSaysSoAndDeviceIsNotRemembered() {
		try (TestPool pool = TestPool.start((builder) -> builder.deviceConfiguration(false, true))) {
			pool.addAlice();
			AuthenticationResultType tokens = pool.signIn("alice");
			NewDeviceMetadataType device = tokens.newDeviceMetadata();

			assertThat(confirm(pool, tokens.accessToken(), device).userConfirmationNecessary()).isTrue();
			assertThat(signIn(pool, device.deviceKey()).authenticationResult()).isNotNull();
			pool.client.updateDeviceStatus((request) -> request.accessToken(tokens.accessToken())
				.deviceKey(device.deviceKey())
				.deviceRememberedStatus(DeviceRememberedStatusType.REMEMBERED));
			assertThat(signIn(pool, device.deviceKey()).challengeName()).isEqualTo(ChallengeNameType.DEVICE_SRP_AUTH);
		}
	}

	@Test
	void signInWhenDeviceIsUnknownThenSaidSo() {
		assertNoDevice(() -> signIn(this.pool, "us-east-1_00000000-0000-4000-8000-000000000000"));
	}

	@Test
	void deviceSignInWhenSecretOrSessionIsWrongThenRefused() {
		NewDeviceMetadataType device = register();
		SrpClient srp = new SrpClient();

		RespondToAuthChallengeResponse verifier = askDevice(srp, device);
		assertNotAuthorized(
				() -> this.pool.respond(ChallengeNameType.DEVICE_PASSWORD_VERIFIER, verifier.session(),
						srp.deviceResponses(device.deviceGroupKey(), verifier.challengeParameters(), "another secret")),
				INCORRECT);
		assertNotAuthorized(
				() -> this.pool.respond(ChallengeNameType.DEVICE_PASSWORD_VERIFIER, verifier.session(),
						srp.deviceResponses(device.deviceGroupKey(), verifier.challengeParameters(), SECRET)),
				"Invalid session for the user, session can only be used once.");
		RespondToAuthChallengeResponse again = askDevice(srp, device);
		assertNotAuthorized(
				() -> this.pool.respond(ChallengeNameType.DEVICE_PASSWORD_VERIFIER, null,
						srp.deviceResponses(device.deviceGroupKey(), again.challengeParameters(), SECRET)),
				"Invalid session for the user.");
	}

	@Test
	void deviceSignInWhenPublicValueIsZeroOrDeviceAnotherThenRefused() {
		NewDeviceMetadataType device = register();
		NewDeviceMetadataType other = register();
		String session = signIn(this.pool, device.deviceKey()).session();

		assertInvalidParameter(
				() -> this.pool.respond(ChallengeNameType.DEVICE_SRP_AUTH, session, Map.of("USERNAME", "alice",
						"DEVICE_KEY", device.deviceKey(), "SRP_A", SrpClient.N.toString(16))),
				"SRP_A is not a valid value");
		assertNoDevice(() -> this.pool.respond(ChallengeNameType.DEVICE_SRP_AUTH, session,
				Map.of("USERNAME", "alice", "DEVICE_KEY", other.deviceKey(), "SRP_A", new SrpClient().publicValue())));
		assertNotAuthorized(
				() -> this.pool.respond(ChallengeNameType.DEVICE_SRP_AUTH, null, Map.of("USERNAME", "alice",
						"DEVICE_KEY", device.deviceKey(), "SRP_A", new SrpClient().publicValue())),
				"Invalid session for the user.");
	}

	@Test
	void deviceSignInWhenSecretIsRightThenTokensOfThatDevice() throws Exception {
		NewDeviceMetadataType device = register();
		SrpClient srp = new SrpClient();

		RespondToAuthChallengeResponse verifier = askDevice(srp, device);
		AuthenticationResultType tokens = this.pool
			.respond(ChallengeNameType.DEVICE_PASSWORD_VERIFIER, verifier.session(),
					srp.deviceResponses(device.deviceGroupKey(), verifier.challengeParameters(), SECRET))
			.authenticationResult();

		assertThat(tokens.newDeviceMetadata()).isNull();
		assertThat(SignedJWT.parse(tokens.accessToken()).getJWTClaimsSet().getStringClaim("device_key"))
			.isEqualTo(device.deviceKey());
	}

	@Test
	void restoreWhenDeviceWasProvenSinceThenItCanBeAgain() {
		NewDeviceMetadataType device = register();
		SrpClient srp = new SrpClient();
		RespondToAuthChallengeResponse verifier = askDevice(srp, device);
		Map<String, String> proof = srp.deviceResponses(device.deviceGroupKey(), verifier.challengeParameters(),
				SECRET);
		PoolSnapshot snapshot = this.pool.cognito.snapshot();

		for (int i = 0; i < 2; i++) {
			assertThat(this.pool.respond(ChallengeNameType.DEVICE_PASSWORD_VERIFIER, verifier.session(), proof)
				.authenticationResult()).isNotNull();
			this.pool.cognito.restore(snapshot);
		}
	}

	@Test
	void refreshWhenDeviceIsMissingOrWrongThenRefused() {
		AuthenticationResultType tokens = this.pool.signIn("alice");
		String deviceKey = tokens.newDeviceMetadata().deviceKey();

		assertNotAuthorized(() -> refresh(Map.of("REFRESH_TOKEN", tokens.refreshToken())), "Invalid Refresh Token");
		assertNotAuthorized(() -> refresh(Map.of("REFRESH_TOKEN", tokens.refreshToken(), "DEVICE_KEY",
				this.pool.signIn("alice").newDeviceMetadata().deviceKey())), "Invalid Refresh Token");
		assertThat(
				refresh(Map.of("REFRESH_TOKEN", tokens.refreshToken(), "DEVICE_KEY", deviceKey)).authenticationResult()
					.accessToken())
			.isNotEmpty();
	}

	@Test
	void getTokensWhenDeviceIsMissingOrWrongThenRefused() {
		AuthenticationResultType tokens = this.pool.signIn("alice");
		String other = this.pool.signIn("alice").newDeviceMetadata().deviceKey();

		assertNotAuthorized(() -> getTokens(tokens, null), "Invalid Refresh Token");
		assertNotAuthorized(() -> getTokens(tokens, other), "Invalid Refresh Token");
		assertThat(getTokens(tokens, tokens.newDeviceMetadata().deviceKey()).accessToken()).isNotEmpty();
	}

	@Test
	void signInWhenDeviceStandsForSecondFactorThenOnlyTheRememberedOneDoes() {
		try (TestPool pool = withSecondFactor(true)) {
			NewDeviceMetadataType device = registerBySecondFactor(pool);

			assertThat(pool.signIn("alice", TestPool.PASSWORD).challengeName()).isEqualTo(ChallengeNameType.EMAIL_OTP);
			assertThat(proveDevice(pool, device).authenticationResult().accessToken()).isNotEmpty();
		}
	}

	@Test
	void signInWhenDeviceDoesNotStandForSecondFactorThenBothAreAsked() {
		try (TestPool pool = withSecondFactor(false)) {
			RespondToAuthChallengeResponse asked = proveDevice(pool, registerBySecondFactor(pool));

			assertThat(asked.authenticationResult()).isNull();
			assertThat(asked.challengeName()).isEqualTo(ChallengeNameType.EMAIL_OTP);
		}
	}

	@Test
	void deviceSignInWhenSessionIsAnotherClientsThenRefused() {
		NewDeviceMetadataType device = register();
		String otherClient = this.pool.cognito.addClient();
		SrpClient srp = new SrpClient();
		String session = signIn(this.pool, device.deviceKey()).session();
		RespondToAuthChallengeResponse verifier = askDevice(srp, device);

		assertNotAuthorized(
				() -> this.pool.client.respondToAuthChallenge((request) -> request.clientId(otherClient)
					.challengeName(ChallengeNameType.DEVICE_SRP_AUTH)
					.session(session)
					.challengeResponses(
							Map.of("USERNAME", "alice", "DEVICE_KEY", device.deviceKey(), "SRP_A", srp.publicValue()))),
				"Invalid session for the user.");
		assertNotAuthorized(() -> this.pool.client.respondToAuthChallenge((request) -> request.clientId(otherClient)
			.challengeName(ChallengeNameType.DEVICE_PASSWORD_VERIFIER)
			.session(verifier.session())
			.challengeResponses(srp.deviceResponses(device.deviceGroupKey(), verifier.challengeParameters(), SECRET))),
				"Invalid session for the user.");
	}

	@Test
	void deviceSignInWhenSecretHashIsMissingOrWrongThenRefused() {
		try (TestPool pool = TestPool
			.start((builder) -> builder.deviceConfiguration(true, false).generateClientSecret(true))) {
			Map<String, String> start = Map.of("USERNAME", "alice", "DEVICE_KEY", "us-east-1_x", "SRP_A",
					new SrpClient().publicValue());
			Map<String, String> proof = Map.of("USERNAME", "alice", "DEVICE_KEY", "us-east-1_x",
					"PASSWORD_CLAIM_SIGNATURE", "x", "PASSWORD_CLAIM_SECRET_BLOCK", "x", "TIMESTAMP",
					"Mon Nov 23 02:30:27 UTC 2026");

			assertHashRefused(pool, ChallengeNameType.DEVICE_SRP_AUTH, start);
			assertHashRefused(pool, ChallengeNameType.DEVICE_PASSWORD_VERIFIER, proof);
		}
	}

	@Test
	void forgetDeviceWhenDoneThenDeviceIsUnknown() {
		NewDeviceMetadataType device = register();
		String accessToken = this.pool.accessToken("alice");

		this.pool.client.forgetDevice((request) -> request.accessToken(accessToken).deviceKey(device.deviceKey()));

		assertNoDevice(() -> this.pool.client
			.getDevice((request) -> request.accessToken(accessToken).deviceKey(device.deviceKey())));
		assertNoDevice(() -> signIn(this.pool, device.deviceKey()));
	}

	@Test
	void listDevicesWhenSeveralThenInPages() {
		register();
		register();
		String accessToken = this.pool.accessToken("alice");

		var first = this.pool.client.listDevices((request) -> request.accessToken(accessToken).limit(1));
		var second = this.pool.client.listDevices(
				(request) -> request.accessToken(accessToken).limit(1).paginationToken(first.paginationToken()));

		assertThat(second.paginationToken()).isNull();
		assertThat(first.devices()).hasSize(1).doesNotContainAnyElementsOf(second.devices());
	}

	@Test
	void administratorWhenUserOrDeviceIsUnknownThenRefused() {
		String userPoolId = this.pool.cognito.userPoolId();

		assertRefused(() -> this.iam.adminListDevices((request) -> request.userPoolId(userPoolId).username("nobody")),
				"UserNotFoundException", "User does not exist.");
		assertNoDevice(() -> this.iam.adminForgetDevice((request) -> request.userPoolId(userPoolId)
			.username("alice")
			.deviceKey("us-east-1_00000000-0000-4000-8000-000000000000")));
	}

	@Test
	void deviceWhenKeyIsUnknownOrAnothersThenRefused() {
		NewDeviceMetadataType device = register();
		this.pool.cognito.addUser(EmbeddedUser.named("bob").password(TestPool.PASSWORD).build());
		String bob = this.pool.accessToken("bob");

		for (String key : List.of(device.deviceKey(), "us-east-1_00000000-0000-4000-8000-000000000000")) {
			assertNoDevice(() -> this.pool.client.getDevice((request) -> request.accessToken(bob).deviceKey(key)));
			assertNoDevice(() -> this.pool.client.forgetDevice((request) -> request.accessToken(bob).deviceKey(key)));
			assertNoDevice(() -> this.pool.client.updateDeviceStatus((request) -> request.accessToken(bob)
				.deviceKey(key)
				.deviceRememberedStatus(DeviceRememberedStatusType.REMEMBERED)));
			assertNoDevice(() -> this.iam.adminGetDevice(
					(request) -> request.userPoolId(this.pool.cognito.userPoolId()).username("bob").deviceKey(key)));
			assertNoDevice(() -> this.iam
				.adminUpdateDeviceStatus((request) -> request.userPoolId(this.pool.cognito.userPoolId())
					.username("bob")
					.deviceKey(key)
					.deviceRememberedStatus(DeviceRememberedStatusType.REMEMBERED)));
		}
	}

	@Test
	void getDeviceWhenItIsTheUsersThenDescribed() {
		NewDeviceMetadataType device = register();
		String accessToken = this.pool.accessToken("alice");

		DeviceType described = this.pool.client
			.getDevice((request) -> request.accessToken(accessToken).deviceKey(device.deviceKey()))
			.device();

		assertThat(described.deviceKey()).isEqualTo(device.deviceKey());
		assertThat(TestPool.map(described.deviceAttributes())).containsEntry("device_name", "a test")
			.containsEntry("dev:device_remembered_status", "remembered");
		assertThat(described.deviceCreateDate()).isNotNull();
		assertThat(described.deviceLastAuthenticatedDate()).isNotNull();
	}

	@Test
	void administratorWhenDeviceIsKnownThenManagesIt() {
		String userPoolId = this.pool.cognito.userPoolId();
		String key = register().deviceKey();

		this.iam.adminUpdateDeviceStatus((request) -> request.userPoolId(userPoolId)
			.username("alice")
			.deviceKey(key)
			.deviceRememberedStatus(DeviceRememberedStatusType.NOT_REMEMBERED));
		DeviceType device = this.iam
			.adminGetDevice((request) -> request.userPoolId(userPoolId).username("alice").deviceKey(key))
			.device();
		this.iam.adminForgetDevice((request) -> request.userPoolId(userPoolId).username("alice").deviceKey(key));

		assertThat(TestPool.map(device.deviceAttributes()))
			.containsEntry("dev:device_remembered_status", "not_remembered")
			.containsEntry("device_name", "a test");
		assertThat(this.iam.adminListDevices((request) -> request.userPoolId(userPoolId).username("alice")).devices())
			.isEmpty();
	}

	private NewDeviceMetadataType register() {
		AuthenticationResultType tokens = this.pool.signIn("alice");
		confirm(tokens.accessToken(), tokens.newDeviceMetadata());
		return tokens.newDeviceMetadata();
	}

	private ConfirmDeviceResponse confirm(String accessToken, NewDeviceMetadataType device) {
		return confirm(this.pool, accessToken, device);
	}

	private static ConfirmDeviceResponse confirm(TestPool pool, String accessToken, NewDeviceMetadataType device) {
		BigInteger verifier = SrpClient.deviceVerifier(device.deviceGroupKey(), device.deviceKey(), SECRET, SALT);
		return pool.client.confirmDevice((request) -> request.accessToken(accessToken)
			.deviceKey(device.deviceKey())
			.deviceName("a test")
			.deviceSecretVerifierConfig((config) -> config.salt(base64(SALT)).passwordVerifier(base64(verifier))));
	}

	private static String base64(BigInteger number) {
		return Base64.getEncoder().encodeToString(number.toByteArray());
	}

	private static InitiateAuthResponse signIn(TestPool pool, String deviceKey) {
		return pool.initiate(AuthFlowType.USER_PASSWORD_AUTH,
				Map.of("USERNAME", "alice", "PASSWORD", TestPool.PASSWORD, "DEVICE_KEY", deviceKey));
	}

	private RespondToAuthChallengeResponse askDevice(SrpClient srp, NewDeviceMetadataType device) {
		return askDevice(this.pool, srp, device);
	}

	private static RespondToAuthChallengeResponse askDevice(TestPool pool, SrpClient srp,
			NewDeviceMetadataType device) {
		return pool.respond(ChallengeNameType.DEVICE_SRP_AUTH, signIn(pool, device.deviceKey()).session(),
				Map.of("USERNAME", "alice", "DEVICE_KEY", device.deviceKey(), "SRP_A", srp.publicValue()));
	}

	private static RespondToAuthChallengeResponse proveDevice(TestPool pool, NewDeviceMetadataType device) {
		SrpClient srp = new SrpClient();
		RespondToAuthChallengeResponse verifier = askDevice(pool, srp, device);
		return pool.respond(ChallengeNameType.DEVICE_PASSWORD_VERIFIER, verifier.session(),
				srp.deviceResponses(device.deviceGroupKey(), verifier.challengeParameters(), SECRET));
	}

	private static TestPool withSecondFactor(boolean deviceIsEnough) {
		TestPool pool = TestPool
			.start((builder) -> builder.deviceConfiguration(deviceIsEnough, false).mfa("OPTIONAL", "EMAIL_OTP"));
		pool.cognito.addUser(TestUsers.alice().mfa("EMAIL_OTP").build());
		return pool;
	}

	private static NewDeviceMetadataType registerBySecondFactor(TestPool pool) {
		String session = pool.signIn("alice", TestPool.PASSWORD).session();
		AuthenticationResultType tokens = pool
			.respond(ChallengeNameType.EMAIL_OTP, session,
					Map.of("USERNAME", "alice", "EMAIL_OTP_CODE", pool.lastCode("alice")))
			.authenticationResult();
		confirm(pool, tokens.accessToken(), tokens.newDeviceMetadata());
		return tokens.newDeviceMetadata();
	}

	private InitiateAuthResponse refresh(Map<String, String> parameters) {
		return this.pool.initiate(AuthFlowType.REFRESH_TOKEN_AUTH, parameters);
	}

	private AuthenticationResultType getTokens(AuthenticationResultType tokens, @Nullable String deviceKey) {
		return this.pool.client
			.getTokensFromRefreshToken((request) -> request.clientId(this.pool.clientId())
				.refreshToken(tokens.refreshToken())
				.deviceKey(deviceKey))
			.authenticationResult();
	}

	private static void assertHashRefused(TestPool pool, ChallengeNameType challenge, Map<String, String> responses) {
		Map<String, String> withHash = new HashMap<>(responses);
		withHash.put("SECRET_HASH", pool.secretHash("bob"));
		String session = "a-session-that-nobody-looks-at";

		assertNotAuthorized(() -> pool.respond(challenge, session, responses),
				"Client " + pool.clientId() + " is configured with secret but SECRET_HASH was not received");
		assertNotAuthorized(() -> pool.respond(challenge, session, withHash),
				"Unable to verify secret hash for client " + pool.clientId());
	}

	private static void assertNoDevice(ThrowingCallable call) {
		assertRefused(call, "ResourceNotFoundException", "Device does not exist.");
	}

}

package io.cognitex.embedded;

import java.math.BigInteger;
import java.util.Base64;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AssociateSoftwareTokenResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthenticationResultType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ChallengeNameType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InitiateAuthResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.NewDeviceMetadataType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.RespondToAuthChallengeResponse;

import io.cognitex.embedded.trigger.TriggerType;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Leads new users, each with a password of their own, to every challenge that there is.
 */
final class ChallengeScenarios implements AutoCloseable {

	private static final String DEVICE_SECRET = "the device's secret";

	private static final BigInteger SALT = new BigInteger("8899aabbccddeeff0011223344556677", 16);

	final MutableClock clock = new MutableClock();

	/** Users here have a second factor if they want one. */
	final TestPool optional = TestPool.start((builder) -> flows(builder).clock(this.clock)
		.allowedFirstAuthFactors("PASSWORD", "EMAIL_OTP", "SMS_OTP", "WEB_AUTHN")
		.relyingParty("example.com", "required")
		.deviceConfiguration(true, false)
		.mfa("OPTIONAL", "SMS_MFA", "SOFTWARE_TOKEN_MFA"));

	/** Users here need a second factor. */
	final TestPool required = TestPool
		.start((builder) -> flows(builder).clock(this.clock).mfa("ON", "SOFTWARE_TOKEN_MFA"));

	private final Map<ChallengeNameType, Function<String, AskedChallenge>> scenarios = new EnumMap<>(
			ChallengeNameType.class);

	ChallengeScenarios() {
		this.scenarios.put(ChallengeNameType.NEW_PASSWORD_REQUIRED, this::newPasswordRequired);
		this.scenarios.put(ChallengeNameType.SMS_MFA, this::smsMfa);
		this.scenarios.put(ChallengeNameType.EMAIL_OTP, this::emailOtp);
		this.scenarios.put(ChallengeNameType.SMS_OTP, this::smsOtp);
		this.scenarios.put(ChallengeNameType.SOFTWARE_TOKEN_MFA, this::softwareTokenMfa);
		this.scenarios.put(ChallengeNameType.SELECT_MFA_TYPE, this::selectMfaType);
		this.scenarios.put(ChallengeNameType.MFA_SETUP, this::mfaSetup);
		this.scenarios.put(ChallengeNameType.SELECT_CHALLENGE, this::selectChallenge);
		this.scenarios.put(ChallengeNameType.PASSWORD, this::password);
		this.scenarios.put(ChallengeNameType.PASSWORD_SRP, this::passwordSrp);
		this.scenarios.put(ChallengeNameType.PASSWORD_VERIFIER, this::passwordVerifier);
		this.scenarios.put(ChallengeNameType.WEB_AUTHN, this::webAuthn);
		this.scenarios.put(ChallengeNameType.CUSTOM_CHALLENGE, this::customChallenge);
		this.scenarios.put(ChallengeNameType.DEVICE_SRP_AUTH, this::deviceSrpAuth);
		this.scenarios.put(ChallengeNameType.DEVICE_PASSWORD_VERIFIER, this::devicePasswordVerifier);
	}

	/**
	 * All challenges that a public client meets.
	 */
	Set<ChallengeNameType> challenges() {
		return this.scenarios.keySet();
	}

	/**
	 * Adds a user and leads the user to a challenge.
	 */
	AskedChallenge ask(ChallengeNameType challenge, String username) {
		AskedChallenge asked = this.scenarios.get(challenge).apply(username);
		assertThat(asked.challenge()).isEqualTo(challenge);
		return asked;
	}

	private static EmbeddedCognitoBuilder flows(EmbeddedCognitoBuilder builder) {
		return builder
			.explicitAuthFlows("ALLOW_USER_PASSWORD_AUTH", "ALLOW_USER_SRP_AUTH", "ALLOW_CUSTOM_AUTH",
					"ALLOW_USER_AUTH")
			.trigger(TriggerType.DEFINE_AUTH_CHALLENGE, (event) -> {
				String answered = String.valueOf(event.request().get("session"));
				event.respond("issueTokens", answered.contains("challengeResult=true"));
				event.respond("failAuthentication", answered.contains("challengeResult=false"));
				event.respond("challengeName", "CUSTOM_CHALLENGE");
			})
			.trigger(TriggerType.CREATE_AUTH_CHALLENGE,
					(event) -> event.respond("privateChallengeParameters",
							Map.of("answer", "answer of " + event.userName())))
			.trigger(TriggerType.VERIFY_AUTH_CHALLENGE_RESPONSE, (event) -> {
				Object known = event.request().get("privateChallengeParameters");
				event.respond("answerCorrect", Map.of("answer", event.request().get("challengeAnswer")).equals(known));
			});
	}

	private static EmbeddedUser.Builder user(String username) {
		return EmbeddedUser.named(username)
			.password(passwordOf(username))
			.attribute("email", username + "@example.com")
			.attribute("phone_number", "+15555550123");
	}

	private static String passwordOf(String username) {
		return "Passw0rd!" + username;
	}

	/**
	 * A secret of the user's own, in Base32.
	 */
	private static String totpSecretOf(String username) {
		return (username.toUpperCase(Locale.ROOT).replaceAll("[^A-Z2-7]", "A") + TestTotp.SECRET).substring(0, 32);
	}

	private InitiateAuthResponse signIn(String username) {
		return this.optional.signIn(username, passwordOf(username));
	}

	private InitiateAuthResponse choose(String username, String preferred) {
		return this.optional.initiate(AuthFlowType.USER_AUTH,
				Map.of("USERNAME", username, "PREFERRED_CHALLENGE", preferred));
	}

	private AskedChallenge asked(ChallengeNameType challenge, @Nullable String session, Map<String, String> right,
			Map<String, String> wrong) {
		return new AskedChallenge(this.optional, this.optional.clientId(), challenge, session, () -> right, wrong);
	}

	private AskedChallenge asked(InitiateAuthResponse response, Map<String, String> right, Map<String, String> wrong) {
		return asked(response.challengeName(), response.session(), right, wrong);
	}

	private AskedChallenge askedForCode(String username, InitiateAuthResponse response) {
		String parameter = response.challengeNameAsString() + "_CODE";
		String code = this.optional.lastCode(username);
		return asked(response, Map.of("USERNAME", username, parameter, code),
				Map.of("USERNAME", username, parameter, TestPool.wrong(code)));
	}

	private AskedChallenge newPasswordRequired(String username) {
		this.optional.cognito.addUser(user(username).status(EmbeddedUser.Status.FORCE_CHANGE_PASSWORD).build());
		return asked(signIn(username), Map.of("USERNAME", username, "NEW_PASSWORD", "New-" + passwordOf(username)),
				Map.of("USERNAME", username, "NEW_PASSWORD", "weak"));
	}

	private AskedChallenge smsMfa(String username) {
		this.optional.cognito.addUser(user(username).mfa("SMS_MFA").build());
		return askedForCode(username, signIn(username));
	}

	private AskedChallenge emailOtp(String username) {
		this.optional.cognito.addUser(user(username).build());
		return askedForCode(username, choose(username, "EMAIL_OTP"));
	}

	private AskedChallenge smsOtp(String username) {
		this.optional.cognito.addUser(user(username).build());
		return askedForCode(username, choose(username, "SMS_OTP"));
	}

	private AskedChallenge softwareTokenMfa(String username) {
		String secret = totpSecretOf(username);
		this.optional.cognito.addUser(user(username).totpSecret(secret).build());
		InitiateAuthResponse response = signIn(username);
		String wrong = TestPool.wrong(TestTotp.code(secret, this.clock.instant()));
		return asked(response, Map.of(), Map.of("USERNAME", username, "SOFTWARE_TOKEN_MFA_CODE", wrong)).with(() -> Map
			.of("USERNAME", username, "SOFTWARE_TOKEN_MFA_CODE", TestTotp.code(secret, this.clock.instant())));
	}

	private AskedChallenge selectMfaType(String username) {
		this.optional.cognito.addUser(user(username).mfa("SMS_MFA").totpSecret(totpSecretOf(username)).build());
		return asked(signIn(username), Map.of("USERNAME", username, "ANSWER", "SMS_MFA"),
				Map.of("USERNAME", username, "ANSWER", "EMAIL_OTP"));
	}

	private AskedChallenge mfaSetup(String username) {
		TestPool pool = this.required;
		pool.cognito.addUser(EmbeddedUser.named(username).password(passwordOf(username)).build());
		InitiateAuthResponse response = pool.signIn(username, passwordOf(username));
		AssociateSoftwareTokenResponse associated = pool.client
			.associateSoftwareToken((request) -> request.session(response.session()));
		String session = pool.client
			.verifySoftwareToken((request) -> request.session(associated.session())
				.userCode(TestTotp.code(associated.secretCode(), this.clock.instant())))
			.session();
		Map<String, String> answer = Map.of("USERNAME", username);
		return new AskedChallenge(pool, pool.clientId(), response.challengeName(), session, () -> answer,
				Map.of("USERNAME", username, "EMAIL", username + "@example.com"));
	}

	private AskedChallenge selectChallenge(String username) {
		this.optional.cognito.addUser(user(username).build());
		return asked(this.optional.initiate(AuthFlowType.USER_AUTH, Map.of("USERNAME", username)),
				Map.of("USERNAME", username, "ANSWER", "PASSWORD", "PASSWORD", passwordOf(username)),
				Map.of("USERNAME", username, "ANSWER", "PASSWORD", "PASSWORD", "Wrong-" + passwordOf(username)));
	}

	private AskedChallenge password(String username) {
		this.optional.cognito.addUser(user(username).build());
		return asked(choose(username, "PASSWORD"), Map.of("USERNAME", username, "PASSWORD", passwordOf(username)),
				Map.of("USERNAME", username, "PASSWORD", "Wrong-" + passwordOf(username)));
	}

	private AskedChallenge passwordSrp(String username) {
		this.optional.cognito.addUser(user(username).build());
		return asked(choose(username, "PASSWORD_SRP"),
				Map.of("USERNAME", username, "SRP_A", new SrpClient().publicValue()),
				Map.of("USERNAME", username, "SRP_A", SrpClient.N.toString(16)));
	}

	private AskedChallenge passwordVerifier(String username) {
		this.optional.cognito.addUser(user(username).build());
		SrpClient srp = new SrpClient();
		Map<String, String> parameters = this.optional.srpChallenge(srp, username);
		String userPoolId = this.optional.cognito.userPoolId();
		return asked(ChallengeNameType.PASSWORD_VERIFIER, null,
				srp.responses(userPoolId, parameters, passwordOf(username)),
				srp.responses(userPoolId, parameters, "Wrong-" + passwordOf(username)));
	}

	private AskedChallenge webAuthn(String username) {
		this.optional.cognito.addUser(user(username).build());
		PasskeyAuthenticator authenticator = new PasskeyAuthenticator("example.com", "https://example.com",
				username.hashCode());
		String token = signIn(username).authenticationResult().accessToken();
		String challenge = this.optional.client.startWebAuthnRegistration((request) -> request.accessToken(token))
			.credentialCreationOptions()
			.asMap()
			.get("challenge")
			.asString();
		this.optional.client.completeWebAuthnRegistration(
				(request) -> request.accessToken(token).credential(authenticator.register(challenge)));
		InitiateAuthResponse response = choose(username, "WEB_AUTHN");
		return asked(response,
				Map.of("USERNAME", username, "CREDENTIAL",
						authenticator.authenticate(PasskeyAuthenticator.challenge(response.challengeParameters()))),
				Map.of("USERNAME", username, "CREDENTIAL", authenticator.authenticate("AAAA")));
	}

	private AskedChallenge customChallenge(String username) {
		this.optional.cognito.addUser(user(username).build());
		return asked(this.optional.initiate(AuthFlowType.CUSTOM_AUTH, Map.of("USERNAME", username)),
				Map.of("USERNAME", username, "ANSWER", "answer of " + username),
				Map.of("USERNAME", username, "ANSWER", "another answer"));
	}

	private AskedChallenge deviceSrpAuth(String username) {
		NewDeviceMetadataType device = registerDevice(username);
		Map<String, String> right = Map.of("USERNAME", username, "DEVICE_KEY", device.deviceKey(), "SRP_A",
				new SrpClient().publicValue());
		Map<String, String> wrong = new HashMap<>(right);
		wrong.put("SRP_A", "0");
		return asked(signInFrom(username, device), right, wrong);
	}

	private AskedChallenge devicePasswordVerifier(String username) {
		NewDeviceMetadataType device = registerDevice(username);
		SrpClient srp = new SrpClient();
		RespondToAuthChallengeResponse response = this.optional.respond(ChallengeNameType.DEVICE_SRP_AUTH,
				signInFrom(username, device).session(),
				Map.of("USERNAME", username, "DEVICE_KEY", device.deviceKey(), "SRP_A", srp.publicValue()));
		return asked(response.challengeName(), response.session(),
				srp.deviceResponses(device.deviceGroupKey(), response.challengeParameters(), DEVICE_SECRET),
				srp.deviceResponses(device.deviceGroupKey(), response.challengeParameters(), "another secret"));
	}

	private NewDeviceMetadataType registerDevice(String username) {
		this.optional.cognito.addUser(user(username).build());
		AuthenticationResultType tokens = signIn(username).authenticationResult();
		NewDeviceMetadataType device = tokens.newDeviceMetadata();
		BigInteger verifier = SrpClient.deviceVerifier(device.deviceGroupKey(), device.deviceKey(), DEVICE_SECRET,
				SALT);
		this.optional.client.confirmDevice((request) -> request.accessToken(tokens.accessToken())
			.deviceKey(device.deviceKey())
			.deviceSecretVerifierConfig((config) -> config.salt(base64(SALT)).passwordVerifier(base64(verifier))));
		return device;
	}

	private InitiateAuthResponse signInFrom(String username, NewDeviceMetadataType device) {
		return this.optional.initiate(AuthFlowType.USER_PASSWORD_AUTH,
				Map.of("USERNAME", username, "PASSWORD", passwordOf(username), "DEVICE_KEY", device.deviceKey()));
	}

	private static String base64(BigInteger number) {
		return Base64.getEncoder().encodeToString(number.toByteArray());
	}

	@Override
	public void close() {
		this.optional.close();
		this.required.close();
	}

}

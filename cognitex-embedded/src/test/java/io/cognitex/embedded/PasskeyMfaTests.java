package io.cognitex.embedded;

import java.util.Map;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.document.Document;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ChallengeNameType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InitiateAuthResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.RespondToAuthChallengeResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolMfaType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.WebAuthnFactorConfigurationType;

import static io.cognitex.embedded.Refusals.INCORRECT;
import static io.cognitex.embedded.Refusals.assertInvalidParameter;
import static io.cognitex.embedded.Refusals.assertNotAuthorized;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * A passkey that stands for both factors, in a pool that requires two.
 */
class PasskeyMfaTests {

	private static final String NOT_POSSIBLE = "User does not have delivery config set to turn on WEB_AUTHN_MFA";

	private final MutableClock clock = new MutableClock();

	@AutoClose
	private final TestPool pool = TestPool.start((builder) -> builder.clock(this.clock)
		.explicitAuthFlows("ALLOW_USER_AUTH", "ALLOW_USER_PASSWORD_AUTH")
		.allowedFirstAuthFactors("PASSWORD", "WEB_AUTHN")
		.relyingParty("example.com", "preferred")
		.webAuthnFactorConfiguration("MULTI_FACTOR_WITH_USER_VERIFICATION")
		.mfa("ON", "SOFTWARE_TOKEN_MFA"));

	@AutoClose
	private final CognitoIdentityProviderClient iam = TestClients.iam(this.pool.cognito);

	private final PasskeyAuthenticator authenticator = new PasskeyAuthenticator("example.com",
			"https://app.example.com", 7);

	private String accessToken = "";

	@BeforeEach
	void addAlice() {
		this.pool.cognito.addUser(TestUsers.alice().totpSecret(TestTotp.SECRET).build());
		this.accessToken = this.pool.respond(ChallengeNameType.SOFTWARE_TOKEN_MFA,
				this.pool.signIn("alice", TestPool.PASSWORD).session(), Map.of("USERNAME", "alice",
						"SOFTWARE_TOKEN_MFA_CODE", TestTotp.code(TestTotp.SECRET, this.clock.instant())))
			.authenticationResult()
			.accessToken();
	}

	@Test
	void builderWhenFactorConfigurationIsUnknownOrWithoutRelyingPartyThenRefused() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> EmbeddedCognito.builder().webAuthnFactorConfiguration("MULTI_FACTOR"));
		assertThatIllegalStateException().isThrownBy(() -> EmbeddedCognito.builder()
			.webAuthnFactorConfiguration("MULTI_FACTOR_WITH_USER_VERIFICATION")
			.start());
	}

	@Test
	void mfaConfigWhenRequiredBesidePasskeysThenOnlyIfTheyAreTwoFactors() {
		assertInvalidParameter(() -> configure(WebAuthnFactorConfigurationType.SINGLE_FACTOR),
				"MFA cannot be required in a user pool with passwordless sign-in.");

		configure(WebAuthnFactorConfigurationType.MULTI_FACTOR_WITH_USER_VERIFICATION);

		assertThat(this.iam.getUserPoolMfaConfig((request) -> request.userPoolId(this.pool.cognito.userPoolId()))
			.webAuthnConfiguration()
			.factorConfiguration()).isEqualTo(WebAuthnFactorConfigurationType.MULTI_FACTOR_WITH_USER_VERIFICATION);
	}

	@Test
	void preferenceWhenUserHasNoPasskeyOrNoOtherFactorThenRefused() {
		assertInvalidParameter(() -> usePasskeyForBoth(true), NOT_POSSIBLE);
		register();

		assertInvalidParameter(
				() -> this.pool.client.setUserMFAPreference((request) -> request.accessToken(this.accessToken)
					.softwareTokenMfaSettings((settings) -> settings.enabled(false))
					.webAuthnMfaSettings((settings) -> settings.enabled(true))),
				NOT_POSSIBLE);
	}

	@Test
	void preferenceWhenPasskeysOfPoolAreOneFactorThenRefused() {
		register();
		this.iam.setUserPoolMfaConfig((request) -> request.userPoolId(this.pool.cognito.userPoolId())
			.mfaConfiguration(UserPoolMfaType.OPTIONAL)
			.softwareTokenMfaConfiguration((totp) -> totp.enabled(true))
			.webAuthnConfiguration((passkeys) -> passkeys.relyingPartyId("example.com")));

		assertInvalidParameter(() -> usePasskeyForBoth(true), NOT_POSSIBLE);
		assertInvalidParameter(
				() -> this.iam.adminSetUserMFAPreference((request) -> request.userPoolId(this.pool.cognito.userPoolId())
					.username("alice")
					.webAuthnMfaSettings((settings) -> settings.enabled(true))),
				NOT_POSSIBLE);
	}

	@Test
	void signInWhenUserHasNotTurnedItOnThenPasskeyIsNotOffered() {
		register();

		assertThat(choice().availableChallengesAsStrings()).containsExactly("PASSWORD_SRP", "PASSWORD");

		usePasskeyForBoth(true);
		assertThat(choice().availableChallengesAsStrings()).contains("WEB_AUTHN");

		usePasskeyForBoth(false);
		assertThat(choice().availableChallengesAsStrings()).doesNotContain("WEB_AUTHN");
	}

	@Test
	void signInWhenUserWasNotVerifiedThenRefused() {
		register();
		usePasskeyForBoth(true);
		InitiateAuthResponse asked = passkey();

		assertNotAuthorized(() -> answer(asked, this.authenticator.authenticateUnverified(challenge(asked))),
				INCORRECT);
	}

	@Test
	void signInWhenPasskeyStandsForBothThenTokens() {
		register();
		usePasskeyForBoth(true);
		InitiateAuthResponse asked = passkey();

		RespondToAuthChallengeResponse response = answer(asked, this.authenticator.authenticate(challenge(asked)));

		assertThat(response.authenticationResult().accessToken()).isNotEmpty();
		assertThat(this.pool.signIn("alice", TestPool.PASSWORD).challengeName())
			.isEqualTo(ChallengeNameType.SOFTWARE_TOKEN_MFA);
	}

	@Test
	void choiceWhenCredentialIsWrongOrReplayedThenRefused() {
		register();
		usePasskeyForBoth(true);
		InitiateAuthResponse first = choice();
		InitiateAuthResponse second = choice();

		assertNotAuthorized(() -> choose(first, this.authenticator.authenticate(challenge(second))), INCORRECT);
		assertNotAuthorized(() -> choose(first, this.authenticator.authenticate(challenge(first))),
				"Invalid session for the user, session can only be used once.");
		assertNotAuthorized(() -> answer(second, this.authenticator.authenticate(challenge(second))),
				"Invalid session for the user.");
	}

	@Test
	void choiceWhenCredentialIsRightThenTokens() {
		register();
		usePasskeyForBoth(true);
		InitiateAuthResponse asked = choice();

		RespondToAuthChallengeResponse response = choose(asked, this.authenticator.authenticate(challenge(asked)));

		assertThat(response.authenticationResult().accessToken()).isNotEmpty();
	}

	private void configure(WebAuthnFactorConfigurationType factorConfiguration) {
		this.iam.setUserPoolMfaConfig((request) -> request.userPoolId(this.pool.cognito.userPoolId())
			.mfaConfiguration(UserPoolMfaType.ON)
			.softwareTokenMfaConfiguration((totp) -> totp.enabled(true))
			.webAuthnConfiguration(
					(passkeys) -> passkeys.relyingPartyId("example.com").factorConfiguration(factorConfiguration)));
	}

	private void register() {
		Map<String, Document> options = this.pool.client
			.startWebAuthnRegistration((request) -> request.accessToken(this.accessToken))
			.credentialCreationOptions()
			.asMap();
		this.pool.client.completeWebAuthnRegistration((request) -> request.accessToken(this.accessToken)
			.credential(this.authenticator.register(options.get("challenge").asString())));
	}

	private void usePasskeyForBoth(boolean enabled) {
		this.pool.client.setUserMFAPreference((request) -> request.accessToken(this.accessToken)
			.webAuthnMfaSettings((settings) -> settings.enabled(enabled)));
	}

	private InitiateAuthResponse choice() {
		return this.pool.initiate(AuthFlowType.USER_AUTH, Map.of("USERNAME", "alice"));
	}

	private InitiateAuthResponse passkey() {
		return this.pool.initiate(AuthFlowType.USER_AUTH,
				Map.of("USERNAME", "alice", "PREFERRED_CHALLENGE", "WEB_AUTHN"));
	}

	private static String challenge(InitiateAuthResponse asked) {
		return PasskeyAuthenticator.challenge(asked.challengeParameters());
	}

	private RespondToAuthChallengeResponse answer(InitiateAuthResponse asked, String credential) {
		return this.pool.respond(ChallengeNameType.WEB_AUTHN, asked.session(),
				Map.of("USERNAME", "alice", "CREDENTIAL", credential));
	}

	private RespondToAuthChallengeResponse choose(InitiateAuthResponse asked, String credential) {
		return this.pool.respond(ChallengeNameType.SELECT_CHALLENGE, asked.session(),
				Map.of("USERNAME", "alice", "ANSWER", "WEB_AUTHN", "CREDENTIAL", credential));
	}

}

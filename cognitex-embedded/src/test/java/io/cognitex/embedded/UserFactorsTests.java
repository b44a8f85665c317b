package io.cognitex.embedded;

import java.util.Map;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminGetUserAuthFactorsResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFactorType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ChallengeNameType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.GetUserAuthFactorsResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InitiateAuthResponse;

import static io.cognitex.embedded.Refusals.assertInvalidParameter;
import static io.cognitex.embedded.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What administrators see and set of a user's factors.
 */
class UserFactorsTests {

	@AutoClose
	private final TestPool pool = TestPool.start((builder) -> builder.allowedFirstAuthFactors("EMAIL_OTP", "SMS_OTP")
		.mfa("OPTIONAL", "SMS_MFA", "SOFTWARE_TOKEN_MFA"));

	@AutoClose
	private final CognitoIdentityProviderClient iam = TestClients.iam(this.pool.cognito);

	private final String userPoolId = this.pool.cognito.userPoolId();

	@BeforeEach
	void addUsers() {
		this.pool.addAlice();
		this.pool.cognito.addUser(EmbeddedUser.named("bob")
			.password(TestPool.PASSWORD)
			.attribute("phone_number", "+15555550123")
			.mfa("SMS_MFA")
			.totpSecret(TestTotp.SECRET)
			.build());
	}

	@Test
	void adminGetUserAuthFactorsWhenUserIsUnknownThenRefused() {
		assertRefused(() -> factors("nobody"), "UserNotFoundException", "User does not exist.");
	}

	@Test
	void adminGetUserAuthFactorsWhenUserHasOnlyAVerifiedAddressThenItAndThePassword() {
		AdminGetUserAuthFactorsResponse factors = factors("alice");

		assertThat(factors.username()).isEqualTo("alice");
		assertThat(factors.configuredUserAuthFactors()).containsExactly(AuthFactorType.PASSWORD,
				AuthFactorType.EMAIL_OTP);
		assertThat(factors.preferredMfaSetting()).isNull();
		assertThat(factors.hasUserMFASettingList()).isFalse();
	}

	@Test
	void adminGetUserAuthFactorsWhenUserHasSecondFactorsThenTheyAndOnlyThePassword() {
		AdminGetUserAuthFactorsResponse factors = factors("bob");

		assertThat(factors.userMFASettingList()).containsExactly("SMS_MFA", "SOFTWARE_TOKEN_MFA");
		assertThat(factors.configuredUserAuthFactors()).containsExactly(AuthFactorType.PASSWORD);
	}

	@Test
	void getUserAuthFactorsWhenUserHasOnlyAVerifiedAddressThenItAndThePassword() {
		String token = this.pool.accessToken("alice");

		GetUserAuthFactorsResponse factors = this.pool.client
			.getUserAuthFactors((request) -> request.accessToken(token));

		assertThat(factors.configuredUserAuthFactors()).containsExactly(AuthFactorType.PASSWORD,
				AuthFactorType.EMAIL_OTP);
	}

	@Test
	void adminSetUserMfaPreferenceWhenNotPossibleThenRefused() {
		assertRefused(
				() -> this.iam
					.adminSetUserMFAPreference((request) -> request.userPoolId(this.userPoolId).username("nobody")),
				"UserNotFoundException", "User does not exist.");
		assertInvalidParameter(
				() -> this.iam.adminSetUserMFAPreference((request) -> request.userPoolId(this.userPoolId)
					.username("alice")
					.smsMfaSettings((settings) -> settings.enabled(true))),
				"User does not have delivery config set to turn on SMS_MFA");
		assertInvalidParameter(
				() -> this.iam.adminSetUserMFAPreference((request) -> request.userPoolId(this.userPoolId)
					.username("bob")
					.emailMfaSettings((settings) -> settings.enabled(true))),
				"User does not have delivery config set to turn on EMAIL_OTP");
	}

	@Test
	void adminSetUserMfaPreferenceWhenPossibleThenAskedForWhatIsPreferred() {
		assertThat(signIn().challengeName()).isEqualTo(ChallengeNameType.SELECT_MFA_TYPE);

		this.iam.adminSetUserMFAPreference((request) -> request.userPoolId(this.userPoolId)
			.username("bob")
			.softwareTokenMfaSettings((settings) -> settings.enabled(true).preferredMfa(true)));

		assertThat(signIn().challengeName()).isEqualTo(ChallengeNameType.SOFTWARE_TOKEN_MFA);
		assertThat(factors("bob").preferredMfaSetting()).isEqualTo("SOFTWARE_TOKEN_MFA");
	}

	@Test
	void adminDeleteSoftwareTokenWhenUserIsUnknownThenRefused() {
		assertRefused(
				() -> this.iam
					.adminDeleteSoftwareToken((request) -> request.userPoolId(this.userPoolId).username("nobody")),
				"UserNotFoundException", "User does not exist.");
	}

	@Test
	void adminDeleteSoftwareTokenWhenAppIsRegisteredThenNeitherAskedNorTurnedOnAgain() {
		this.iam.adminDeleteSoftwareToken((request) -> request.userPoolId(this.userPoolId).username("bob"));

		assertThat(factors("bob").userMFASettingList()).containsExactly("SMS_MFA");
		assertThat(signIn().challengeName()).isEqualTo(ChallengeNameType.SMS_MFA);
		assertInvalidParameter(
				() -> this.iam.adminSetUserMFAPreference((request) -> request.userPoolId(this.userPoolId)
					.username("bob")
					.softwareTokenMfaSettings((settings) -> settings.enabled(true))),
				"User does not have delivery config set to turn on SOFTWARE_TOKEN_MFA");
	}

	@Test
	void adminDeleteSoftwareTokenWhenSignInHasBegunThenItsCodeNoLongerCounts() {
		this.iam.adminSetUserMFAPreference((request) -> request.userPoolId(this.userPoolId)
			.username("bob")
			.softwareTokenMfaSettings((settings) -> settings.enabled(true).preferredMfa(true)));
		String session = signIn().session();

		this.iam.adminDeleteSoftwareToken((request) -> request.userPoolId(this.userPoolId).username("bob"));

		assertRefused(
				() -> this.pool.respond(ChallengeNameType.SOFTWARE_TOKEN_MFA, session,
						Map.of("USERNAME", "bob", "SOFTWARE_TOKEN_MFA_CODE",
								TestTotp.code(TestTotp.SECRET, this.pool.cognito.now()))),
				"SoftwareTokenMFANotFoundException", "User has not associated a software token.");
	}

	private AdminGetUserAuthFactorsResponse factors(String username) {
		return this.iam.adminGetUserAuthFactors((request) -> request.userPoolId(this.userPoolId).username(username));
	}

	private InitiateAuthResponse signIn() {
		return this.pool.signIn("bob", TestPool.PASSWORD);
	}

}

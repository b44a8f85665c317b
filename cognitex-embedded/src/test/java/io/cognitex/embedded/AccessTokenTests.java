package io.cognitex.embedded;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminGetUserResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.GetUserResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserStatusType;

import static io.cognitex.embedded.Refusals.assertNotAuthorized;
import static io.cognitex.embedded.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What every operation with an access token refuses; GetUser and AdminGetUser.
 */
class AccessTokenTests {

	private static final String SIGNATURE = "Could not verify signature for Access Token";

	private final MutableClock clock = new MutableClock();

	@AutoClose
	private final TestPool pool = TestPool.start((builder) -> builder.clock(this.clock));

	AccessTokenTests() {
		this.pool.cognito.addUser(TestUsers.alice().group("admin").attribute("phone_number", "+4930123459934").build());
	}

	@ParameterizedTest
	@ValueSource(strings = { "garbage", "a.b", "a.b.c", "..", "eyJ9.eyJ9.eyJ9", "a.b.c.d.e" })
	void operationWhenTokenIsGarbageThenRefused(String token) {
		assertRefusedEverywhere(token, "Invalid Access Token");
	}

	@Test
	void operationWhenTokenIsAnIdTokenThenRefused() {
		assertRefusedEverywhere(this.pool.signIn("alice").idToken(), "Invalid Access Token");
	}

	@Test
	void operationWhenTokenIsARefreshTokenThenRefused() {
		assertRefusedEverywhere(this.pool.signIn("alice").refreshToken(), "Invalid Access Token");
	}

	@Test
	void operationWhenTokenIsOfAnotherPoolThenRefused() {
		try (TestPool other = TestPool.start((builder) -> builder.clock(this.clock))) {
			other.addAlice();

			assertRefusedEverywhere(other.accessToken("alice"), SIGNATURE);
		}
	}

	@Test
	void operationWhenClaimIsChangedThenRefused() {
		String[] parts = this.pool.accessToken("alice").split("\\.");
		String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
		String forged = encode(claims.replace("\"username\":\"alice\"", "\"username\":\"root\""));

		assertThat(claims).contains("\"username\":\"alice\"");
		assertRefusedEverywhere(parts[0] + "." + forged + "." + parts[2], SIGNATURE);
	}

	@Test
	void operationWhenAlgorithmIsChangedThenRefused() {
		String[] parts = this.pool.accessToken("alice").split("\\.");
		String header = new String(Base64.getUrlDecoder().decode(parts[0]), StandardCharsets.UTF_8);
		String none = encode(header.replace("RS256", "none"));

		assertRefusedEverywhere(none + "." + parts[1] + ".", SIGNATURE);
		assertRefusedEverywhere(none + "." + parts[1] + "." + parts[2], SIGNATURE);
	}

	@Test
	void operationWhenTokenHasExpiredThenRefused() {
		String token = this.pool.accessToken("alice");
		this.clock.advance(Duration.ofHours(1));

		assertRefusedEverywhere(token, "Access Token has expired");
	}

	@Test
	void operationWhenUserSignedOutEverywhereThenRefused() {
		String first = this.pool.accessToken("alice");
		String second = this.pool.accessToken("alice");
		this.pool.client.globalSignOut((request) -> request.accessToken(first));

		assertRefusedEverywhere(first, "Access Token has been revoked");
		assertRefusedEverywhere(second, "Access Token has been revoked");
		assertThat(this.pool.attributesOf(this.pool.accessToken("alice"))).isNotEmpty();
	}

	@Test
	void getUserWhenTokenIsValidThenUserWithoutWhatIsNotSet() {
		GetUserResponse user = this.pool.client
			.getUser((request) -> request.accessToken(this.pool.accessToken("alice")));

		assertThat(user.username()).isEqualTo("alice");
		assertThat(TestPool.map(user.userAttributes())).containsOnlyKeys("sub", "email", "email_verified",
				"phone_number", "phone_number_verified");
		assertThat(user.hasUserMFASettingList()).isFalse();
		assertThat(user.preferredMfaSetting()).isNull();
	}

	@Test
	void getUserWhenClientReadsOnlySomeAttributesThenThose() {
		try (TestPool pool = TestPool.start((builder) -> builder.readAttributes("email"))) {
			pool.cognito.addUser(TestUsers.alice().attribute("name", "Alice").build());

			assertThat(pool.attributesOf(pool.accessToken("alice"))).containsOnlyKeys("sub", "email");
		}
	}

	@Test
	void adminGetUserWhenUnsignedOrUnknownThenRefused() {
		try (CognitoIdentityProviderClient iam = TestClients.iam(this.pool.cognito)) {
			assertRefused(() -> adminGetUser(this.pool.client, "alice"), "MissingAuthenticationTokenException",
					"Missing Authentication Token");
			assertRefused(() -> adminGetUser(iam, "nobody"), "UserNotFoundException", "User does not exist.");
			assertRefused(() -> iam.adminGetUser((request) -> request.userPoolId("us-east-1_none").username("alice")),
					"ResourceNotFoundException", "User pool us-east-1_none does not exist.");
		}
	}

	@Test
	void adminGetUserWhenFoundByNameOrSubThenAllOfTheUser() {
		try (CognitoIdentityProviderClient iam = TestClients.iam(this.pool.cognito)) {
			AdminGetUserResponse byName = adminGetUser(iam, "Alice");
			AdminGetUserResponse bySub = adminGetUser(iam, TestPool.map(byName.userAttributes()).get("sub"));

			assertThat(byName.username()).isEqualTo("alice");
			assertThat(byName.userStatus()).isEqualTo(UserStatusType.CONFIRMED);
			assertThat(byName.enabled()).isTrue();
			assertThat(byName.userCreateDate()).isEqualTo(this.clock.instant());
			assertThat(byName.userLastModifiedDate()).isEqualTo(this.clock.instant());
			assertThat(bySub.username()).isEqualTo("alice");
			assertThat(bySub.userAttributes()).isEqualTo(byName.userAttributes());
		}
	}

	private AdminGetUserResponse adminGetUser(CognitoIdentityProviderClient client, String username) {
		return client.adminGetUser((request) -> request.userPoolId(this.pool.cognito.userPoolId()).username(username));
	}

	private void assertRefusedEverywhere(String token, String text) {
		CognitoIdentityProviderClient client = this.pool.client;
		assertNotAuthorized(() -> client.getUser((request) -> request.accessToken(token)), text);
		assertNotAuthorized(() -> client.globalSignOut((request) -> request.accessToken(token)), text);
		assertNotAuthorized(() -> client.changePassword((request) -> request.accessToken(token)
			.previousPassword(TestPool.PASSWORD)
			.proposedPassword(TestPool.OTHER_PASSWORD)), text);
		assertNotAuthorized(() -> this.pool.updateAttributes(token, "name", "Eve"), text);
		assertNotAuthorized(
				() -> client
					.getUserAttributeVerificationCode((request) -> request.accessToken(token).attributeName("email")),
				text);
		assertNotAuthorized(
				() -> client
					.verifyUserAttribute((request) -> request.accessToken(token).attributeName("email").code("123456")),
				text);
	}

	private static String encode(String text) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
	}

}

package io.cognitex.embedded;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthenticationResultType;

import io.cognitex.embedded.trigger.Trigger;
import io.cognitex.embedded.trigger.TriggerType;

import static io.cognitex.embedded.Refusals.INCORRECT;
import static io.cognitex.embedded.Refusals.assertNotAuthorized;
import static io.cognitex.embedded.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Triggers as plain functions, but those of CUSTOM_AUTH.
 */
class TriggerTests {

	private static final Trigger REFUSE = (event) -> {
		throw new IllegalStateException("not today");
	};

	@Test
	void signUpWhenPreSignUpRefusesThenNoUser() {
		try (TestPool pool = with(TriggerType.PRE_SIGN_UP, REFUSE)) {
			assertLambdaRefused(() -> pool.signUp("alice", "email", "alice@example.com"),
					"PreSignUp failed with error not today.");
			assertThat(pool.cognito.messages()).isEmpty();
			assertNotAuthorized(() -> pool.signIn("alice", TestPool.PASSWORD), INCORRECT);
		}
	}

	@Test
	void signUpWhenPreSignUpBreaksDownThenRefusedAndTheServerGoesOn() {
		try (TestPool pool = with(TriggerType.PRE_SIGN_UP, (event) -> {
			throw new StackOverflowError();
		})) {
			assertRefused(() -> pool.signUp("alice", "email", "alice@example.com"), "UnexpectedLambdaException",
					"PreSignUp invocation failed due to error StackOverflowError.");
			pool.addAlice();
			assertThat(pool.accessToken("alice")).isNotEmpty();
		}
	}

	@Test
	void signUpWhenPreSignUpAssertsInVainThenRefusedWithTheText() {
		try (TestPool pool = with(TriggerType.PRE_SIGN_UP, (event) -> {
			throw new AssertionError("no invitation");
		})) {
			assertLambdaRefused(() -> pool.signUp("alice", "email", "alice@example.com"),
					"PreSignUp failed with error no invitation.");
		}
	}

	@Test
	void signUpWhenAnswerIsOfTheWrongKindThenRefused() {
		try (TestPool pool = with(TriggerType.PRE_SIGN_UP, (event) -> event.respond("autoConfirmUser", "yes"))) {
			assertRefused(() -> pool.signUp("alice", "email", "alice@example.com"), "InvalidLambdaResponseException",
					"Invalid lambda function output : Invalid JSON");
		}
	}

	@Test
	void signUpWhenPreSignUpConfirmsThenUserSignsInAndPostConfirmationIsTold() {
		List<String> sources = new ArrayList<>();
		try (TestPool pool = TestPool.start((builder) -> builder.trigger(TriggerType.PRE_SIGN_UP, (event) -> {
			sources.add(event.triggerSource() + " " + event.userAttributes().get("email"));
			event.respond("autoConfirmUser", true);
			event.respond("autoVerifyEmail", true);
		}).trigger(TriggerType.POST_CONFIRMATION, (event) -> sources.add(event.triggerSource())))) {
			assertThat(pool.signUp("alice", "email", "alice@example.com").userConfirmed()).isTrue();

			assertThat(sources).containsExactly("PreSignUp_SignUp alice@example.com", "PostConfirmation_ConfirmSignUp");
			assertThat(pool.cognito.messages()).isEmpty();
			assertThat(pool.attributesOf(pool.accessToken("alice"))).containsEntry("email_verified", "true");
		}
	}

	@Test
	void confirmSignUpWhenPostConfirmationRefusesThenUserIsConfirmedAllTheSame() {
		try (TestPool pool = with(TriggerType.POST_CONFIRMATION, REFUSE)) {
			pool.signUp("alice", "email", "alice@example.com");

			assertLambdaRefused(() -> pool.confirmSignUp("alice", pool.lastCode("alice")),
					"PostConfirmation failed with error not today.");
			assertThat(pool.accessToken("alice")).isNotEmpty();
		}
	}

	@Test
	void signInWhenPreAuthenticationRefusesThenNotEvenTheRightPasswordHelps() {
		List<Map<String, ?>> requests = new ArrayList<>();
		try (TestPool pool = with(TriggerType.PRE_AUTHENTICATION, (event) -> {
			requests.add(event.request());
			REFUSE.handle(event);
		})) {
			pool.addAlice();

			assertLambdaRefused(() -> pool.signIn("alice", TestPool.PASSWORD),
					"PreAuthentication failed with error not today.");
			assertLambdaRefused(() -> pool.srpSignIn("alice", TestPool.PASSWORD),
					"PreAuthentication failed with error not today.");
			assertLambdaRefused(() -> pool.signIn("nobody", TestPool.PASSWORD),
					"PreAuthentication failed with error not today.");
			assertThat(requests.get(2).get("userNotFound")).isEqualTo(true);
		}
	}

	@Test
	void signInWhenPostAuthenticationRefusesThenNoTokens() {
		try (TestPool pool = with(TriggerType.POST_AUTHENTICATION, REFUSE)) {
			pool.addAlice();

			assertNotAuthorized(() -> pool.signIn("alice", TestPool.OTHER_PASSWORD), INCORRECT);
			assertLambdaRefused(() -> pool.signIn("alice", TestPool.PASSWORD),
					"PostAuthentication failed with error not today.");
		}
	}

	@Test
	void tokensWhenPreTokenGenerationOverridesClaimsThenOnlyTheIdTokenHasThem() throws Exception {
		Map<String, Object> details = Map.of("claimsToAddOrOverride", Map.of("tier", "gold", "sub", "forged"),
				"claimsToSuppress", List.of("email"), "groupOverrideDetails",
				Map.of("groupsToOverride", List.of("auditors")));
		try (TestPool pool = with(TriggerType.PRE_TOKEN_GENERATION,
				(event) -> event.respond("claimsOverrideDetails", details))) {
			pool.addAlice();

			AuthenticationResultType tokens = pool.signIn("alice");

			JWTClaimsSet id = claims(tokens.idToken());
			JWTClaimsSet access = claims(tokens.accessToken());
			assertThat(id.getStringClaim("tier")).isEqualTo("gold");
			assertThat(id.getClaim("email")).isNull();
			assertThat(id.getSubject()).isEqualTo(access.getSubject()).isNotEqualTo("forged");
			assertThat(access.getClaim("tier")).isNull();
			assertThat(access.getStringListClaim("cognito:groups")).containsExactly("auditors");
		}
	}

	@Test
	void tokensWhenPreTokenGenerationIsVersionTwoThenScopesChangeOnRefreshToo() throws Exception {
		Map<String, Object> details = Map.of("accessTokenGeneration", Map.of("claimsToAddOrOverride",
				Map.of("limits", Map.of("daily", 5)), "scopesToAdd", List.of("orders/read")));
		List<String> sources = new ArrayList<>();
		try (TestPool pool = with(TriggerType.PRE_TOKEN_GENERATION, (event) -> {
			sources.add(event.triggerSource());
			event.respond("claimsAndScopeOverrideDetails", details);
		})) {
			pool.addAlice();
			String refreshToken = pool.signIn("alice").refreshToken();

			AuthenticationResultType tokens = pool
				.initiate(AuthFlowType.REFRESH_TOKEN_AUTH, Map.of("REFRESH_TOKEN", refreshToken))
				.authenticationResult();

			assertThat(sources).containsExactly("TokenGeneration_Authentication", "TokenGeneration_RefreshTokens");
			assertThat(claims(tokens.accessToken()).getStringClaim("scope"))
				.isEqualTo("aws.cognito.signin.user.admin orders/read");
			assertThat(claims(tokens.accessToken()).getJSONObjectClaim("limits")).containsEntry("daily", 5L);
		}
	}

	@Test
	void tokensWhenPreTokenGenerationTakesTheScopeAwayThenGoodForNoOperation() {
		Map<String, Object> details = Map.of("accessTokenGeneration",
				Map.of("scopesToSuppress", List.of("aws.cognito.signin.user.admin"), "scopesToAdd", List.of("orders")));
		try (TestPool pool = with(TriggerType.PRE_TOKEN_GENERATION,
				(event) -> event.respond("claimsAndScopeOverrideDetails", details))) {
			pool.addAlice();
			String token = pool.accessToken("alice");

			assertNotAuthorized(() -> pool.attributesOf(token), "Access Token does not have required scopes");
			assertNotAuthorized(() -> pool.client.globalSignOut((request) -> request.accessToken(token)),
					"Access Token does not have required scopes");
		}
	}

	@Test
	void signInWhenMigrationDoesNotKnowTheUserThenLikeAnyUnknownUser() {
		try (TestPool pool = with(TriggerType.USER_MIGRATION, (event) -> {
		})) {
			assertNotAuthorized(() -> pool.signIn("alice", TestPool.PASSWORD), INCORRECT);
		}
	}

	@Test
	void signInWhenMigrationKnowsTheUserThenSignedInAndAskedOnce() {
		List<Object> passwords = new ArrayList<>();
		try (TestPool pool = with(TriggerType.USER_MIGRATION, (event) -> {
			passwords.add(event.request().get("password"));
			if (TestPool.PASSWORD.equals(event.request().get("password"))) {
				event.respond("userAttributes", Map.of("email", "alice@example.com", "email_verified", "true"));
				event.respond("finalUserStatus", "CONFIRMED");
				event.respond("messageAction", "SUPPRESS");
			}
		})) {
			assertNotAuthorized(() -> pool.signIn("alice", TestPool.OTHER_PASSWORD), INCORRECT);
			assertThat(pool.attributesOf(pool.accessToken("alice"))).containsEntry("email", "alice@example.com");
			assertThat(pool.accessToken("alice")).isNotEmpty();
			assertThat(passwords).containsExactly(TestPool.OTHER_PASSWORD, TestPool.PASSWORD);
		}
	}

	@Test
	void forgotPasswordWhenMigrationKnowsTheUserThenCode() {
		try (TestPool pool = with(TriggerType.USER_MIGRATION, (event) -> event.respond("userAttributes",
				Map.of("email", "alice@example.com", "email_verified", "true")))) {
			pool.client.forgotPassword((request) -> request.clientId(pool.clientId()).username("alice"));

			assertThat(pool.lastCode("alice")).hasSize(6);
		}
	}

	private static TestPool with(TriggerType type, Trigger trigger) {
		return TestPool.start((builder) -> builder.trigger(type, trigger));
	}

	private static void assertLambdaRefused(ThrowingCallable call, String text) {
		assertRefused(call, "UserLambdaValidationException", text);
	}

	private static JWTClaimsSet claims(String token) throws Exception {
		return SignedJWT.parse(token).getJWTClaimsSet();
	}

}

package io.cognitex.embedded;

import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthenticationResultType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ChallengeNameType;

import static io.cognitex.embedded.Refusals.assertNotAuthorized;
import static io.cognitex.embedded.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

class SecretHashTests {

	@AutoClose
	private final TestPool pool = TestPool.start((builder) -> builder.generateClientSecret(true));

	private final String missing = "Client " + this.pool.clientId()
			+ " is configured with secret but SECRET_HASH was not received";

	private final String wrong = "Unable to verify secret hash for client " + this.pool.clientId();

	SecretHashTests() {
		this.pool.addAlice();
	}

	@Test
	void operationWhenHashIsMissingThenRefused() {
		String id = this.pool.clientId();

		assertNotAuthorized(() -> this.pool.signUp("bob"), this.missing);
		assertNotAuthorized(() -> this.pool.confirmSignUp("bob", "123456"), this.missing);
		assertNotAuthorized(
				() -> this.pool.client.resendConfirmationCode((request) -> request.clientId(id).username("bob")),
				this.missing);
		assertNotAuthorized(() -> this.pool.client.forgotPassword((request) -> request.clientId(id).username("bob")),
				this.missing);
		assertNotAuthorized(() -> this.pool.client.confirmForgotPassword((request) -> request.clientId(id)
			.username("bob")
			.confirmationCode("123456")
			.password(TestPool.PASSWORD)), this.missing);
		assertNotAuthorized(() -> this.pool.signIn("alice"), this.missing);
		assertNotAuthorized(() -> this.pool.srpChallenge(new SrpClient(), "alice"), this.missing);
	}

	@Test
	void operationWhenHashIsWrongThenRefused() {
		assertNotAuthorized(() -> this.pool.client.signUp((request) -> request.clientId(this.pool.clientId())
			.username("bob")
			.password(TestPool.PASSWORD)
			.secretHash(this.pool.secretHash("alice"))), this.wrong);
		assertNotAuthorized(() -> signIn("alice", this.pool.secretHash("ALICE")), this.wrong);
	}

	@Test
	void operationWhenClientHasNoSecretThenHashIsRefused() {
		try (TestPool open = TestPool.start()) {
			assertNotAuthorized(
					() -> open.initiate(AuthFlowType.USER_PASSWORD_AUTH,
							Map.of("USERNAME", "alice", "PASSWORD", "x", "SECRET_HASH", "YWJj")),
					"Unable to verify secret hash for client " + open.clientId());
		}
	}

	@Test
	void refreshWhenHashIsOverAnythingButTheRealUsernameThenRefused() {
		try (TestPool pool = TestPool
			.start((builder) -> builder.generateClientSecret(true).usernameAttributes("email"))) {
			pool.cognito.addUser(EmbeddedUser.named("alice@example.com").password(TestPool.PASSWORD).build());
			AuthenticationResultType tokens = pool
				.initiate(AuthFlowType.USER_PASSWORD_AUTH, Map.of("USERNAME", "alice@example.com", "PASSWORD",
						TestPool.PASSWORD, "SECRET_HASH", pool.secretHash("alice@example.com")))
				.authenticationResult();
			String sub = pool.attributesOf(tokens.accessToken()).get("sub");

			assertNotAuthorized(() -> refresh(pool, tokens, "alice@example.com"),
					"Unable to verify secret hash for client " + pool.clientId());
			assertThat(refresh(pool, tokens, sub).accessToken()).isNotEmpty();
		}
	}

	@Test
	void getTokensWhenSecretIsMissingOrWrongThenRefused() {
		String refreshToken = signIn("alice", this.pool.secretHash("alice")).refreshToken();

		for (String secret : new String[] { null, "wrongwrongwrongwrongwrongwrong" }) {
			assertNotAuthorized(() -> this.pool.client.getTokensFromRefreshToken((
					request) -> request.clientId(this.pool.clientId()).refreshToken(refreshToken).clientSecret(secret)),
					"Unable to verify secret for client " + this.pool.clientId());
			assertRefused(() -> this.pool.client.revokeToken(
					(request) -> request.clientId(this.pool.clientId()).token(refreshToken).clientSecret(secret)),
					"UnauthorizedException", "The client is not authorized to revoke this token");
		}
		assertThat(this.pool.client
			.getTokensFromRefreshToken((request) -> request.clientId(this.pool.clientId())
				.refreshToken(refreshToken)
				.clientSecret(this.pool.cognito.clientSecret()))
			.authenticationResult()
			.accessToken()).isNotEmpty();
	}

	@Test
	void srpWhenHashIsRightThenTokens() {
		SrpClient srp = new SrpClient();
		Map<String, String> challenge = this.pool
			.initiate(AuthFlowType.USER_SRP_AUTH,
					Map.of("USERNAME", "Alice", "SRP_A", srp.publicValue(), "SECRET_HASH",
							this.pool.secretHash("Alice")))
			.challengeParameters();
		Map<String, String> responses = new HashMap<>(
				srp.responses(this.pool.cognito.userPoolId(), challenge, TestPool.PASSWORD));

		assertNotAuthorized(() -> this.pool.respond(ChallengeNameType.PASSWORD_VERIFIER, null, responses),
				this.missing);
		responses.put("SECRET_HASH", this.pool.secretHash(challenge.get("USER_ID_FOR_SRP")));
		assertThat(this.pool.respond(ChallengeNameType.PASSWORD_VERIFIER, null, responses)
			.authenticationResult()
			.accessToken()).isNotEmpty();
	}

	private AuthenticationResultType signIn(String username, String secretHash) {
		return this.pool
			.initiate(AuthFlowType.USER_PASSWORD_AUTH,
					Map.of("USERNAME", username, "PASSWORD", TestPool.PASSWORD, "SECRET_HASH", secretHash))
			.authenticationResult();
	}

	private static AuthenticationResultType refresh(TestPool pool, AuthenticationResultType tokens, String hashed) {
		return pool
			.initiate(AuthFlowType.REFRESH_TOKEN_AUTH,
					Map.of("REFRESH_TOKEN", tokens.refreshToken(), "SECRET_HASH", pool.secretHash(hashed)))
			.authenticationResult();
	}

}

package io.cognitex;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import io.cognitex.SignInChallenge.NewPasswordRequired;
import io.cognitex.embedded.EmbeddedCognito;
import io.cognitex.embedded.EmbeddedUser;
import io.cognitex.jwt.UnverifiedJwt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Tests for {@link SignInEngine} on a user pool whose app client has a secret and whose
 * users sign in with their e-mail address as well.
 */
class SignInEngineTests {

	private static final String PASSWORD = "Pässw0rd 1!";

	private static final String[] FLOWS = { "ALLOW_USER_SRP_AUTH", "ALLOW_USER_PASSWORD_AUTH",
			"ALLOW_ADMIN_USER_PASSWORD_AUTH", "ALLOW_USER_AUTH", "ALLOW_REFRESH_TOKEN_AUTH" };

	private static final EmbeddedUser ALICE = EmbeddedUser.named("alice")
		.password(PASSWORD)
		.attribute("email", "alice@example.com")
		.group("admin")
		.build();

	@ParameterizedTest
	@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CUSTOM_AUTH")
	void authenticateWhenPasswordIsWrongThenNotAuthorized(SignInFlow flow) {
		try (EmbeddedCognito cognito = start(); CognitoAccountManager accounts = accounts(cognito, flow)) {

			CognitoException ex = failure(accounts, "alice", "Pässw0rd 2!");

			assertThat(ex.error()).isEqualTo(CognitoError.NOT_AUTHORIZED);
		}
	}

	@ParameterizedTest
	@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CUSTOM_AUTH")
	void authenticateWhenUserIsUnknownThenAsWithAWrongPassword(SignInFlow flow) {
		try (EmbeddedCognito cognito = start(); CognitoAccountManager accounts = accounts(cognito, flow)) {

			CognitoException unknown = failure(accounts, "nobody", PASSWORD);
			CognitoException wrong = failure(accounts, "alice", "Pässw0rd 2!");

			assertThat(unknown.error()).isEqualTo(wrong.error());
			assertThat(unknown.status()).isEqualTo(wrong.status());
			assertThat(unknown).hasMessage(wrong.getMessage());
		}
	}

	@ParameterizedTest
	@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CUSTOM_AUTH")
	void authenticateWhenClientSecretIsWrongThenNotAuthorized(SignInFlow flow) {
		try (EmbeddedCognito cognito = start();
				CognitoAccountManager accounts = TestAccounts.builder(cognito)
					.signInFlow(flow)
					.clientSecret("another0secret0of0the0same0shape0000000000000000000")
					.build()) {

			assertThat(failure(accounts, "alice", PASSWORD).error()).isEqualTo(CognitoError.NOT_AUTHORIZED);
		}
	}

	@ParameterizedTest
	@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CUSTOM_AUTH")
	void authenticateWhenClientSecretIsMissingThenNotAuthorized(SignInFlow flow) {
		try (EmbeddedCognito cognito = start();
				CognitoAccountManager accounts = TestAccounts.builder(cognito)
					.signInFlow(flow)
					.clientSecret(null)
					.build()) {

			assertThat(failure(accounts, "alice", PASSWORD).error()).isEqualTo(CognitoError.NOT_AUTHORIZED);
		}
	}

	@ParameterizedTest
	@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CUSTOM_AUTH")
	void authenticateWhenFlowIsNotAllowedThenInvalidParameter(SignInFlow flow) {
		try (EmbeddedCognito cognito = EmbeddedCognito.builder().explicitAuthFlows("ALLOW_REFRESH_TOKEN_AUTH").start();
				CognitoAccountManager accounts = accounts(cognito, flow)) {
			cognito.addUser(ALICE);

			assertThat(failure(accounts, "alice", PASSWORD).error()).isEqualTo(CognitoError.INVALID_PARAMETER);
		}
	}

	@ParameterizedTest
	@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CUSTOM_AUTH")
	void authenticateThenTokensOfTheUser(SignInFlow flow) throws Exception {
		try (EmbeddedCognito cognito = start(); CognitoAccountManager accounts = accounts(cognito, flow)) {
			Instant before = Instant.now();

			SignIn signIn = accounts.authenticate("alice", PASSWORD);

			assertThat(signIn).isInstanceOfSatisfying(SignIn.Completed.class, (completed) -> {
				assertThat(accounts.getUser(completed.tokens().accessToken()).username()).isEqualTo("alice");
				assertThat(completed.tokens().refreshToken()).isNotNull();
				assertThat(completed.tokens().expiresAt()).isBetween(before.plusSeconds(3600),
						Instant.now().plusSeconds(3600));
			});
		}
	}

	@ParameterizedTest
	@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CUSTOM_AUTH")
	void authenticateWhenNameIsAnAliasThenTokensOfTheUser(SignInFlow flow) throws Exception {
		try (EmbeddedCognito cognito = start(); CognitoAccountManager accounts = accounts(cognito, flow)) {

			SignIn signIn = accounts.authenticate("alice@example.com", PASSWORD);

			CognitoTokens tokens = ((SignIn.Completed) signIn).tokens();
			assertThat(UnverifiedJwt.parse(tokens.accessToken()).text("username")).isEqualTo("alice");
			assertThat(UnverifiedJwt.parse(tokens.idToken()).texts("cognito:groups")).containsExactly("admin");
		}
	}

	@ParameterizedTest
	@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CUSTOM_AUTH")
	void authenticateWhenUsernameIsTheEmailAddressThenTokensOfTheUser(SignInFlow flow) {
		try (EmbeddedCognito cognito = EmbeddedCognito.builder()
			.usernameAttributes("email")
			.explicitAuthFlows(FLOWS)
			.generateClientSecret(true)
			.start(); CognitoAccountManager accounts = accounts(cognito, flow)) {
			String sub = accounts.signUp("bob@example.com", PASSWORD, Map.of("email", "bob@example.com")).userSub();
			accounts.confirm("bob@example.com", cognito.lastMessage("bob@example.com").orElseThrow().code());

			SignIn signIn = accounts.authenticate("bob@example.com", PASSWORD);

			CognitoUser user = accounts.getUser(((SignIn.Completed) signIn).tokens().accessToken());
			assertThat(user.username()).isEqualTo(sub);
			assertThat(user.attribute("email")).isEqualTo("bob@example.com");
		}
	}

	@ParameterizedTest
	@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CUSTOM_AUTH")
	void authenticateWhenPasswordIsTemporaryThenChallengeWithTheCanonicalUsername(SignInFlow flow) {
		try (EmbeddedCognito cognito = start(); CognitoAccountManager accounts = accounts(cognito, flow)) {
			cognito.addUser(EmbeddedUser.named("carol")
				.password(PASSWORD)
				.attribute("email", "carol@example.com")
				.status(EmbeddedUser.Status.FORCE_CHANGE_PASSWORD)
				.build());

			SignIn signIn = accounts.authenticate("carol@example.com", PASSWORD);

			assertThat(signIn).isInstanceOfSatisfying(NewPasswordRequired.class, (challenge) -> {
				assertThat(challenge.username()).isEqualTo("carol");
				assertThat(challenge.attributes()).containsEntry("email", "carol@example.com");
				assertThat(challenge.requiredAttributes()).isEmpty();
			});
		}
	}

	@Test
	void operationsWhenClientHasASecretThenAllBringItsHash() {
		try (EmbeddedCognito cognito = start();
				CognitoAccountManager accounts = accounts(cognito, SignInFlow.USER_SRP_AUTH)) {
			SignUpResult signUp = accounts.signUp("dave", PASSWORD, Map.of("email", "dave@example.com"));
			accounts.resendConfirmationCode("dave");
			accounts.confirm("dave", code(cognito, "dave"));
			accounts.forgotPassword("dave@example.com");

			accounts.confirmForgotPassword(code(cognito, "dave"), "dave@example.com", "Another 1!");

			assertThat(signUp.userConfirmed()).isFalse();
			assertThat(accounts.authenticate("dave", "Another 1!")).isInstanceOf(SignIn.Completed.class);
		}
	}

	@Test
	void authenticateWhenClockIsWrongThenExpiryByThisClock() {
		Instant now = Instant.parse("2031-01-01T00:00:00Z");
		try (EmbeddedCognito cognito = EmbeddedCognito.builder().accessTokenValidity(Duration.ofMinutes(5)).start();
				CognitoAccountManager accounts = TestAccounts.builder(cognito)
					.signInFlow(SignInFlow.USER_PASSWORD_AUTH)
					.clock(new TestClock(now))
					.build()) {
			cognito.addUser(ALICE);

			SignIn signIn = accounts.authenticate("alice", PASSWORD);

			assertThat(((SignIn.Completed) signIn).tokens().expiresAt()).isEqualTo(now.plusSeconds(300));
		}
	}

	@Test
	void operationWhenTokenIsOfAnotherPoolOfThisProcessThenRefused() {
		try (EmbeddedCognito ours = start();
				EmbeddedCognito theirs = EmbeddedCognito.start();
				CognitoAccountManager accounts = accounts(ours, SignInFlow.USER_SRP_AUTH);
				CognitoAccountManager others = accounts(theirs, SignInFlow.USER_SRP_AUTH)) {
			theirs.addUser(ALICE);
			String foreign = ((SignIn.Completed) others.authenticate("alice", PASSWORD)).tokens().accessToken();

			TestAccounts.accessTokenOperations(foreign)
				.values()
				.forEach((operation) -> assertThatExceptionOfType(CognitoException.class)
					.isThrownBy(() -> operation.accept(accounts))
					.withMessage("The access token is of another user pool")
					.satisfies((ex) -> assertThat(ex.error()).isEqualTo(CognitoError.NOT_AUTHORIZED)));
			assertThat(others.getUser(foreign).username()).isEqualTo("alice");
		}
	}

	private static EmbeddedCognito start() {
		EmbeddedCognito cognito = EmbeddedCognito.builder()
			.aliasAttributes("email")
			.explicitAuthFlows(FLOWS)
			.generateClientSecret(true)
			.start();
		cognito.addUser(ALICE);
		return cognito;
	}

	private static CognitoAccountManager accounts(EmbeddedCognito cognito, SignInFlow flow) {
		return TestAccounts.builder(cognito).signInFlow(flow).build();
	}

	private static CognitoException failure(CognitoAccountManager accounts, String username, String password) {
		CognitoException ex = catchThrowableOfType(CognitoException.class,
				() -> accounts.authenticate(username, password));
		assertThat(ex).as("refusal").isNotNull();
		return ex;
	}

	private static String code(EmbeddedCognito cognito, String username) {
		return cognito.lastMessage(username).orElseThrow().code();
	}

}

package io.cognitex;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

import io.cognitex.embedded.EmbeddedCognito;
import io.cognitex.embedded.EmbeddedCognitoBuilder;
import io.cognitex.embedded.Fault;
import io.cognitex.embedded.RecordedCall;
import io.cognitex.jwt.UnverifiedJwt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Tests for how a login goes on and ends, with users who sign in with their e-mail
 * address and an app client that has a secret.
 */
class TokenRefreshTests {

	private final TestClock clock = new TestClock(Instant.now());

	private EmbeddedCognito cognito = start(TestPools.builder(this.clock));

	private CognitoAccountManager accounts = accounts();

	private static EmbeddedCognito start(EmbeddedCognitoBuilder builder) {
		EmbeddedCognito cognito = builder.start();
		cognito.addUser(TestPerson.named("alice").build());
		cognito.addUser(TestPerson.named("bob").build());
		return cognito;
	}

	private CognitoAccountManager accounts() {
		return TestAccounts.builder(this.cognito).clock(this.clock).build();
	}

	private void restart(EmbeddedCognitoBuilder builder) {
		stop();
		this.cognito = start(builder);
		this.accounts = accounts();
	}

	@AfterEach
	void stop() {
		this.accounts.close();
		this.cognito.close();
	}

	@Test
	void refreshWhenTokensAreOfAnotherPoolThenRefusedWithoutACall() {
		CognitoTokens foreign;
		try (EmbeddedCognito another = start(TestPools.builder(this.clock));
				CognitoAccountManager others = TestAccounts.builder(another).build()) {
			foreign = tokens(others);
		}

		assertThat(error(foreign)).isEqualTo(CognitoError.NOT_AUTHORIZED);
		assertThat(this.cognito.calls()).isEmpty();
	}

	@Test
	void refreshWhenThereIsNoRefreshTokenThenRefusedWithoutACall() {
		CognitoTokens tokens = tokens(this.accounts);
		this.cognito.clearCalls();

		assertThat(error(withRefreshToken(tokens, null))).isEqualTo(CognitoError.INVALID_PARAMETER);
		assertThat(error(withRefreshToken(tokens, " "))).isEqualTo(CognitoError.INVALID_PARAMETER);
		assertThat(this.cognito.calls()).isEmpty();
	}

	@ParameterizedTest
	@EnumSource
	void refreshWhenTheLoginIsOverThenCredentialsAreRefused(End end) {
		CognitoTokens tokens = tokens(this.accounts);
		end.of(this, tokens);
		this.cognito.clearCalls();

		CognitoException ex = catchThrowableOfType(CognitoException.class, () -> this.accounts.refresh(tokens));

		assertThat(ex.error().kind()).isEqualTo(CognitoError.Kind.CREDENTIALS);
		assertThat(operations()).containsExactly("GetTokensFromRefreshToken");
	}

	@Test
	void refreshWhenSecretIsWrongThenRefused() {
		CognitoTokens tokens = tokens(this.accounts);

		try (CognitoAccountManager other = TestAccounts.builder(this.cognito).clientSecret("wrong").build()) {
			assertThatExceptionOfType(CognitoException.class).isThrownBy(() -> other.refresh(tokens));
		}
	}

	@Test
	void refreshWhenPoolDoesNotAnswerThenUnavailable() {
		CognitoTokens tokens = tokens(this.accounts);
		this.cognito.addFault(Fault.droppedConnection().on("GetTokensFromRefreshToken"));

		assertThat(error(tokens).kind()).isEqualTo(CognitoError.Kind.UNAVAILABLE);
	}

	@Test
	void refreshWhenRotatedTokenIsUsedAfterTheGracePeriodThenReuse() {
		restart(rotating(Duration.ofSeconds(10)));
		CognitoTokens tokens = tokens(this.accounts);
		this.accounts.refresh(tokens);
		this.clock.advance(Duration.ofSeconds(11));

		assertThat(error(tokens)).isEqualTo(CognitoError.REFRESH_TOKEN_REUSE);
	}

	@Test
	void refreshWhenAnswerWasLostThenTheOldTokenWorksWithinTheGracePeriod() {
		restart(rotating(Duration.ofSeconds(10)));
		CognitoTokens tokens = tokens(this.accounts);
		this.cognito.addFault(Fault.truncatedBody().on("GetTokensFromRefreshToken").times(1));
		assertThat(error(tokens).kind()).isEqualTo(CognitoError.Kind.UNAVAILABLE);
		this.clock.advance(Duration.ofSeconds(9));

		CognitoTokens repaired = this.accounts.refresh(tokens);

		assertThat(repaired.refreshToken()).isNotNull().isNotEqualTo(tokens.refreshToken());
		assertThat(this.accounts.getUser(repaired.accessToken()).username()).isEqualTo("alice");
	}

	@Test
	void refreshWhenThereIsNoRotationThenRefreshTokenIsKept() throws Exception {
		CognitoTokens tokens = tokens(this.accounts);
		this.clock.advance(Duration.ofHours(2));

		CognitoTokens refreshed = this.accounts.refresh(tokens);

		assertThat(refreshed.refreshToken()).isEqualTo(tokens.refreshToken());
		assertThat(refreshed.accessToken()).isNotEqualTo(tokens.accessToken());
		assertThat(refreshed.expiresAt()).isEqualTo(this.clock.instant().plus(Duration.ofHours(1)));
		assertThat(UnverifiedJwt.parse(refreshed.idToken()).text("email")).isEqualTo("alice@example.com");
		assertThat(this.accounts.getUser(refreshed.accessToken()).username()).isEqualTo("alice");
	}

	@Test
	void refreshWhenTokensRotateThenEachIsGoodForTheNext() {
		restart(rotating(Duration.ZERO));
		CognitoTokens tokens = tokens(this.accounts);

		for (int i = 0; i < 5; i++) {
			this.clock.advance(Duration.ofHours(1));
			CognitoTokens refreshed = this.accounts.refresh(tokens);
			assertThat(refreshed.refreshToken()).isNotNull().isNotEqualTo(tokens.refreshToken());
			tokens = refreshed;
		}
	}

	@Test
	void refreshWhenOnlyTheOldFlowIsOfferedThenHashIsMadeWithTheCanonicalUsername() {
		CognitoTokens tokens = tokens(this.accounts);
		this.cognito
			.addFault(Fault.exception("OperationNotEnabledException", "not for you").on("GetTokensFromRefreshToken"));
		this.cognito.clearCalls();

		CognitoTokens refreshed = this.accounts.refresh(tokens);

		assertThat(operations()).containsExactly("GetTokensFromRefreshToken", "InitiateAuth");
		assertThat(refreshed.refreshToken()).isEqualTo(tokens.refreshToken());
		assertThat(this.accounts.getUser(refreshed.accessToken()).username()).isEqualTo("alice");
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void refreshWhenTheLoginIsBoundToADeviceThenItIsNamed(boolean oldFlow) {
		restart(TestPools.builder(this.clock).deviceConfiguration(true, false));
		SignIn.Completed signIn = (SignIn.Completed) this.accounts.authenticate("alice@example.com",
				TestPerson.PASSWORD);
		this.accounts.confirmDevice(signIn.tokens().accessToken(), Objects.requireNonNull(signIn.newDevice()), null);
		if (oldFlow) {
			this.cognito.addFault(
					Fault.exception("OperationNotEnabledException", "not for you").on("GetTokensFromRefreshToken"));
		}

		CognitoTokens refreshed = this.accounts.refresh(signIn.tokens());

		assertThat(this.accounts.getUser(refreshed.accessToken()).username()).isEqualTo("alice");
	}

	@Test
	void revokeTokenWhenItIsNoRefreshTokenThenRefused() {
		CognitoTokens tokens = tokens(this.accounts);

		CognitoException ex = catchThrowableOfType(CognitoException.class,
				() -> this.accounts.revokeToken(tokens.accessToken()));

		assertThat(ex.error()).isEqualTo(CognitoError.UNSUPPORTED_TOKEN_TYPE);
	}

	@Test
	void revokeTokenWhenGoodThenThisLoginIsOverAndOthersGoOn() {
		CognitoTokens tokens = tokens(this.accounts);
		CognitoTokens others = tokens(this.accounts);
		List<AccountChange> changes = changes();

		this.accounts.revokeToken(tokens);

		assertThatExceptionOfType(CognitoException.class).isThrownBy(() -> this.accounts.getUser(tokens.accessToken()));
		assertThat(this.accounts.getUser(others.accessToken()).username()).isEqualTo("alice");
		assertThat(changes).extracting(AccountChange::username).containsExactly("alice");
	}

	@Test
	void revokeTokenWhenOnlyRefreshTokenIsKnownThenThisLoginIsOver() {
		CognitoTokens tokens = tokens(this.accounts);

		this.accounts.revokeToken(Objects.requireNonNull(tokens.refreshToken()));

		assertThat(error(tokens)).isEqualTo(CognitoError.NOT_AUTHORIZED);
	}

	@Test
	void globalSignOutWhenTokenIsRevokedThenRefused() {
		CognitoTokens tokens = tokens(this.accounts);
		this.accounts.revokeToken(tokens);

		CognitoException ex = catchThrowableOfType(CognitoException.class,
				() -> this.accounts.globalSignOut(tokens.accessToken()));

		assertThat(ex.error()).isEqualTo(CognitoError.NOT_AUTHORIZED);
	}

	@Test
	void globalSignOutWhenGoodThenAllLoginsOfTheUserAreOver() {
		CognitoTokens tokens = tokens(this.accounts);
		CognitoTokens others = tokens(this.accounts);
		List<AccountChange> changes = changes();

		this.accounts.globalSignOut(tokens.accessToken());

		assertThat(error(tokens)).isEqualTo(CognitoError.NOT_AUTHORIZED);
		assertThat(error(others)).isEqualTo(CognitoError.NOT_AUTHORIZED);
		assertThat(changes).extracting(AccountChange::username).containsExactly("alice");
	}

	@Test
	void adminUserGlobalSignOutWhenUserIsUnknownThenRefused() {
		CognitoException ex = catchThrowableOfType(CognitoException.class,
				() -> this.accounts.adminUserGlobalSignOut("nobody"));

		assertThat(ex.error()).isEqualTo(CognitoError.USER_NOT_FOUND);
	}

	@Test
	void adminUserGlobalSignOutWhenKnownThenOnlyThisUsersLoginsAreOver() {
		CognitoTokens tokens = tokens(this.accounts);
		CognitoTokens bobs = ((SignIn.Completed) this.accounts.authenticate("bob", TestPerson.PASSWORD)).tokens();

		this.accounts.adminUserGlobalSignOut("alice");

		assertThat(error(tokens)).isEqualTo(CognitoError.NOT_AUTHORIZED);
		assertThat(this.accounts.getUser(bobs.accessToken()).username()).isEqualTo("bob");
	}

	private EmbeddedCognitoBuilder rotating(Duration gracePeriod) {
		return TestPools.builder(this.clock).explicitAuthFlows("ALLOW_USER_SRP_AUTH").refreshTokenRotation(gracePeriod);
	}

	private static CognitoTokens tokens(CognitoAccountManager accounts) {
		return ((SignIn.Completed) accounts.authenticate("alice@example.com", TestPerson.PASSWORD)).tokens();
	}

	private static CognitoTokens withRefreshToken(CognitoTokens tokens, String refreshToken) {
		return new CognitoTokens(tokens.accessToken(), tokens.idToken(), refreshToken, tokens.expiresAt());
	}

	private CognitoError error(CognitoTokens tokens) {
		return catchThrowableOfType(CognitoException.class, () -> this.accounts.refresh(tokens)).error();
	}

	private List<String> operations() {
		return this.cognito.calls().stream().map(RecordedCall::operation).toList();
	}

	private List<AccountChange> changes() {
		List<AccountChange> changes = new ArrayList<>();
		this.accounts.addListener(changes::add);
		return changes;
	}

	private void asAdministrator(Consumer<CognitoIdentityProviderClient> operation) {
		try (CognitoIdentityProviderClient client = CognitoIdentityProviderClient.builder()
			.endpointOverride(this.cognito.endpoint())
			.region(Region.of(this.cognito.region()))
			.credentialsProvider(() -> AwsBasicCredentials.create("id", "key"))
			.build()) {
			operation.accept(client);
		}
	}

	/** How a login ends. */
	enum End {

		REVOKED {
			@Override
			void of(TokenRefreshTests test, CognitoTokens tokens) {
				test.accounts.revokeToken(tokens);
			}
		},

		EXPIRED {
			@Override
			void of(TokenRefreshTests test, CognitoTokens tokens) {
				test.clock.advance(Duration.ofDays(31));
			}
		},

		DISABLED {
			@Override
			void of(TokenRefreshTests test, CognitoTokens tokens) {
				test.asAdministrator((client) -> client
					.adminDisableUser((request) -> request.userPoolId(test.cognito.userPoolId()).username("alice")));
			}
		},

		DELETED {
			@Override
			void of(TokenRefreshTests test, CognitoTokens tokens) {
				test.asAdministrator((client) -> client
					.adminDeleteUser((request) -> request.userPoolId(test.cognito.userPoolId()).username("alice")));
			}
		};

		abstract void of(TokenRefreshTests test, CognitoTokens tokens);

	}

}

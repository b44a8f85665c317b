package io.cognitex;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import io.cognitex.jwt.TestJwts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for when the SDK's client and AWS credentials come into play.
 */
class LazyClientTests {

	private StubCognito cognito;

	@BeforeEach
	void start() throws IOException {
		this.cognito = new StubCognito().answer(200, "{}");
	}

	@AfterEach
	void stop() {
		this.cognito.close();
	}

	@Test
	void buildThenNoClientIsMade() {
		AtomicInteger made = new AtomicInteger();
		CognitoAccountManager accounts = TestAccounts.builder(this.cognito.endpoint()).client(() -> {
			made.incrementAndGet();
			return client();
		}).build();
		assertThat(made).hasValue(0);

		accounts.confirm("alice", "123456");
		accounts.confirm("alice", "123456");

		assertThat(made).hasValue(1);
	}

	@Test
	void operationWhenClientCouldNotBeMadeThenTriedAgain() {
		AtomicInteger attempts = new AtomicInteger();
		CognitoAccountManager accounts = TestAccounts.builder(this.cognito.endpoint()).client(() -> {
			if (attempts.incrementAndGet() == 1) {
				throw new IllegalStateException("not yet");
			}
			return client();
		}).build();
		assertThatIllegalStateException().isThrownBy(() -> accounts.confirm("alice", "123456")).withMessage("not yet");

		accounts.confirm("alice", "123456");

		assertThat(this.cognito.requests()).hasSize(1);
	}

	@Test
	void operationWhenClosedThenRefused() {
		CognitoAccountManager accounts = TestAccounts.builder(this.cognito.endpoint()).build();
		accounts.confirm("alice", "123456");

		accounts.close();

		assertThatIllegalStateException().isThrownBy(() -> accounts.confirm("alice", "123456"))
			.withMessage("The account manager is closed");
	}

	@Test
	void closeWhenClientBelongsToTheApplicationThenStaysOpen() {
		try (CognitoIdentityProviderClient client = client()) {
			CognitoAccountManager accounts = TestAccounts.builder(this.cognito.endpoint()).client(() -> client).build();
			accounts.confirm("alice", "123456");

			accounts.close();

			client.confirmSignUp((request) -> request.clientId("client").username("alice").confirmationCode("123456"));
			assertThat(this.cognito.requests()).hasSize(2);
		}
	}

	@Test
	void operationWhenNotForAdministratorsThenNoCredentialsAreLookedFor() {
		AtomicInteger lookedFor = new AtomicInteger();
		CognitoAccountManager accounts = TestAccounts.builder(this.cognito.endpoint()).credentialsProvider(() -> {
			lookedFor.incrementAndGet();
			return AwsBasicCredentials.create("id", "key");
		}).build();

		TestAccounts.operations().forEach((name, operation) -> {
			if (!name.equals("AdminGetUser")) {
				attempt(accounts, operation);
			}
		});

		assertThat(this.cognito.requests()).hasSize(TestAccounts.operations().size() - 1);
		assertThat(lookedFor).hasValue(0);
		attempt(accounts, (manager) -> manager.adminGetUser("alice"));
		assertThat(lookedFor).hasValue(1);
	}

	@Test
	void operationWhenForAdministratorsThenSigned() {
		CognitoAccountManager accounts = TestAccounts.builder(this.cognito.endpoint()).build();

		attempt(accounts, (manager) -> manager.getUser(TestJwts.accessToken().build()));
		assertThat(this.cognito.requests().get(0).authorization()).isNull();
		attempt(accounts, (manager) -> manager.adminGetUser("alice"));

		assertThat(this.cognito.requests().get(1).authorization()).startsWith("AWS4-HMAC-SHA256 Credential=id/")
			.contains("/eu-central-1/cognito-idp/");
	}

	@Test
	void builderWhenIncompleteThenSaysWhatIsMissing() {
		CognitoAccountManagerBuilder withoutPool = CognitoAccountManager.builder().clientId("client");
		CognitoAccountManagerBuilder withoutClient = CognitoAccountManager.builder()
			.userPoolId(TestAccounts.USER_POOL_ID);

		assertThatIllegalStateException().isThrownBy(withoutPool::build).withMessage("'userPoolId' must be set");
		assertThatIllegalStateException().isThrownBy(withoutClient::build).withMessage("'clientId' must be set");
	}

	@Test
	void builderWhenSettingIsUnusableThenRefused() {
		CognitoAccountManagerBuilder builder = CognitoAccountManager.builder();

		assertThatIllegalArgumentException().isThrownBy(() -> builder.userPoolId("pool"));
		assertThatIllegalArgumentException().isThrownBy(() -> builder.clientId(" "));
		assertThatIllegalArgumentException().isThrownBy(() -> builder.clientSecret(""));
		assertThatIllegalArgumentException().isThrownBy(() -> builder.region(" "));
		assertThatIllegalArgumentException().isThrownBy(() -> builder.issuer(""));
		assertThatIllegalArgumentException().isThrownBy(() -> builder.endpoint(URI.create("localhost:9229")));
		assertThatIllegalArgumentException().isThrownBy(() -> builder.endpoint(URI.create("/path")));
		assertThatIllegalArgumentException().isThrownBy(() -> builder.connectTimeout(Duration.ZERO));
		assertThatIllegalArgumentException().isThrownBy(() -> builder.readTimeout(Duration.ofSeconds(-1)));
		assertThatIllegalArgumentException().isThrownBy(() -> builder.apiCallTimeout(Duration.ZERO));
	}

	private static void attempt(CognitoAccountManager accounts, Consumer<CognitoAccountManager> operation) {
		try {
			operation.accept(accounts);
		}
		catch (CognitoException ex) {
			// the stub's answers lack what most operations need
			assertThat(ex.error()).isEqualTo(CognitoError.SERVICE_UNAVAILABLE);
		}
	}

	private CognitoIdentityProviderClient client() {
		return CognitoIdentityProviderClient.builder()
			.region(Region.EU_CENTRAL_1)
			.endpointOverride(this.cognito.endpoint())
			.credentialsProvider(AnonymousCredentialsProvider.create())
			.build();
	}

}

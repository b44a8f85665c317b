package io.cognitex.embedded;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Properties;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * The API for the person who tests.
 */
class EmbeddedCognitoTests {

	@Test
	void startWhenNothingIsSetThenDefaults() {
		try (EmbeddedCognito cognito = EmbeddedCognito.start()) {
			assertThat(cognito.region()).isEqualTo("us-east-1");
			assertThat(cognito.userPoolId()).matches("us-east-1_[0-9a-zA-Z]{9}");
			assertThat(cognito.clientId()).matches("[0-9a-z]{26}");
			assertThat(cognito.clientSecret()).isNull();
			assertThat(cognito.issuer()).isEqualTo(cognito.endpoint() + "/" + cognito.userPoolId());
			assertThat(cognito.messages()).isEmpty();
		}
	}

	@Test
	void startWhenSettingsAreGivenThenTheyCount() {
		try (EmbeddedCognito cognito = EmbeddedCognito.builder()
			.region("eu-central-1")
			.generateClientSecret(true)
			.start()) {
			assertThat(cognito.region()).isEqualTo("eu-central-1");
			assertThat(cognito.userPoolId()).startsWith("eu-central-1_");
			assertThat(cognito.clientSecret()).matches("[0-9a-z]{52}");
		}
	}

	@Test
	void startWhenIdsAreGivenThenTheyCount() {
		try (EmbeddedCognito cognito = EmbeddedCognito.builder()
			.userPoolId("us-east-1_Local0001")
			.clientId("web")
			.start()) {
			assertThat(cognito.userPoolId()).isEqualTo("us-east-1_Local0001");
			assertThat(cognito.clientId()).isEqualTo("web");
		}
	}

	@Test
	void addWhenIdIsTakenThenRefused() {
		EmbeddedCognitoBuilder samePool = EmbeddedCognito.builder().userPoolId("us-east-1_Local0001");
		EmbeddedCognitoBuilder sameClient = EmbeddedCognito.builder().clientId("web");
		try (EmbeddedCognito cognito = EmbeddedCognito.builder()
			.userPoolId("us-east-1_Local0001")
			.clientId("web")
			.start()) {
			assertThatIllegalArgumentException().isThrownBy(() -> cognito.addUserPool(samePool))
				.withMessageContaining("'us-east-1_Local0001' is taken");
			assertThatIllegalArgumentException().isThrownBy(() -> cognito.addUserPool(sameClient))
				.withMessage("The client id 'web' is taken");
			assertThatIllegalArgumentException().isThrownBy(() -> cognito.userPool().addClient(sameClient))
				.withMessage("The client id 'web' is taken");
			assertThat(cognito.userPool().addClient(EmbeddedCognito.builder().clientId("app")).clientId())
				.isEqualTo("app");
		}
	}

	@Test
	void startWhenPortIsGivenThenListensThereAndRefusesASecond() {
		int port;
		try (EmbeddedCognito cognito = EmbeddedCognito.start()) {
			port = cognito.endpoint().getPort();

			assertThatExceptionOfType(UncheckedIOException.class)
				.isThrownBy(() -> EmbeddedCognito.builder().port(port).start())
				.withMessageContaining(String.valueOf(port));
		}

		try (EmbeddedCognito cognito = EmbeddedCognito.builder().port(port).start()) {
			assertThat(cognito.endpoint().getPort()).isEqualTo(port);
		}
	}

	@Test
	void startWhenSystemPropertiesWereNotSetThenTheyStillAreNot() {
		Properties before = (Properties) System.getProperties().clone();

		try (EmbeddedCognito cognito = EmbeddedCognito.start()) {
			assertThat(cognito.endpoint()).isNotNull();
		}

		assertThat(System.getProperties()).isEqualTo(before);
	}

	@Test
	void builderWhenValueIsNotCognitosThenRefused() {
		EmbeddedCognitoBuilder builder = EmbeddedCognito.builder();

		assertThatIllegalArgumentException().isThrownBy(() -> builder.region("Frankfurt"));
		assertThatIllegalArgumentException().isThrownBy(() -> builder.userPoolId("Local0001"));
		assertThatIllegalArgumentException().isThrownBy(() -> builder.clientId("the web"));
		assertThatIllegalArgumentException().isThrownBy(() -> builder.usernameAttributes("name"));
		assertThatIllegalArgumentException().isThrownBy(() -> builder.aliasAttributes("name"));
		assertThatIllegalArgumentException().isThrownBy(() -> builder.autoVerifiedAttributes("name"));
		assertThatIllegalArgumentException().isThrownBy(() -> builder.accountRecovery("email"));
		assertThatIllegalArgumentException().isThrownBy(() -> builder.explicitAuthFlows("USER_SRP_AUTH"));
		assertThatIllegalArgumentException().isThrownBy(() -> builder.preventUserExistenceErrors("true"));
		assertThatIllegalArgumentException().isThrownBy(() -> builder.accessTokenValidity(Duration.ofMinutes(4)));
		assertThatIllegalArgumentException().isThrownBy(() -> builder.idTokenValidity(Duration.ofHours(25)));
		assertThatIllegalArgumentException().isThrownBy(() -> builder.refreshTokenValidity(Duration.ofMinutes(59)));
		assertThatIllegalArgumentException().isThrownBy(() -> builder.authSessionValidity(Duration.ofMinutes(16)));
		assertThatIllegalArgumentException().isThrownBy(() -> builder.refreshTokenRotation(Duration.ofSeconds(61)));
	}

	@Test
	void startWhenSettingsContradictThenRefused() {
		assertThatIllegalStateException().isThrownBy(
				() -> EmbeddedCognito.builder().usernameAttributes("email").aliasAttributes("phone_number").start());
		assertThatIllegalStateException().isThrownBy(() -> EmbeddedCognito.builder()
			.refreshTokenRotation(Duration.ZERO)
			.explicitAuthFlows("ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH")
			.start());
		assertThatIllegalStateException()
			.isThrownBy(() -> EmbeddedCognito.builder().userPoolId("eu-central-1_Local0001").start())
			.withMessage("The pool eu-central-1_Local0001 is not in us-east-1");
	}

	@Test
	void addUserWhenPoolWouldNotTakeItThenRefusedWithoutThePassword() {
		try (EmbeddedCognito cognito = EmbeddedCognito.start()) {
			cognito.addUser(TestUsers.alice().build());

			assertThatIllegalArgumentException().isThrownBy(() -> cognito.addUser(TestUsers.alice().build()))
				.withMessage("User 'alice' cannot be added: User already exists");
			assertThatIllegalArgumentException()
				.isThrownBy(() -> cognito.addUser(EmbeddedUser.named("bob").password("s3cret").build()))
				.withMessageContaining("Password not long enough")
				.withMessageNotContaining("s3cret");
			assertThatIllegalArgumentException()
				.isThrownBy(() -> cognito.addUser(EmbeddedUser.named("bob").attribute("email", "bob").build()));
			assertThatIllegalArgumentException()
				.isThrownBy(() -> cognito.addUser(EmbeddedUser.named("bob").attribute("shoe_size", "44").build()));
			assertThatIllegalArgumentException()
				.isThrownBy(() -> cognito.addUser(EmbeddedUser.named("bob").attribute("sub", "1").build()));
		}
	}

	@Test
	void userWhenShownThenWithoutThePassword() {
		assertThat(TestUsers.alice().build())
			.hasToString("EmbeddedUser[username=alice, status=CONFIRMED, enabled=true]");
	}

	@Test
	void messagesWhenThereAreSeveralThenNewestFirst() {
		try (TestPool pool = TestPool.start()) {
			pool.signUp("bob", "email", "bob@example.com");
			pool.signUp("carol", "email", "carol@example.com");

			assertThat(pool.cognito.messages()).extracting(SentMessage::username).containsExactly("carol", "bob");
			assertThat(pool.cognito.lastMessage("bob").orElseThrow().destination()).isEqualTo("bob@example.com");
			assertThat(pool.cognito.lastMessage("nobody")).isEmpty();
		}
	}

}

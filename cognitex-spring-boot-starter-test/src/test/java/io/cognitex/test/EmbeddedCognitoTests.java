package io.cognitex.test;

import io.cognitex.CognitoAccountManager;
import io.cognitex.CognitoException;
import io.cognitex.SignIn;
import io.cognitex.boot.CognitoConnectionDetails;
import io.cognitex.embedded.EmbeddedUser;
import io.cognitex.test.application.TestApplication;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link EmbeddedCognito @EmbeddedCognito}.
 */
@SpringBootTest(classes = TestApplication.class,
		properties = { "cognitex.user-pool-id=eu-central-1_AbCdEfGhI", "cognitex.client-id=1example23456789" })
@EmbeddedCognito(users = @EmbeddedCognito.User(username = "alice", password = "Passw0rd!",
		attributes = { "email=alice@example.com", "custom:plan=gold" }, groups = "admin"))
class EmbeddedCognitoTests {

	@Autowired
	private io.cognitex.embedded.EmbeddedCognito cognito;

	@Autowired
	private CognitoAccountManager accounts;

	@Test
	void poolWhenUserIsUnknownThenRefuses() {
		assertThatExceptionOfType(CognitoException.class)
			.isThrownBy(() -> this.accounts.authenticate("nobody", "Passw0rd!"));
	}

	@Test
	void connectionDetailsWhenAnotherPoolIsConfiguredThenLeadToTheEmbeddedOne(
			@Autowired CognitoConnectionDetails details) {
		assertThat(details.getUserPoolId()).isEqualTo(this.cognito.userPoolId());
		assertThat(details.getEndpoint()).isEqualTo(this.cognito.endpoint());
	}

	@Test
	void poolWhenUsersAreDeclaredThenTheySignIn() {
		SignIn signIn = this.accounts.authenticate("alice", "Passw0rd!");

		assertThat(signIn).isInstanceOfSatisfying(SignIn.Completed.class,
				(completed) -> assertThat(this.accounts.getUser(completed.tokens().accessToken()).attributes())
					.containsEntry("email", "alice@example.com")
					.containsEntry("custom:plan", "gold"));
	}

	@Test
	void poolWhenUserIsAddedThenSignsIn() {
		this.cognito.addUser(EmbeddedUser.named("bob").password("Passw0rd!").build());

		assertThat(this.accounts.authenticate("bob", "Passw0rd!")).isInstanceOf(SignIn.Completed.class);
	}

	/** Has the pool of the enclosing class. */
	@Nested
	class Inside {

		@Test
		void poolWhenClassIsNestedThenIsTheSame(@Autowired io.cognitex.embedded.EmbeddedCognito inner) {
			assertThat(inner).isSameAs(EmbeddedCognitoTests.this.cognito);
		}

	}

	/** Asks for another pool. */
	@Nested
	@EmbeddedCognito(usernameAttributes = "email", generateClientSecret = true,
			users = @EmbeddedCognito.User(username = "alice@example.com", password = "Passw0rd!"))
	class Beside {

		@Test
		void poolWhenAnnotationDiffersThenIsAnother(@Autowired io.cognitex.embedded.EmbeddedCognito other,
				@Autowired CognitoAccountManager otherAccounts) {
			assertThat(other.clientSecret()).isNotEmpty();
			assertThat(otherAccounts.authenticate("alice@example.com", "Passw0rd!"))
				.isInstanceOf(SignIn.Completed.class);
			assertThatExceptionOfType(CognitoException.class)
				.isThrownBy(() -> otherAccounts.authenticate("alice", "Passw0rd!"));
		}

	}

}

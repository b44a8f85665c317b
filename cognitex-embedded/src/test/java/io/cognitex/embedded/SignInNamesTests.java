package io.cognitex.embedded;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.cognitex.embedded.Refusals.INCORRECT;
import static io.cognitex.embedded.Refusals.assertInvalidParameter;
import static io.cognitex.embedded.Refusals.assertNotAuthorized;
import static io.cognitex.embedded.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Plain usernames, aliases, and e-mail address or phone number as the username.
 */
class SignInNamesTests {

	@Test
	void plainNamesWhenEmailIsTypedThenNotFound() {
		try (TestPool pool = TestPool.start()) {
			pool.addAlice();

			assertNotAuthorized(() -> pool.signIn("alice@example.com"), INCORRECT);
			assertThat(pool.cognito.lastMessage("alice@example.com")).isEmpty();
		}
	}

	@Test
	void plainNamesWhenSubIsTypedThenFound() {
		try (TestPool pool = TestPool.start()) {
			String sub = pool.signUp("bob", "email", "bob@example.com").userSub();

			assertThat(pool.cognito.lastMessage(sub)).isEqualTo(pool.cognito.lastMessage("BOB")).isPresent();
		}
	}

	@Test
	void aliasesWhenUsernameLooksLikeOneThenRefused() {
		try (TestPool pool = TestPool.start((builder) -> builder.aliasAttributes("email", "phone_number"))) {
			assertInvalidParameter(() -> pool.signUp("bob@example.com"),
					"Username cannot be of email format, since user pool is configured for email alias.");
			assertInvalidParameter(() -> pool.signUp("+4930123456"),
					"Username cannot be of phone number format, since user pool is configured for phone number alias.");
		}
	}

	@Test
	void aliasesWhenEmailIsNotVerifiedThenItDoesNotSignIn() {
		try (TestPool pool = TestPool.start((builder) -> builder.aliasAttributes("email"))) {
			pool.cognito.addUser(TestUsers.alice().emailVerified(false).build());

			assertNotAuthorized(() -> pool.signIn("alice@example.com"), INCORRECT);
			assertThat(pool.signIn("alice").accessToken()).isNotEmpty();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "alice", "ALICE", "alice@example.com", "Alice@Example.com", "+4930123456", "Wonderland" })
	void aliasesWhenVerifiedThenAnyOfThemSignsIn(String name) {
		try (TestPool pool = TestPool
			.start((builder) -> builder.aliasAttributes("email", "phone_number", "preferred_username"))) {
			pool.cognito.addUser(TestUsers.alice()
				.attribute("phone_number", "+4930123456")
				.attribute("preferred_username", "wonderland")
				.build());

			String token = pool.srpSignIn(name, TestPool.PASSWORD).authenticationResult().accessToken();

			assertThat(pool.client.getUser((request) -> request.accessToken(token)).username()).isEqualTo("alice");
		}
	}

	@Test
	void aliasesWhenEmailIsChangedThenOldOneNoLongerSignsInAndNewOneNotYet() {
		try (TestPool pool = TestPool.start((builder) -> builder.aliasAttributes("email"))) {
			pool.addAlice();
			String token = pool.accessToken("alice@example.com");

			pool.updateAttributes(token, "email", "new@example.org");

			assertNotAuthorized(() -> pool.signIn("alice@example.com"), INCORRECT);
			assertNotAuthorized(() -> pool.signIn("new@example.org"), INCORRECT);
			pool.client.verifyUserAttribute(
					(request) -> request.accessToken(token).attributeName("email").code(pool.lastCode("alice")));
			assertThat(pool.signIn("new@example.org").accessToken()).isNotEmpty();
		}
	}

	@Test
	void aliasesWhenVerifiedByTwoThenSecondIsRefused() {
		try (TestPool pool = TestPool.start((builder) -> builder.aliasAttributes("email"))) {
			pool.addAlice();

			assertThatIllegalArgumentException()
				.isThrownBy(() -> pool.cognito
					.addUser(EmbeddedUser.named("bob").attribute("email", "alice@example.com").build()))
				.withMessageContaining("bob")
				.withMessageContaining("An account with the given email already exists.");
		}
	}

	@Test
	void emailAsUsernameWhenItIsNoneThenRefused() {
		try (TestPool pool = TestPool.start((builder) -> builder.usernameAttributes("email"))) {
			assertInvalidParameter(() -> pool.signUp("bob"), "Username should be an email.");
		}
	}

	@Test
	void emailOrPhoneAsUsernameWhenItIsNeitherThenRefused() {
		try (TestPool pool = TestPool.start((builder) -> builder.usernameAttributes("email", "phone_number"))) {
			assertInvalidParameter(() -> pool.signUp("bob"), "Username should be either an email or a phone number.");
		}
	}

	@Test
	void phoneAsUsernameWhenItIsNoneThenRefused() {
		try (TestPool pool = TestPool.start((builder) -> builder.usernameAttributes("phone_number"))) {
			assertInvalidParameter(() -> pool.signUp("bob"), "Username should be a phone number.");
		}
	}

	@Test
	void emailAsUsernameWhenTakenThenRefusedEvenIfUnverified() {
		try (TestPool pool = TestPool.start((builder) -> builder.usernameAttributes("email"))) {
			pool.signUp("bob@example.com");

			assertRefused(() -> pool.signUp("Bob@example.com"), "UsernameExistsException",
					"An account with the given email already exists.");
		}
	}

	@Test
	void emailAsUsernameWhenAttributeDiffersThenRefused() {
		try (TestPool pool = TestPool.start((builder) -> builder.usernameAttributes("email"))) {
			assertInvalidParameter(() -> pool.signUp("bob@example.com", "email", "eve@example.com"),
					"Username and attribute email have different values.");
		}
	}

	@Test
	void emailAsUsernameWhenSignedUpThenUsernameIsSub() {
		try (TestPool pool = TestPool.start((builder) -> builder.usernameAttributes("email"))) {
			String sub = pool.signUp("bob@example.com").userSub();
			pool.confirmSignUp("bob@example.com", pool.lastCode("bob@example.com"));

			String token = pool.srpSignIn("BOB@example.com", TestPool.PASSWORD).authenticationResult().accessToken();

			assertThat(pool.client.getUser((request) -> request.accessToken(token)).username()).isEqualTo(sub);
			assertThat(pool.attributesOf(token)).containsEntry("sub", sub)
				.containsEntry("email", "bob@example.com")
				.containsEntry("email_verified", "true");
			assertThat(pool.signIn(sub).accessToken()).isNotEmpty();
			assertThat(pool.cognito.messages().get(0).username()).isEqualTo(sub);
		}
	}

	@Test
	void caseSensitiveWhenCaseDiffersThenNotFound() {
		try (TestPool pool = TestPool.start((builder) -> builder.caseSensitive(true))) {
			pool.addAlice();

			assertNotAuthorized(() -> pool.signIn("Alice"), INCORRECT);
			assertThat(pool.signIn("alice").accessToken()).isNotEmpty();
		}
	}

}

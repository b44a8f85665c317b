package io.cognitex.embedded;

/**
 * Users to begin with.
 */
final class TestUsers {

	private TestUsers() {
	}

	static EmbeddedUser.Builder alice() {
		return EmbeddedUser.named("alice").password(TestPool.PASSWORD).attribute("email", "alice@example.com");
	}

}

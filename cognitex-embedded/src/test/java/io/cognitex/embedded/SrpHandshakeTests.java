package io.cognitex.embedded;

import java.util.Random;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Handshakes with random users and passwords, because mistakes with leading zeros show in
 * one of a hundred.
 */
@Tag("slow")
class SrpHandshakeTests {

	@AutoClose
	private final TestPool pool = TestPool.start();

	@RepeatedTest(10)
	void srpWhenNumbersAreRandomThenTokens() {
		for (int i = 0; i < 100; i++) {
			long random = new Random().nextLong();
			String username = "user-" + i + "-" + random;
			String password = "Pä55 " + random + "€x!";
			this.pool.cognito.addUser(EmbeddedUser.named(username).password(password).build());

			assertThat(this.pool.srpSignIn(username, password).authenticationResult()).as(username).isNotNull();
		}
	}

}

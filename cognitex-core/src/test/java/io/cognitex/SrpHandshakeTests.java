package io.cognitex;

import java.util.Random;

import io.cognitex.embedded.EmbeddedCognito;
import io.cognitex.embedded.EmbeddedUser;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Handshakes against a server that computes its side on its own: the byte layouts that go
 * wrong once in some hundred times are met here.
 */
@Tag("slow")
@Tag("without-spring")
class SrpHandshakeTests {

	private static final int HANDSHAKES = 1000;

	/** A new user now and then, for a new salt and verifier. */
	private static final int HANDSHAKES_OF_A_USER = 10;

	@Test
	void authenticateWhenRepeatedThenAlwaysRightAndNeverWrong() {
		Random random = new Random(20261123);
		try (EmbeddedCognito cognito = EmbeddedCognito.start();
				CognitoAccountManager accounts = TestAccounts.builder(cognito).build()) {
			String username = "";
			String password = "";
			for (int i = 0; i < HANDSHAKES; i++) {
				if (i % HANDSHAKES_OF_A_USER == 0) {
					username = "user-" + i;
					password = password(random);
					cognito.addUser(EmbeddedUser.named(username)
						.password(password)
						.attribute("email", username + "@example.com")
						.build());
					refuse(accounts, username, password + "x");
				}
				assertThat(accounts.authenticate(username, password)).as("handshake %d of %s", i, username)
					.isInstanceOf(SignIn.Completed.class);
			}
		}
	}

	private static void refuse(CognitoAccountManager accounts, String username, String password) {
		assertThatExceptionOfType(CognitoException.class).isThrownBy(() -> accounts.authenticate(username, password))
			.satisfies((ex) -> assertThat(ex.error()).isEqualTo(CognitoError.NOT_AUTHORIZED));
	}

	private static String password(Random random) {
		StringBuilder password = new StringBuilder("Aa1!");
		random.ints(random.nextInt(1, 40), '!', 0x2000)
			.filter(Character::isLetterOrDigit)
			.forEach(password::appendCodePoint);
		return password.append("ö漢").append(random.nextInt(1_000_000)).toString();
	}

}

package io.cognitex;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.cognitex.embedded.EmbeddedCognito;
import io.cognitex.embedded.EmbeddedUser;

/**
 * A user of an embedded pool, who has the right answer to every challenge, and a wrong
 * one.
 */
final class TestPerson {

	static final String PASSWORD = "Pässw0rd 1!";

	static final String NEW_PASSWORD = "Another 2!";

	static final String TOTP_SECRET = TestTotp.SECRET;

	private final EmbeddedCognito cognito;

	private final TestClock clock;

	private final String username;

	private final List<String> choices;

	private String password = PASSWORD;

	/**
	 * A user.
	 * @param choices what to choose where there is a choice
	 */
	TestPerson(EmbeddedCognito cognito, TestClock clock, String username, String... choices) {
		this.cognito = cognito;
		this.clock = clock;
		this.username = username;
		this.choices = List.of(choices);
	}

	static EmbeddedUser.Builder named(String username) {
		return EmbeddedUser.named(username)
			.password(PASSWORD)
			.attribute("email", username + "@example.com")
			.attribute("phone_number", "+15555550" + (100 + Math.abs(username.hashCode() % 900)));
	}

	/**
	 * What the triggers of {@link TestPools} want to hear.
	 */
	static String secretAnswer(String username) {
		return "42 of " + username;
	}

	SignInAnswer right(SignInChallenge challenge) {
		if (challenge instanceof SignInChallenge.SoftwareTokenMfa totp) {
			return totp.answer(nextTotp(TOTP_SECRET));
		}
		if (challenge instanceof SignInChallenge.CodeChallenge code) {
			return code.answer(this.cognito.lastMessage(this.username).orElseThrow().code());
		}
		if (challenge instanceof SignInChallenge.ChoiceChallenge choice) {
			return choice.choose(this.choices.stream().filter(choice.choices()::contains).findFirst().orElseThrow());
		}
		if (challenge instanceof SignInChallenge.NewPasswordRequired required) {
			this.password = NEW_PASSWORD;
			return required.answer(NEW_PASSWORD, Map.of());
		}
		if (challenge instanceof SignInChallenge.Password asked) {
			return asked.answer(this.password);
		}
		if (challenge instanceof SignInChallenge.SoftwareTokenSetup setup) {
			return setup.answer(nextTotp(setup.secretCode()), "my phone");
		}
		if (challenge instanceof SignInChallenge.EmailSetup setup) {
			return setup.answer(this.username + "@example.com");
		}
		return ((SignInChallenge.CustomChallenge) challenge).answer(secretAnswer(this.username));
	}

	/**
	 * An answer that Cognito can only refuse.
	 */
	SignInAnswer wrong(SignInChallenge challenge) {
		if (challenge instanceof SignInChallenge.CodeChallenge code) {
			return code.answer("00000000");
		}
		if (challenge instanceof SignInChallenge.ChoiceChallenge choice) {
			return choice.choose("CARRIER_PIGEON");
		}
		if (challenge instanceof SignInChallenge.NewPasswordRequired required) {
			return required.answer("weak", Map.of());
		}
		if (challenge instanceof SignInChallenge.Password asked) {
			return asked.answer(this.password + "x");
		}
		if (challenge instanceof SignInChallenge.SoftwareTokenSetup setup) {
			return setup.answer(wrongTotp(setup.secretCode()));
		}
		if (challenge instanceof SignInChallenge.EmailSetup setup) {
			return setup.answer("no address");
		}
		return ((SignInChallenge.CustomChallenge) challenge).answer("41");
	}

	String password() {
		return this.password;
	}

	/**
	 * Waits, because each code of an authenticator app counts once.
	 */
	private String nextTotp(String secret) {
		this.clock.advance(Duration.ofSeconds(30));
		return TestTotp.code(secret, this.clock.instant());
	}

	private String wrongTotp(String secret) {
		String right = TestTotp.code(secret, this.clock.instant());
		return ((right.charAt(0) == '9') ? "0" : "9") + right.substring(1);
	}

}

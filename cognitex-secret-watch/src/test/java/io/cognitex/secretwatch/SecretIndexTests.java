package io.cognitex.secretwatch;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests for {@link SecretIndex}. */
class SecretIndexTests {

	private final SecretIndex index = new SecretIndex();

	@ParameterizedTest
	@ValueSource(
			strings = { "Pässw0rd 1!", "-AbCd3fGh", "482913", "c2VjcmV0+/8=", "an answer of many words", "4-8-1-5-16" })
	void findInWhenSecretIsThereThenFound(String value) {
		Secret secret = new Secret("secret", value);
		this.index.add(secret);

		for (String text : new String[] { "%s", "code=%s", "[%s]", "two: %s, %s", "\"%s\"&x" }) {
			assertThat(this.index.findIn(text.replace("%s", value))).as(text).containsExactly(secret);
		}
	}

	@Test
	void findInWhenItIsPartOfAWordThenNot() {
		this.index.add(new Secret("code", "482913"));

		assertThat(this.index.findIn("1482913 4829130 a482913 482913b 482 913")).isEmpty();
	}

	@Test
	void findInWhenOneStandsInsideTheOtherThenBoth() {
		this.index.add(new Secret("short", "Passw0rd"));
		this.index.add(new Secret("long", "Passw0rd!"));

		assertThat(this.index.findIn("Passw0rd!")).extracting(Secret::kind).containsExactly("short", "long");
	}

	@ParameterizedTest
	@ValueSource(strings = { "weak", "42", "12345", "password", "SMS_MFA" })
	void findInWhenSecretIsAnOrdinaryWordThenNot(String value) {
		this.index.add(new Secret("word", value));

		assertThat(this.index.findIn("The " + value + " is here")).isEmpty();
	}

}

package io.cognitex;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class SignInChallengeTests {

	@ParameterizedTest
	@MethodSource("io.cognitex.TestChallenges#all")
	void toStringThenNoSecret(SignInChallenge challenge) {
		assertThat(challenge.toString()).contains("alice")
			.doesNotContain(TestChallenges.SESSION, TestChallenges.SECRET_CODE);
	}

	@ParameterizedTest
	@MethodSource("io.cognitex.TestChallenges#all")
	void serializeThenTheSame(SignInChallenge challenge) throws Exception {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
			out.writeObject(challenge);
		}

		try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
			assertThat(in.readObject()).isEqualTo(challenge);
		}
	}

	@Test
	void choicesWhenPasswordComesInTwoWaysThenItIsOneChoice() {
		assertThat(TestChallenges.selectChallenge().choices()).containsExactly("PASSWORD", "EMAIL_OTP", "WEB_AUTHN");
		assertThat(new SignInChallenge.SelectChallenge(TestChallenges.progress(), List.of("PASSWORD_SRP")).choices())
			.containsExactly("PASSWORD");
	}

}

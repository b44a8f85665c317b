package io.cognitex.embedded;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ChallengeNameType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CognitoIdentityProviderException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InitiateAuthResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.RespondToAuthChallengeResponse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * No sequence of wrong, stale, replayed or swapped answers leads to tokens, whoever knows
 * the passwords; and none of them spoils the right answer.
 */
class ChallengeAttackTests {

	private static final List<String> FACTORS = List.of("SMS_MFA", "EMAIL_OTP");

	private static final int ROUNDS = 15;

	/** Fewer wrong answers than lock a user out, so that every one of them is judged. */
	private static final int ATTACKS = 4;

	private final MutableClock clock = new MutableClock();

	@AutoClose
	private final TestPool pool = TestPool
		.start((builder) -> builder.clock(this.clock).mfa("OPTIONAL", "SMS_MFA", "EMAIL_OTP"));

	@ParameterizedTest
	@ValueSource(longs = { 1, 22, 333 })
	void answersWhenNotTheRightOneThenNoTokens(long seed) {
		Random random = new Random(seed);
		List<Asked> stale = new ArrayList<>();
		for (int round = 0; round < ROUNDS; round++) {
			List<Asked> asked = new ArrayList<>();
			for (String username : List.of("a" + round, "b" + round)) {
				addUser(username, FACTORS.get(random.nextInt(FACTORS.size())));
				asked.add(ask(username));
				asked.add(ask(username));
			}
			for (int attack = 0; attack < ATTACKS; attack++) {
				assertNoTokens(forge(random, asked, stale));
			}
			Asked right = asked.get(random.nextInt(asked.size()));
			assertThat(answer(right).authenticationResult().accessToken()).isNotEmpty();
			assertNoTokens(right);
			if (random.nextInt(3) == 0) {
				asked.remove(right);
				stale.addAll(asked);
				this.clock.advance(Duration.ofMinutes(3));
			}
		}
	}

	private Asked forge(Random random, List<Asked> asked, List<Asked> stale) {
		Asked target = asked.get(random.nextInt(asked.size()));
		List<Asked> others = new ArrayList<>(asked);
		others.remove(target);
		Asked other = others.get(random.nextInt(others.size()));
		return switch (random.nextInt(6)) {
			case 0 -> new Asked(target.username(), target.challenge(), target.session(), TestPool.wrong(target.code()));
			case 1 -> new Asked(target.username(), target.challenge(), target.session(),
					other.code().equals(target.code()) ? TestPool.wrong(other.code()) : other.code());
			case 2 -> new Asked(target.username(), target.challenge(), flip(random, target.session()), target.code());
			case 3 -> new Asked(target.username().startsWith("a") ? target.username().replace('a', 'b')
					: target.username().replace('b', 'a'), target.challenge(), target.session(), target.code());
			case 4 -> new Asked(target.username(), FACTORS.get(1 - FACTORS.indexOf(target.challenge())),
					target.session(), target.code());
			default -> stale.isEmpty() ? new Asked(target.username(), target.challenge(), null, target.code())
					: stale.get(random.nextInt(stale.size()));
		};
	}

	private static String flip(Random random, String session) {
		int index = random.nextInt(session.length() - 1);
		char other = (session.charAt(index) == 'x') ? 'y' : 'x';
		return session.substring(0, index) + other + session.substring(index + 1);
	}

	private void assertNoTokens(Asked asked) {
		assertThatExceptionOfType(CognitoIdentityProviderException.class).isThrownBy(() -> answer(asked))
			.satisfies((ex) -> assertThat(ex.awsErrorDetails().errorCode()).isIn("NotAuthorizedException",
					"CodeMismatchException"));
	}

	private void addUser(String username, String factor) {
		this.pool.cognito.addUser(EmbeddedUser.named(username)
			.password(TestPool.PASSWORD)
			.attribute("email", username + "@example.com")
			.attribute("phone_number", "+15555550123")
			.mfa(factor)
			.build());
	}

	private Asked ask(String username) {
		InitiateAuthResponse challenge = this.pool.signIn(username, TestPool.PASSWORD);
		assertThat(challenge.authenticationResult()).isNull();
		return new Asked(username, challenge.challengeNameAsString(), challenge.session(),
				this.pool.lastCode(username));
	}

	private RespondToAuthChallengeResponse answer(Asked asked) {
		Map<String, String> responses = new HashMap<>();
		responses.put("USERNAME", asked.username());
		responses.put(asked.challenge() + "_CODE", asked.code());
		return this.pool.respond(ChallengeNameType.fromValue(asked.challenge()), asked.session(), responses);
	}

	private record Asked(String username, String challenge, String session, String code) {
	}

}

package io.cognitex.embedded;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ChallengeNameType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CognitoIdentityProviderException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.RespondToAuthChallengeResponse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * No sequence of wrong, stale, replayed or swapped answers to any challenge leads to
 * tokens, nor to a further challenge. Who fails with a seed finds it in the message.
 */
@Tag("slow")
class EveryChallengeAttackTests {

	private static final int ROUNDS = 3;

	/**
	 * Few enough a round that most users are neither locked out nor have used their
	 * sessions up.
	 */
	private static final int ATTACKS = 80;

	/** What one may answer here is not a secret: only whose session it is counts. */
	private static final Set<ChallengeNameType> ANSWERED_BY_ANYTHING = EnumSet.of(
			ChallengeNameType.NEW_PASSWORD_REQUIRED, ChallengeNameType.MFA_SETUP, ChallengeNameType.PASSWORD_SRP,
			ChallengeNameType.SELECT_MFA_TYPE);

	@AutoClose
	private final ChallengeScenarios scenarios = new ChallengeScenarios();

	@Test
	void challengesWhenComparedWithTheModelThenAllAreAttacked() {
		Set<ChallengeNameType> modelled = EnumSet.allOf(ChallengeNameType.class);
		// The name of a flow, which nobody is asked.
		modelled.removeAll(Set.of(ChallengeNameType.ADMIN_NO_SRP_AUTH, ChallengeNameType.UNKNOWN_TO_SDK_VERSION));

		assertThat(this.scenarios.challenges()).isEqualTo(modelled);
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 22, 333 })
	void answersWhenNotTheRightOnesThenRefused(long seed) {
		Random random = new Random(seed);
		List<AskedChallenge> all = new ArrayList<>();
		for (int round = 0; round < ROUNDS; round++) {
			List<AskedChallenge> asked = ask(round);
			all.addAll(asked);
			for (int attack = 0; attack < ATTACKS; attack++) {
				AskedChallenge target = any(random, asked);
				AskedChallenge other = any(random, all.stream().filter((one) -> isOther(target, one)).toList());
				int kind = random.nextInt(8);
				assertRefused("seed %d, round %d, attack %d of kind %d on %s with %s".formatted(seed, round, attack,
						kind, target, other), forge(random, kind, target, other));
			}
			this.scenarios.clock.advance(Duration.ofMinutes(3));
		}
	}

	private List<AskedChallenge> ask(int round) {
		List<AskedChallenge> asked = new ArrayList<>();
		for (ChallengeNameType challenge : this.scenarios.challenges()) {
			asked.add(this.scenarios.ask(challenge, "a" + round + "-" + challenge));
			asked.add(this.scenarios.ask(challenge, "b" + round + "-" + challenge));
		}
		return asked;
	}

	@Test
	void answersWhenRightThenLeadOnOnceAndNeverAfterTheirTime() {
		for (ChallengeNameType challenge : this.scenarios.challenges()) {
			AskedChallenge right = this.scenarios.ask(challenge, "right-" + challenge);
			AskedChallenge late = this.scenarios.ask(challenge, "late-" + challenge);

			assertThat(leadsOn(right.answer())).as(right.toString()).isTrue();
			assertRefused("replayed " + right, right);
			this.scenarios.clock.advance(Duration.ofMinutes(3));
			assertRefused("late " + late, late);
		}
	}

	private static boolean isOther(AskedChallenge target, AskedChallenge other) {
		return !other.username().equals(target.username()) && other.pool() == target.pool();
	}

	private static AskedChallenge any(Random random, List<AskedChallenge> asked) {
		return asked.get(random.nextInt(asked.size()));
	}

	private AskedChallenge forge(Random random, int kind, AskedChallenge target, AskedChallenge other) {
		String session = target.session();
		return switch (kind) {
			case 0 -> target.wrongly();
			case 1 -> withAnswerOf(other, target);
			case 2 -> target.with(() -> with(target.right().get(), other.username()));
			case 3 -> target.with((target.challenge() != other.challenge()) ? other.challenge()
					: ChallengeNameType.ADMIN_NO_SRP_AUTH);
			case 4 -> withAnswerOf(other, target).with(other.challenge());
			case 5 -> target.withClient(elsewhere(random, target));
			// The proof of SRP has no session that could be taken from it.
			case 6 -> (session != null) ? target.withSession(flip(random, session)) : target.wrongly();
			default -> (session != null) ? target.withSession(other.session()) : target.wrongly();
		};
	}

	private static AskedChallenge withAnswerOf(AskedChallenge other, AskedChallenge target) {
		return ANSWERED_BY_ANYTHING.contains(target.challenge()) ? target.wrongly()
				: target.with(() -> with(other.right().get(), target.username()));
	}

	private static Map<String, String> with(Map<String, String> answer, String username) {
		Map<String, String> changed = new HashMap<>(answer);
		changed.put("USERNAME", username);
		return changed;
	}

	private String elsewhere(Random random, AskedChallenge target) {
		TestPool otherPool = (target.pool() == this.scenarios.optional) ? this.scenarios.required
				: this.scenarios.optional;
		return random.nextBoolean() ? target.pool().cognito.addClient() : otherPool.clientId();
	}

	private static String flip(Random random, String session) {
		int index = random.nextInt(session.length() - 1);
		char other = (session.charAt(index) == 'x') ? 'y' : 'x';
		return session.substring(0, index) + other + session.substring(index + 1);
	}

	private static boolean leadsOn(RespondToAuthChallengeResponse response) {
		return response.authenticationResult() != null || response.challengeName() != null;
	}

	private static void assertRefused(String description, AskedChallenge forged) {
		assertThatExceptionOfType(CognitoIdentityProviderException.class).as(description)
			.isThrownBy(forged::answer)
			.satisfies((ex) -> assertThat(ex.statusCode()).as(description).isEqualTo(400));
	}

}

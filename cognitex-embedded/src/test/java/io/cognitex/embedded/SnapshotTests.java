package io.cognitex.embedded;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ChallengeNameType;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class SnapshotTests {

	private final MutableClock clock = new MutableClock();

	@AutoClose
	private final TestPool pool = TestPool.start((builder) -> builder.clock(this.clock));

	@Test
	void restoreWhenSnapshotIsOfAnotherServerThenRefused() {
		try (EmbeddedCognito other = EmbeddedCognito.start()) {
			PoolSnapshot snapshot = other.snapshot();

			assertThatIllegalArgumentException().isThrownBy(() -> this.pool.cognito.restore(snapshot));
		}
	}

	@Test
	void restoreWhenUsersHaveChangedThenTheyAreAsBefore() {
		this.pool.addAlice();
		String before = this.pool.accessToken("alice");
		PoolSnapshot snapshot = this.pool.cognito.snapshot();

		this.pool.updateAttributes(before, "name", "Alice");
		this.pool.signUp("bob", "email", "bob@example.com");
		this.pool.client.globalSignOut((request) -> request.accessToken(before));
		this.pool.cognito.restore(snapshot);

		assertThat(this.pool.attributesOf(before)).doesNotContainKey("name");
		assertThat(this.pool.cognito.messages()).isEmpty();
		assertThat(this.pool.signUp("bob", "email", "bob@example.com").userSub()).isNotEmpty();
	}

	@Test
	void restoreWhenTokensWereIssuedSinceThenTheyAreRefused() {
		this.pool.addAlice();
		PoolSnapshot snapshot = this.pool.cognito.snapshot();

		String token = this.pool.accessToken("alice");
		this.pool.cognito.restore(snapshot);

		assertThatExceptionOfType(RuntimeException.class).isThrownBy(() -> this.pool.attributesOf(token))
			.withMessageContaining("revoked");
	}

	@Test
	void restoreWhenProofWasUsedSinceThenItCanBeUsedAgainEachTime() {
		this.pool.addAlice();
		SrpClient srp = new SrpClient();
		Map<String, String> responses = srp.responses(this.pool.cognito.userPoolId(),
				this.pool.srpChallenge(srp, "alice"), TestPool.PASSWORD);
		PoolSnapshot snapshot = this.pool.cognito.snapshot();

		for (int i = 0; i < 2; i++) {
			assertThat(this.pool.respond(ChallengeNameType.PASSWORD_VERIFIER, null, responses).authenticationResult())
				.isNotNull();
			assertThatExceptionOfType(RuntimeException.class)
				.isThrownBy(() -> this.pool.respond(ChallengeNameType.PASSWORD_VERIFIER, null, responses));
			this.pool.cognito.restore(snapshot);
		}
	}

	@Test
	void restoreWhenClockWasMovedThenItIsMovedBack() {
		Instant before = this.pool.cognito.now();
		PoolSnapshot snapshot = this.pool.cognito.snapshot();

		this.pool.cognito.advanceClock(Duration.ofDays(1));
		this.pool.cognito.restore(snapshot);

		assertThat(this.pool.cognito.now()).isEqualTo(before);
	}

	@Test
	void restoreWhenPoolWasDeletedThenItIsBackWithItsKeys() {
		this.pool.addAlice();
		String token = this.pool.accessToken("alice");
		PoolSnapshot snapshot = this.pool.cognito.snapshot();

		try (CognitoIdentityProviderClient iam = TestClients.iam(this.pool.cognito)) {
			iam.deleteUserPool((request) -> request.userPoolId(this.pool.cognito.userPoolId()));
		}
		assertThatExceptionOfType(RuntimeException.class).isThrownBy(() -> this.pool.attributesOf(token));
		this.pool.cognito.restore(snapshot);

		assertThat(this.pool.attributesOf(token)).containsEntry("email", "alice@example.com");
	}

	@Test
	void resetWhenEverythingHasChangedThenAsAfterTheStart() {
		this.pool.addAlice();
		this.pool.signUp("bob", "email", "bob@example.com");
		this.pool.cognito.addFault(Fault.droppedConnection());
		this.pool.cognito.advanceClock(Duration.ofDays(1));

		this.pool.cognito.reset();

		assertThat(this.pool.cognito.messages()).isEmpty();
		assertThat(this.pool.cognito.calls()).isEmpty();
		assertThat(this.pool.cognito.now()).isEqualTo(this.clock.instant());
		Refusals.assertNotAuthorized(() -> this.pool.accessToken("alice"), Refusals.INCORRECT);
		this.pool.addAlice();
		assertThat(this.pool.accessToken("alice")).isNotEmpty();
	}

}

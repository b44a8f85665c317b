package io.cognitex.security;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import io.cognitex.AccountChange;
import io.cognitex.CognitoError;
import io.cognitex.CognitoException;
import io.cognitex.CognitoTokens;
import io.cognitex.SignIn;
import io.cognitex.TestClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.security.authentication.event.LogoutSuccessEvent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class CognitoCredentialsCacheTests {

	private static final Instant NOW = Instant.parse("2026-11-23T00:00:00Z");

	private final TestClock clock = new TestClock(NOW);

	private final CognitoCredentialsCache cache = new CognitoCredentialsCache(Duration.ofSeconds(30), 100, this.clock);

	private final AtomicInteger calls = new AtomicInteger();

	@ParameterizedTest
	@CsvSource({ "alice, wrong", "alice, Secret", "alice, 'secret '", "Alice, secret", "bob, secret", "alices, ecret",
			"alic, esecret" })
	void signInWhenOtherCredentialsWereAcceptedThenAsked(String username, String password) {
		accept("alice", "secret");

		assertThatExceptionOfType(CognitoException.class).isThrownBy(() -> refuse(username, password));

		assertThat(this.calls).hasValue(2);
	}

	@Test
	void signInWhenTimeIsOverThenAsked() {
		accept("alice", "secret");
		this.clock.advance(Duration.ofSeconds(29));
		accept("alice", "secret");
		assertThat(this.calls).hasValue(1);

		this.clock.advance(Duration.ofSeconds(1));

		assertThatExceptionOfType(CognitoException.class).isThrownBy(() -> refuse("alice", "secret"));
	}

	@Test
	void signInWhenTokensHaveExpiredThenAsked() {
		signIn("alice", "secret", () -> TestTokens.completed(tokens(NOW.plusSeconds(10))));
		this.clock.advance(Duration.ofSeconds(9));
		accept("alice", "secret");
		assertThat(this.calls).hasValue(1);

		this.clock.advance(Duration.ofSeconds(1));

		assertThatExceptionOfType(CognitoException.class).isThrownBy(() -> refuse("alice", "secret"));
	}

	@Test
	void signInWhenClockWasSetBackThenAsked() {
		accept("alice", "secret");

		this.clock.advance(Duration.ofHours(-1));

		assertThatExceptionOfType(CognitoException.class).isThrownBy(() -> refuse("alice", "secret"));
	}

	@Test
	void signInWhenUserHasChangedSomethingThenAsked() {
		accept("alice", "secret");

		this.cache.accountChanged(new AccountChange("alice", TestTokens.SUBJECT));

		assertThatExceptionOfType(CognitoException.class).isThrownBy(() -> refuse("alice", "secret"));
	}

	@Test
	void signInWhenPasswordOfAnyNameWasResetThenAsked() {
		accept("alice@example.com", "secret");

		this.cache.accountChanged(new AccountChange("+15550100", null));

		assertThatExceptionOfType(CognitoException.class).isThrownBy(() -> refuse("alice@example.com", "secret"));
	}

	@Test
	void signInWhenUserHasLoggedOutThenAsked() {
		accept("alice", "secret");
		CognitoPrincipal alice = new CognitoPrincipal("alice", TestTokens.SUBJECT, List.of(), Map.of(), List.of());

		this.cache.onApplicationEvent(new LogoutSuccessEvent(new CognitoAuthentication(alice, tokens(NOW), List.of())));

		assertThatExceptionOfType(CognitoException.class).isThrownBy(() -> refuse("alice", "secret"));
	}

	@Test
	void signInWhenAnotherUserHasChangedSomethingThenRemembered() {
		accept("alice", "secret");

		this.cache.accountChanged(new AccountChange("bob", "another-subject"));

		accept("alice", "secret");
		assertThat(this.calls).hasValue(1);
	}

	@Test
	void signInWhenPasswordChangesWhileCognitoIsAskedThenNotRemembered() {
		signIn("alice", "secret", () -> {
			this.cache.accountChanged(new AccountChange("alice", TestTokens.SUBJECT));
			return TestTokens.completed(tokens(NOW.plusSeconds(3600)));
		});

		assertThatExceptionOfType(CognitoException.class).isThrownBy(() -> refuse("alice", "secret"));
	}

	@Test
	void signInWhenRefusedAgainAndAgainThenAskedAsCognitoLocks() {
		List<Integer> askedAt = new ArrayList<>();
		for (int second = 0; second <= 120; second++) {
			for (int attempt = 0; attempt < 10; attempt++) {
				int before = this.calls.get();
				assertThatExceptionOfType(CognitoException.class).isThrownBy(() -> refuse("alice", "wrong"));
				if (this.calls.get() > before) {
					askedAt.add(second);
				}
			}
			this.clock.advance(Duration.ofSeconds(1));
		}

		assertThat(askedAt).containsExactly(0, 0, 0, 0, 0, 1, 3, 7, 15, 31, 61, 91);
	}

	@Test
	void signInWhenRefusedOftenThenOtherPasswordIsAsked() {
		refuseOften("alice", "wrong");

		accept("alice", "secret");

		assertThat(this.calls).hasValue(RememberedRefusals.FREE + 1);
	}

	@Test
	void signInWhenRefusedOftenAndThenChangedThenAsked() {
		refuseOften("alice", "wanted");

		this.cache.accountChanged(new AccountChange("alice", TestTokens.SUBJECT));

		accept("alice", "wanted");
		assertThat(this.calls).hasValue(RememberedRefusals.FREE + 1);
	}

	@Test
	void signInWhenAcceptedAfterRefusalsThenCountsAnew() {
		refuseOften("alice", "wanted");
		this.clock.advance(Duration.ofSeconds(1));
		accept("alice", "wanted");
		this.clock.advance(Duration.ofSeconds(30));

		refuseOften("alice", "wanted");

		assertThat(this.calls).hasValue(2 * RememberedRefusals.FREE + 1);
	}

	@ParameterizedTest
	@EnumSource(value = CognitoError.class,
			names = { "TOO_MANY_REQUESTS", "SERVICE_UNAVAILABLE", "INTERNAL_ERROR", "RESOURCE_NOT_FOUND" })
	void signInWhenItIsNotTheUsersFaultThenAskedEachTime(CognitoError error) {
		for (int i = 0; i < 20; i++) {
			assertThatExceptionOfType(CognitoException.class).isThrownBy(() -> signIn("alice", "secret", () -> {
				throw new CognitoException(error, "down");
			}));
		}

		assertThat(this.calls).hasValue(20);
	}

	@Test
	void signInWhenManyComeAtOnceThenOneCall() throws Exception {
		CountDownLatch asked = new CountDownLatch(1);
		ExecutorService threads = Executors.newFixedThreadPool(32);
		try {
			List<Future<SignIn>> requests = new ArrayList<>();
			for (int i = 0; i < 32; i++) {
				requests.add(threads.submit(() -> signIn("alice", "secret", () -> {
					asked.await();
					return TestTokens.completed(tokens(NOW.plusSeconds(3600)));
				})));
			}
			asked.countDown();

			for (Future<SignIn> request : requests) {
				assertThat(request.get()).isInstanceOf(SignIn.Completed.class);
			}
			assertThat(this.calls).hasValue(1);
		}
		finally {
			threads.shutdownNow();
		}
	}

	@Test
	void signInWhenSizeIsExceededThenSomeAreForgotten() {
		for (int user = 0; user < 1000; user++) {
			accept("user" + user, "secret");
		}
		this.calls.set(0);

		for (int user = 0; user < 1000; user++) {
			accept("user" + user, "secret");
		}

		assertThat(this.calls.get()).isGreaterThanOrEqualTo(900);
	}

	@Test
	void signInWhenTimeToLiveIsZeroThenAskedEachTime() {
		CognitoCredentialsCache off = new CognitoCredentialsCache(Duration.ZERO, 100, this.clock);

		for (int i = 0; i < 3; i++) {
			off.signIn("alice", "secret", () -> {
				this.calls.incrementAndGet();
				return TestTokens.completed(tokens(NOW.plusSeconds(3600)));
			});
		}

		assertThat(this.calls).hasValue(3);
	}

	@Test
	void createWhenSettingIsOutOfRangeThenRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> new CognitoCredentialsCache(Duration.ofSeconds(-1), 1));
		assertThatIllegalArgumentException().isThrownBy(() -> new CognitoCredentialsCache(Duration.ofSeconds(1), 0));
	}

	private void refuseOften(String username, String password) {
		for (int i = 0; i < RememberedRefusals.FREE + 10; i++) {
			assertThatExceptionOfType(CognitoException.class).isThrownBy(() -> refuse(username, password));
		}
	}

	private void accept(String username, String password) {
		SignIn signIn = signIn(username, password, () -> TestTokens.completed(tokens(NOW.plusSeconds(86_400))));

		assertThat(signIn).isInstanceOf(SignIn.Completed.class);
	}

	private void refuse(String username, String password) {
		signIn(username, password, () -> {
			throw new CognitoException(CognitoError.NOT_AUTHORIZED, "Incorrect username or password.");
		});
	}

	private SignIn signIn(String username, String password, Cognito cognito) {
		Supplier<SignIn> call = () -> {
			this.calls.incrementAndGet();
			try {
				return cognito.answer();
			}
			catch (InterruptedException ex) {
				throw new IllegalStateException(ex);
			}
		};
		return this.cache.signIn(username, password, call);
	}

	private static CognitoTokens tokens(Instant expiresAt) {
		CognitoTokens tokens = TestTokens.tokens();
		return new CognitoTokens(tokens.accessToken(), tokens.idToken(), tokens.refreshToken(), expiresAt);
	}

	@FunctionalInterface
	private interface Cognito {

		SignIn answer() throws InterruptedException;

	}

}

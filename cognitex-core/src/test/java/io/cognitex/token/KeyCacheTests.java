package io.cognitex.token;

import java.io.IOException;
import java.io.OutputStream;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import com.sun.net.httpserver.HttpExchange;
import io.cognitex.CognitoError;
import io.cognitex.CognitoException;
import io.cognitex.TestClock;
import io.cognitex.jwt.TestJwts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class KeyCacheTests {

	private static final RSAPublicKey KEY = (RSAPublicKey) TestJwts.keys().getPublic();

	private final TestClock clock = new TestClock(TestJwts.NOW);

	private TestJwkSetServer pool;

	private KeyCache keys;

	@BeforeEach
	void start() throws IOException {
		this.pool = new TestJwkSetServer(TestJwts.jwkSet());
		this.keys = keys(Duration.ofSeconds(10));
	}

	@AfterEach
	void stop() {
		this.pool.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "null", "[]", "{}", "{\"keys\":[]}", "{\"keys\":{}}", "<html></html>",
			"{\"keys\":[{\"kty\":\"oct\",\"kid\":\"kid-1=\",\"k\":\"c2VjcmV0\"}]}",
			"{\"keys\":[{\"kty\":\"RSA\",\"kid\":\"kid-1=\",\"n\":\"AQAB\",\"e\":\"AQAB\"}]}" })
	void getWhenAnswerHasNoKeysThenUnavailable(String body) {
		this.pool.answer(200, body);

		assertUnavailable();
	}

	@ParameterizedTest
	@ValueSource(ints = { 302, 404, 429, 500, 503 })
	void getWhenHttpStatusIsNotOkThenUnavailable(int status) {
		this.pool.answer(status, TestJwts.jwkSet());

		assertUnavailable();
	}

	@Test
	void getWhenAnswerIsHugeThenUnavailable() {
		this.pool.answer(200, TestJwts.jwkSet() + " ".repeat(100_000));

		assertUnavailable();
	}

	@Test
	void getWhenNoAnswerComesThenUnavailable() {
		CountDownLatch over = new CountDownLatch(1);
		this.pool.answer((exchange) -> await(over));
		this.keys = keys(Duration.ofMillis(200));

		assertUnavailable();

		over.countDown();
	}

	@Test
	void getWhenAnswerDripsThenUnavailable() {
		CountDownLatch over = new CountDownLatch(1);
		this.pool.answer((exchange) -> drip(exchange, over));
		this.keys = keys(Duration.ofMillis(200));

		assertUnavailable();

		over.countDown();
	}

	@Test
	void getWhenNobodyListensThenUnavailable() {
		this.pool.close();

		assertUnavailable();
	}

	@Test
	void getWhenKeysCouldNotBeHadThenAskedAgainAfterAPause() {
		this.pool.answer(500, "");
		assertUnavailable();
		assertUnavailable();
		assertThat(this.pool.requests()).isEqualTo(1);

		this.pool.answer(200, TestJwts.jwkSet());
		this.clock.advance(KeyCache.PAUSE_WITHOUT_KEYS);

		assertThat(this.keys.get(TestJwts.KEY_ID)).isEqualTo(KEY);
	}

	@Test
	void getWhenTheFailureTookLongThenThePauseBeginsAfterIt() {
		this.pool.answer((exchange) -> {
			this.clock.advance(Duration.ofSeconds(5));
			exchange.sendResponseHeaders(500, -1);
			exchange.close();
		});

		assertUnavailable();
		assertUnavailable();

		assertThat(this.pool.requests()).isEqualTo(1);
	}

	@Test
	void getWhenKeyIdIsInventedThenOneFetchInAPause() {
		assertThat(this.keys.get(TestJwts.KEY_ID)).isEqualTo(KEY);

		IntStream.range(0, 1000).forEach((i) -> assertThat(this.keys.get("invented-" + i)).isNull());
		assertThat(this.pool.requests()).isEqualTo(1);

		this.clock.advance(KeyCache.PAUSE);
		IntStream.range(0, 1000).forEach((i) -> assertThat(this.keys.get("invented-" + i)).isNull());
		assertThat(this.pool.requests()).isEqualTo(2);
	}

	@Test
	void getWhenPoolHasANewKeyThenFetched() {
		this.keys.get(TestJwts.KEY_ID);
		RSAPublicKey added = (RSAPublicKey) TestJwts.newKeys(2048).getPublic();
		this.pool.answer(200, TestJwts.jwkSet(Map.of(TestJwts.KEY_ID, KEY, "kid-2=", added)));
		this.clock.advance(KeyCache.PAUSE);

		assertThat(this.keys.get("kid-2=")).isEqualTo(added);
		assertThat(this.keys.get(TestJwts.KEY_ID)).isEqualTo(KEY);
	}

	@Test
	void getWhenPoolHasGivenUpAKeyThenForgotten() {
		this.keys.get(TestJwts.KEY_ID);
		RSAPublicKey other = (RSAPublicKey) TestJwts.newKeys(2048).getPublic();
		this.pool.answer(200, TestJwts.jwkSet(Map.of("kid-2=", other)));
		this.clock.advance(KeyCache.MAX_AGE);

		assertThat(this.keys.get(TestJwts.KEY_ID)).isNull();
	}

	@Test
	void getWhenPoolIsDownThenKnownKeysStayInUse() {
		this.keys.get(TestJwts.KEY_ID);
		this.pool.answer(500, "");
		this.clock.advance(KeyCache.MAX_AGE.multipliedBy(24));

		assertThat(this.keys.get(TestJwts.KEY_ID)).isEqualTo(KEY);
		assertThat(this.keys.get(TestJwts.KEY_ID)).isEqualTo(KEY);
		assertThat(this.pool.requests()).isEqualTo(2);
		assertThatExceptionOfType(CognitoException.class).isThrownBy(() -> this.keys.get("kid-2="))
			.satisfies((ex) -> assertThat(ex.error()).isEqualTo(CognitoError.SERVICE_UNAVAILABLE));
	}

	@Test
	void getWhenManyThreadsComeAtOnceThenOneFetch() throws Exception {
		CountDownLatch start = new CountDownLatch(1);
		ExecutorService threads = Executors.newFixedThreadPool(16);
		try {
			List<Future<RSAPublicKey>> results = IntStream.range(0, 16).mapToObj((i) -> threads.submit(() -> {
				start.await();
				return this.keys.get(TestJwts.KEY_ID);
			})).toList();
			start.countDown();

			for (Future<RSAPublicKey> result : results) {
				assertThat(result.get()).isEqualTo(KEY);
			}
			assertThat(this.pool.requests()).isEqualTo(1);
		}
		finally {
			threads.shutdownNow();
		}
	}

	private KeyCache keys(Duration readTimeout) {
		return new KeyCache(new JwkSetClient(this.pool.uri(), Duration.ofSeconds(2), readTimeout), this.clock);
	}

	private void assertUnavailable() {
		assertThatExceptionOfType(CognitoException.class).isThrownBy(() -> this.keys.get(TestJwts.KEY_ID))
			.satisfies((ex) -> assertThat(ex.error()).isEqualTo(CognitoError.SERVICE_UNAVAILABLE))
			.withMessage("The user pool's keys cannot be had");
	}

	private static void await(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private static void drip(HttpExchange exchange, CountDownLatch over) throws IOException {
		exchange.sendResponseHeaders(200, 0);
		try (OutputStream out = exchange.getResponseBody()) {
			while (!over.await(20, TimeUnit.MILLISECONDS)) {
				out.write(' ');
				out.flush();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}

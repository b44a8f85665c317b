package io.cognitex.secretwatch;

import java.util.List;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests for {@link LogCapture} and what comes of it. */
class LogCaptureTests {

	private static final String SECRET = "told-by-a-logger-1";

	private static final Logger logger = LoggerFactory.getLogger("io.cognitex.Something");

	@BeforeAll
	static void addSecret() {
		Secrets.add("a secret", SECRET);
	}

	@ParameterizedTest
	@ValueSource(strings = { "io.cognitex.Something", "org.springframework.security.web.FilterChainProxy",
			"org.springframework.security", "software.amazon.awssdk.request" })
	void logWhenWatchedThenFoundAtEachLevelAndMasked(String name) {
		Logger watched = LoggerFactory.getLogger(name);

		watched.trace("Typed: {}", SECRET);
		watched.debug("Typed: told-by-a-logger-1");
		watched.error("Typed {} and {} and {}", 1, 2, SECRET);

		assertThat(SecretWatch.takeFindings()).containsExactly("[a secret] at TRACE, logger " + name + ": Typed: ***",
				"[a secret] at DEBUG, logger " + name + ": Typed: ***",
				"[a secret] at ERROR, logger " + name + ": Typed 1 and 2 and ***");
	}

	@ParameterizedTest
	@ValueSource(strings = { "io.cognitexes.Something", "org.springframework.web.servlet.DispatcherServlet" })
	void logWhenNotWatchedThenNotCaptured(String name) {
		LoggerFactory.getLogger(name).info(SECRET);

		assertThat(SecretWatch.takeFindings()).isEmpty();
	}

	@Test
	void logWhenSecretIsInAnExceptionThenFound() {
		IllegalStateException thrown = new IllegalStateException("Outside", new IllegalArgumentException(SECRET));
		IllegalStateException suppressing = new IllegalStateException("Outside");
		suppressing.addSuppressed(new IllegalArgumentException(SECRET));

		logger.debug("Failed", thrown);
		logger.trace("Failed as well: {}", 1, suppressing);

		assertThat(SecretWatch.takeFindings()).hasSize(2);
	}

	@Test
	void logWhenSecretIsInTheContextOrASpareArgumentThenFound() {
		logger.debug("Spare", SECRET, 1);
		MDC.put("password", SECRET);
		logger.debug("In context");
		MDC.remove("password");

		assertThat(SecretWatch.takeFindings()).hasSize(2);
	}

	@Test
	void logWhenSecretIsLearnedLaterThenFound() {
		logger.debug("Typed: {}", "told-before-it-was-known-2");

		Secrets.add("a later secret", "told-before-it-was-known-2");

		assertThat(SecretWatch.takeFindings()).hasSize(1);
	}

	@Test
	void logWhenNothingIsSecretThenNothingFound() {
		logger.debug("Failed: {}", List.of("some", "Secret", 1));

		assertThat(SecretWatch.takeFindings()).isEmpty();
	}

	@Test
	void logWhenToleratedThenOnlyInThoseWords() {
		Logger outbox = LoggerFactory.getLogger("io.cognitex.sample.OutboxLogger");
		Secrets.add("a code", "482913");

		outbox.info("Would have mailed to {}: {} is your code", "alice@example.com", "482913");
		outbox.info("Mailed {}", "482913");
		logger.info("Would have mailed to {}: {} is your code", "alice@example.com", "482913");

		assertThat(SecretWatch.takeFindings()).hasSize(2);
	}

	@Test
	void logWhenALotWaitsThenEarlyLinesAreFoundAllTheSame() {
		String filling = "x".repeat(1_000_000);

		logger.debug("Typed: {}", SECRET);
		for (int i = 0; i < 70; i++) {
			logger.trace(filling);
		}

		assertThat(SecretWatch.takeFindings()).hasSize(1);
	}

}

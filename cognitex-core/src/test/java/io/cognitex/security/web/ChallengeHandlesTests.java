package io.cognitex.security.web;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;

import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

import io.cognitex.SignInChallenge;
import io.cognitex.TestChallenges;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ChallengeHandles}.
 */
class ChallengeHandlesTests {

	private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

	private static final Duration VALIDITY = Duration.ofMinutes(5);

	private static final SecretKey KEY = key();

	private static final String CLIENT = "the app";

	private static final SignInChallenge CHALLENGE = TestChallenges.smsMfa();

	private final ChallengeHandles handles = handles(NOW, KEY);

	@ParameterizedTest
	@ValueSource(strings = { "", "x", "AA", "not base64!", "AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA" })
	void openWhenMadeUpThenNothing(String handle) {
		assertThat(this.handles.open(handle, CLIENT)).isEmpty();
	}

	@Test
	void openWhenAnyByteIsChangedThenNothing() {
		byte[] bytes = Base64.getUrlDecoder().decode(this.handles.seal(CHALLENGE, CLIENT));

		for (int i = 0; i < bytes.length; i++) {
			bytes[i] ^= 1;
			assertThat(this.handles.open(encode(bytes), CLIENT)).as("byte %d", i).isEmpty();
			bytes[i] ^= 1;
		}

		assertThat(this.handles.open(encode(bytes), CLIENT)).isPresent();
	}

	@Test
	void openWhenCutThenNothing() {
		String handle = this.handles.seal(CHALLENGE, CLIENT);

		assertThat(this.handles.open(handle.substring(0, handle.length() - 4), CLIENT)).isEmpty();
	}

	@Test
	void openWhenGivenToAnotherClientThenNothing() {
		assertThat(this.handles.open(this.handles.seal(CHALLENGE, CLIENT), "another app")).isEmpty();
	}

	@Test
	void openWhenKeyIsUnknownThenNothing() {
		assertThat(handles(NOW, key()).open(this.handles.seal(CHALLENGE, CLIENT), CLIENT)).isEmpty();
	}

	@Test
	void openWhenExpiredThenNothing() {
		String handle = this.handles.seal(CHALLENGE, CLIENT);

		assertThat(handles(NOW.plus(VALIDITY), KEY).open(handle, CLIENT)).isEmpty();
		assertThat(handles(NOW.plus(VALIDITY).minusMillis(1), KEY).open(handle, CLIENT)).isPresent();
	}

	@Test
	void sealThenNothingCanBeRead() {
		String handle = this.handles.seal(CHALLENGE, CLIENT);

		String bytes = new String(Base64.getUrlDecoder().decode(handle), StandardCharsets.ISO_8859_1);
		assertThat(bytes).doesNotContain("alice", TestChallenges.SESSION, "SmsMfa");
		assertThat(handle).matches("[A-Za-z0-9_-]+");
	}

	@Test
	void sealWhenTheSameTwiceThenHandlesDiffer() {
		assertThat(this.handles.seal(CHALLENGE, CLIENT)).isNotEqualTo(this.handles.seal(CHALLENGE, CLIENT));
	}

	@Test
	void openWhenKeyWasReplacedThenOldHandlesOpen() {
		SecretKey replacement = key();
		String old = this.handles.seal(CHALLENGE, CLIENT);
		ChallengeHandles rotated = handles(NOW, replacement, KEY);

		assertThat(rotated.open(old, CLIENT)).contains(CHALLENGE);
		assertThat(handles(NOW, replacement).open(rotated.seal(CHALLENGE, CLIENT), CLIENT)).contains(CHALLENGE);
	}

	@Test
	void openWhenAnotherNodeHasTheKeyThenOpens() {
		String handle = this.handles.seal(CHALLENGE, CLIENT);

		assertThat(handles(NOW, KEY).open(handle, CLIENT)).contains(CHALLENGE);
	}

	private static ChallengeHandles handles(Instant now, SecretKey... keys) {
		return new ChallengeHandles(List.of(keys), VALIDITY, Clock.fixed(now, ZoneOffset.UTC));
	}

	private static SecretKey key() {
		byte[] bytes = new byte[32];
		new SecureRandom().nextBytes(bytes);
		return new SecretKeySpec(bytes, "AES");
	}

	private static String encode(byte[] bytes) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}

}

package io.cognitex.embedded.internal.pool;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Makes passwords for users whom an administrator creates.
 */
public final class TemporaryPasswords {

	private static final SecureRandom RANDOM = new SecureRandom();

	private static final List<String> CLASSES = List.of("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "abcdefghijklmnopqrstuvwxyz",
			"0123456789", "^$*.[]{}()?!@#%&/,<:;|_~=+-");

	private static final int LENGTH = 12;

	private TemporaryPasswords() {
	}

	/**
	 * Makes a password with characters of all classes.
	 * @param policy the rules of the pool
	 * @return a random password that follows them
	 */
	public static String generate(PasswordPolicy policy) {
		List<Character> characters = new ArrayList<>();
		for (int i = 0; i < Math.max(LENGTH, policy.minimumLength()); i++) {
			String alphabet = CLASSES.get(i % CLASSES.size());
			characters.add(alphabet.charAt(RANDOM.nextInt(alphabet.length())));
		}
		Collections.shuffle(characters, RANDOM);
		return characters.stream().map(String::valueOf).collect(Collectors.joining());
	}

	/**
	 * Until when a temporary password that is set now can be used.
	 * @param pool the pool
	 * @param clock the clock
	 * @return the time
	 */
	public static Instant expiry(UserPool pool, Clock clock) {
		return clock.instant().plus(Duration.ofDays(pool.settings().passwordPolicy().temporaryPasswordValidityDays()));
	}

}

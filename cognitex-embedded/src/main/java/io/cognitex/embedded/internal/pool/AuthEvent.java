package io.cognitex.embedded.internal.pool;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * Something that a user did and that threat protection keeps.
 *
 * @param id the identifier
 * @param number the place among the user's events, counted from the first
 * @param type what was done
 * @param passed whether it succeeded
 * @param challenges what was proven, or else what was not
 * @param createdAt when it was done
 */
public record AuthEvent(String id, long number, AuthEventType type, boolean passed, Set<Challenge> challenges,
		Instant createdAt) {

	public AuthEvent {
		challenges = challenges.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(challenges));
	}

	/**
	 * By what lists of events are sorted: the newest first.
	 * @return a key that no other event of the user has
	 */
	public String sortKey() {
		return String.format(Locale.ROOT, "%019d", Long.MAX_VALUE - this.number);
	}

	/**
	 * What was asked of the user.
	 */
	public enum Challenge {

		PASSWORD("Password"), MFA("Mfa");

		private final String wireName;

		Challenge(String wireName) {
			this.wireName = wireName;
		}

		/**
		 * The service's word.
		 * @return the value of {@code ChallengeName}
		 */
		public String wireName() {
			return this.wireName;
		}

	}

}

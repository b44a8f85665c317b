package io.cognitex.embedded.internal.pool;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Something that a user did and that threat protection keeps.
 *
 * @param id the identifier
 * @param number the place among the user's events, counted from the first
 * @param type what was done
 * @param passed whether it succeeded
 * @param challenges what was proven, or else what was not
 * @param risk what threat protection thinks of it
 * @param feedbackToken with what the user may say whether it was the user
 * @param feedback what was last said about it
 * @param createdAt when it was done
 */
public record AuthEvent(String id, long number, AuthEventType type, boolean passed, Set<Challenge> challenges,
		Risk risk, String feedbackToken, @Nullable EventFeedback feedback, Instant createdAt) {

	public AuthEvent {
		challenges = challenges.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(challenges));
	}

	AuthEvent with(EventFeedback given) {
		return new AuthEvent(this.id, this.number, this.type, this.passed, this.challenges, this.risk,
				this.feedbackToken, given, this.createdAt);
	}

	/**
	 * By what lists of events are sorted: the newest first.
	 * @return a key that no other event of the user has
	 */
	public String sortKey() {
		return String.format(Locale.ROOT, "%019d", Long.MAX_VALUE - this.number);
	}

	@Override
	public String toString() {
		return "AuthEvent[type=" + this.type + ", passed=" + this.passed + ", risk=" + this.risk + "]";
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

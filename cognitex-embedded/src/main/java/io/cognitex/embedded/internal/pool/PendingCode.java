package io.cognitex.embedded.internal.pool;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/**
 * A code that has been sent and not yet been used.
 *
 * @param code the digits
 * @param attribute the attribute that it was sent to
 * @param expiresAt when it is no longer accepted
 * @param replaced the codes that were sent before it and died when it was
 */
public record PendingCode(String code, String attribute, Instant expiresAt, Set<String> replaced) {

	public PendingCode {
		replaced = Set.copyOf(replaced);
	}

	/**
	 * The codes that die when another one is sent.
	 * @return this one, and those that it replaced
	 */
	public Set<String> dying() {
		Set<String> codes = new HashSet<>(this.replaced);
		codes.add(this.code);
		return codes;
	}

	@Override
	public String toString() {
		return "PendingCode[attribute=" + this.attribute + ", expiresAt=" + this.expiresAt + "]";
	}

}

package io.cognitex.security.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.cognitex.security.web.Interleaving.Task;
import org.jspecify.annotations.Nullable;

/**
 * The refresh tokens that a pool has issued, in the place of which one, and what became
 * of each on its way.
 */
final class IssuedLogins {

	private final List<Issued> all = new ArrayList<>();

	private final Map<String, Integer> generations = new HashMap<>();

	void clear() {
		this.all.clear();
		this.generations.clear();
	}

	/**
	 * Without rotation no refresh token is issued.
	 */
	synchronized void add(String before, @Nullable String after, @Nullable Task to) {
		if (after != null && to != null) {
			this.generations.put(after, generation(before) + 1);
			this.all.add(new Issued(before, after, to));
		}
	}

	/**
	 * What became of the answer that is under way to a request.
	 */
	synchronized void settle(@Nullable Task to, Fate fate) {
		this.all.stream()
			.filter((issued) -> issued.to == to && issued.fate == Fate.UNDER_WAY)
			.forEach((issued) -> issued.fate = fate);
	}

	/**
	 * How many refreshes there were from login to this token.
	 */
	synchronized int generation(String refreshToken) {
		return this.generations.getOrDefault(refreshToken, 0);
	}

	/**
	 * What was issued in the place of a token.
	 */
	synchronized List<Issued> inThePlaceOf(String refreshToken) {
		return this.all.stream().filter((issued) -> issued.before.equals(refreshToken)).toList();
	}

	/**
	 * In the place of which token another was issued.
	 */
	synchronized @Nullable String before(String refreshToken) {
		return this.all.stream()
			.filter((issued) -> issued.after.equals(refreshToken))
			.map((issued) -> issued.before)
			.findFirst()
			.orElse(null);
	}

	/**
	 * The newest generation that a node got and lived.
	 */
	synchronized int newestGeneration() {
		return this.all.stream().filter(Issued::isHeld).mapToInt((issued) -> generation(issued.after)).max().orElse(0);
	}

	/**
	 * A refresh token.
	 */
	static final class Issued {

		private final String before;

		private final String after;

		private final Task to;

		private Fate fate = Fate.UNDER_WAY;

		private Issued(String before, String after, Task to) {
			this.before = before;
			this.after = after;
			this.to = to;
		}

		boolean isUnderWay() {
			return this.fate == Fate.UNDER_WAY && !this.to.isDead();
		}

		/**
		 * Whether a node has got it, and has not died of it.
		 */
		boolean isHeld() {
			return this.fate == Fate.DELIVERED && !this.to.isDead();
		}

		boolean isLost() {
			return this.fate == Fate.LOST;
		}

	}

	/**
	 * What becomes of an answer.
	 */
	enum Fate {

		UNDER_WAY, DELIVERED, LOST

	}

}

package io.cognitex.embedded.internal.session;

import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;

import io.cognitex.embedded.internal.session.OneTimeStore.Entry;
import io.cognitex.embedded.internal.state.Snapshot;
import io.cognitex.embedded.internal.state.Stateful;

/**
 * The {@code SECRET_BLOCK}s of SRP. The service encrypts its side of the exchange into
 * them; here they are only the names under which it is kept.
 */
public final class SecretBlocks implements Stateful {

	private static final int BYTES = 900;

	private final OneTimeStore<SrpAttempt> store;

	private final Clock clock;

	public SecretBlocks(Clock clock) {
		this.clock = clock;
		this.store = new OneTimeStore<>(clock, BYTES, Base64.getEncoder()::encodeToString);
	}

	/**
	 * Keeps an attempt.
	 * @param attempt the attempt
	 * @param validity how long
	 * @return the secret block
	 */
	public String add(SrpAttempt attempt, Duration validity) {
		return this.store.add(attempt, validity);
	}

	/**
	 * Takes an attempt out.
	 * @param secretBlock the secret block
	 * @return the attempt, unless the block is not ours, has expired or was used
	 */
	public Optional<SrpAttempt> take(String secretBlock) {
		return this.store.find(secretBlock)
			.filter((entry) -> !entry.isExpired(this.clock.instant()) && entry.use())
			.map(Entry::value);
	}

	/**
	 * Gives an attempt back that was taken out, to be taken once more.
	 * @param secretBlock the secret block
	 */
	public void giveBack(String secretBlock) {
		this.store.find(secretBlock).ifPresent(Entry::giveBack);
	}

	@Override
	public Snapshot snapshot() {
		return this.store.snapshot();
	}

}

package io.cognitex.srp;

import java.math.BigInteger;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;

/**
 * Powers of the generator, two of which every sign-in needs. A few are computed as any
 * other power; an application that signs in often gets a table, which is worth its price
 * only then.
 *
 * <p>
 * Which entries of the table are read depends on secrets, as the steps of
 * {@link BigInteger#modPow} do: neither is for a machine on which an enemy can measure
 * the processor's caches.
 */
final class SrpGenerator {

	/** Two for each sign-in. A table costs about as much time as twenty powers. */
	private static final int POWERS_WITHOUT_TABLE = 32;

	private static final AtomicInteger powers = new AtomicInteger();

	private static volatile @Nullable SrpPowerTable table;

	private SrpGenerator() {
	}

	/**
	 * {@code g ^ exponent}.
	 * @param exponent at least zero
	 * @return the power, less than N
	 */
	static BigInteger power(BigInteger exponent) {
		SrpPowerTable table = SrpGenerator.table;
		if (exponent.bitLength() > SrpPowerTable.EXPONENT_BITS) {
			return SrpGroup.G.modPow(exponent, SrpGroup.N);
		}
		if (table != null) {
			return table.power(exponent);
		}
		// One thread makes it; the others need not wait.
		if (powers.incrementAndGet() == POWERS_WITHOUT_TABLE) {
			prepare();
		}
		return SrpGroup.G.modPow(exponent, SrpGroup.N);
	}

	/**
	 * Makes the table now.
	 */
	static void prepare() {
		if (table == null) {
			table = new SrpPowerTable();
		}
	}

}

package io.cognitex.srp;

import java.math.BigInteger;

/**
 * Powers of the generator from a table of 400 kB, some three times as fast as
 * {@link BigInteger#modPow}.
 *
 * <p>
 * The exponent is written in {@value #ROWS} rows of {@value #COLUMNS} bits, one below the
 * other. A column, read from top to bottom, says which of the powers
 * {@code g^(2^(32 * row))} belong into the product, and all products that there can be
 * are in the table. Eight columns are taken at a time, each from a table of its own that
 * is raised accordingly, so that only seven squarings are left.
 *
 * @see <a href="https://doi.org/10.1007/3-540-48658-5_11">C. H. Lim and P. J. Lee, More
 * Flexible Exponentiation with Precomputation (1994)</a>
 */
final class SrpPowerTable {

	private static final int ROWS = 8;

	private static final int COLUMNS = 32;

	private static final int TABLES = 4;

	private static final int COLUMNS_OF_A_TABLE = COLUMNS / TABLES;

	/** The longest exponent: that of {@link SrpClient} and of a hash. */
	static final int EXPONENT_BITS = ROWS * COLUMNS;

	private final BigInteger[][] tables = new BigInteger[TABLES][];

	SrpPowerTable() {
		BigInteger power = SrpGroup.G;
		BigInteger[][] rows = new BigInteger[TABLES][ROWS];
		for (int bit = 0; bit < EXPONENT_BITS; bit++) {
			if (bit % COLUMNS_OF_A_TABLE == 0) {
				rows[bit / COLUMNS_OF_A_TABLE % TABLES][bit / COLUMNS] = power;
			}
			power = SrpReduction.reduce(power.multiply(power));
		}
		for (int table = 0; table < TABLES; table++) {
			this.tables[table] = products(rows[table]);
		}
	}

	/**
	 * The product of each subset of the factors: the one of factor i if bit i is set.
	 */
	private static BigInteger[] products(BigInteger[] factors) {
		BigInteger[] products = new BigInteger[1 << factors.length];
		products[0] = BigInteger.ONE;
		for (int subset = 1; subset < products.length; subset++) {
			int highest = Integer.highestOneBit(subset);
			BigInteger factor = factors[Integer.numberOfTrailingZeros(highest)];
			products[subset] = products[subset ^ highest].multiply(factor).mod(SrpGroup.N);
		}
		return products;
	}

	BigInteger power(BigInteger exponent) {
		BigInteger power = BigInteger.ONE;
		for (int column = COLUMNS_OF_A_TABLE - 1; column >= 0; column--) {
			power = SrpReduction.reduce(power.multiply(power));
			for (int table = 0; table < TABLES; table++) {
				BigInteger product = this.tables[table][rows(exponent, table * COLUMNS_OF_A_TABLE + column)];
				power = SrpReduction.reduce(power.multiply(product));
			}
		}
		return power.mod(SrpGroup.N);
	}

	private static int rows(BigInteger exponent, int column) {
		int rows = 0;
		for (int row = 0; row < ROWS; row++) {
			if (exponent.testBit(row * COLUMNS + column)) {
				rows |= 1 << row;
			}
		}
		return rows;
	}

}

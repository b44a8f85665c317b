package io.cognitex.srp;

import java.math.BigInteger;

/**
 * Makes products shorter without a division, of which {@link BigInteger#mod} consists and
 * which takes four times as long: what stands above the bits of N is cut into pieces, and
 * for each piece its remainder is added, which was computed once.
 */
final class SrpReduction {

	private static final int MODULUS_BITS = SrpGroup.N.bitLength();

	private static final int PIECE_BITS = 512;

	private static final BigInteger LOW = mask(MODULUS_BITS);

	private static final BigInteger PIECE = mask(PIECE_BITS);

	/** {@code 2^(3072 + 512 * i) mod N}. */
	private static final BigInteger[] REMAINDERS = remainders();

	private SrpReduction() {
	}

	/**
	 * A number that leaves the same remainder.
	 * @param product the product of two numbers that this method may have returned
	 * @return less than {@code 2^3588}, not necessarily less than N
	 */
	static BigInteger reduce(BigInteger product) {
		BigInteger high = product.shiftRight(MODULUS_BITS);
		BigInteger sum = product.and(LOW);
		for (int piece = 0; high.signum() != 0; piece++) {
			sum = sum.add(high.and(PIECE).multiply(REMAINDERS[piece]));
			high = high.shiftRight(PIECE_BITS);
		}
		return sum;
	}

	private static BigInteger mask(int bits) {
		return BigInteger.ONE.shiftLeft(bits).subtract(BigInteger.ONE);
	}

	private static BigInteger[] remainders() {
		// Two numbers of 3588 bits have a product of 7176, which is eight pieces and 8
		// bits.
		BigInteger[] remainders = new BigInteger[9];
		for (int piece = 0; piece < remainders.length; piece++) {
			remainders[piece] = BigInteger.ONE.shiftLeft(MODULUS_BITS + PIECE_BITS * piece).mod(SrpGroup.N);
		}
		return remainders;
	}

}

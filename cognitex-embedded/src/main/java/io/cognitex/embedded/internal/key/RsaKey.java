package io.cognitex.embedded.internal.key;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * A private RSA key that signs with RS256. Its modulus has 2048 bits, of four primes
 * instead of two, which no verifier can tell: so it is made in a tenth of the time and
 * signs in a third of it, and both are what a test waits for. Timing is not blinded; who
 * can time this server may ask it for every code anyway.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8017#section-3.2">RFC 8017, 3.2 and
 * 5.1.2 (several primes), 9.2 (encoding)</a>
 */
final class RsaKey {

	private static final SecureRandom RANDOM = new SecureRandom();

	private static final int PRIMES = 4;

	private static final int PRIME_BITS = 512;

	private static final int MODULUS_BYTES = PRIMES * PRIME_BITS / Byte.SIZE;

	private static final BigInteger PUBLIC_EXPONENT = BigInteger.valueOf(65_537);

	/** What stands before a SHA-256 hash to say that it is one. */
	private static final byte[] DIGEST_INFO = HexFormat.of().parseHex("3031300d060960864801650304020105000420");

	private final RSAPublicKey publicKey;

	private final List<Factor> factors;

	private RsaKey(RSAPublicKey publicKey, List<Factor> factors) {
		this.publicKey = publicKey;
		this.factors = factors;
	}

	static RsaKey generate() {
		while (true) {
			BigInteger modulus = BigInteger.ONE;
			List<Factor> factors = new ArrayList<>();
			for (int i = 0; i < PRIMES; i++) {
				BigInteger prime = prime();
				factors.add(Factor.of(prime, modulus));
				modulus = modulus.multiply(prime);
			}
			if (modulus.bitLength() == PRIMES * PRIME_BITS) {
				return new RsaKey(publicKey(modulus), factors);
			}
		}
	}

	/**
	 * A prime with both highest bits set, so that the product of all is seldom too short.
	 */
	private static BigInteger prime() {
		while (true) {
			BigInteger prime = new BigInteger(PRIME_BITS, RANDOM).setBit(PRIME_BITS - 1)
				.setBit(PRIME_BITS - 2)
				.nextProbablePrime();
			if (prime.bitLength() == PRIME_BITS && prime.subtract(BigInteger.ONE).mod(PUBLIC_EXPONENT).signum() != 0) {
				return prime;
			}
		}
	}

	RSAPublicKey publicKey() {
		return this.publicKey;
	}

	private static RSAPublicKey publicKey(BigInteger modulus) {
		try {
			return (RSAPublicKey) KeyFactory.getInstance("RSA")
				.generatePublic(new RSAPublicKeySpec(modulus, PUBLIC_EXPONENT));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	byte[] sign(byte[] content) {
		BigInteger message = new BigInteger(1, encode(content));
		BigInteger signature = BigInteger.ZERO;
		for (Factor factor : this.factors) {
			signature = factor.extend(signature, message);
		}
		byte[] bytes = new byte[MODULUS_BYTES];
		byte[] number = signature.toByteArray();
		int length = Math.min(number.length, MODULUS_BYTES);
		System.arraycopy(number, number.length - length, bytes, MODULUS_BYTES - length, length);
		return bytes;
	}

	/**
	 * EMSA-PKCS1-v1_5: {@code 00 01 FF … FF 00}, and the hash.
	 */
	private static byte[] encode(byte[] content) {
		byte[] hash = sha256(content);
		byte[] encoded = new byte[MODULUS_BYTES];
		int hashAt = MODULUS_BYTES - hash.length;
		int infoAt = hashAt - DIGEST_INFO.length;
		encoded[1] = 1;
		Arrays.fill(encoded, 2, infoAt - 1, (byte) 0xFF);
		System.arraycopy(DIGEST_INFO, 0, encoded, infoAt, DIGEST_INFO.length);
		System.arraycopy(hash, 0, encoded, hashAt, hash.length);
		return encoded;
	}

	private static byte[] sha256(byte[] content) {
		try {
			return MessageDigest.getInstance("SHA-256").digest(content);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * One of the primes.
	 *
	 * @param prime the prime
	 * @param exponent the private exponent for it
	 * @param before the product of the primes before it
	 * @param coefficient the inverse of that product modulo the prime
	 */
	private record Factor(BigInteger prime, BigInteger exponent, BigInteger before, BigInteger coefficient) {

		static Factor of(BigInteger prime, BigInteger before) {
			return new Factor(prime, PUBLIC_EXPONENT.modInverse(prime.subtract(BigInteger.ONE)), before,
					before.modInverse(prime));
		}

		/**
		 * The signature modulo this and all primes before, from that modulo those before.
		 */
		BigInteger extend(BigInteger signature, BigInteger message) {
			BigInteger own = message.mod(this.prime).modPow(this.exponent, this.prime);
			return own.subtract(signature)
				.multiply(this.coefficient)
				.mod(this.prime)
				.multiply(this.before)
				.add(signature);
		}

		@Override
		public String toString() {
			return "Factor[]";
		}

	}

}

package io.cognitex.embedded.internal.srp;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;

import org.jspecify.annotations.Nullable;

/**
 * What the pool keeps of a password: a salt, and the hash {@code x} of pool, user and
 * password. The verifier that SRP needs is computed when it is first asked for, so that
 * ten thousand users are made in no time.
 */
public final class SrpPassword {

	private static final SecureRandom RANDOM = new SecureRandom();

	private static final int SALT_BYTES = 16;

	private final String poolName;

	private final String userId;

	private final BigInteger salt;

	private final BigInteger x;

	private volatile @Nullable BigInteger verifier;

	private SrpPassword(String poolName, String userId, BigInteger salt, BigInteger x) {
		this.poolName = poolName;
		this.userId = userId;
		this.salt = salt;
		this.x = x;
	}

	/**
	 * Hashes a password with a fresh salt.
	 * @param poolName the part of the pool's id after the first underscore
	 * @param userId the user's canonical name, {@code USER_ID_FOR_SRP}
	 * @param password the password
	 * @return what to keep
	 */
	public static SrpPassword of(String poolName, String userId, String password) {
		byte[] salt = new byte[SALT_BYTES];
		RANDOM.nextBytes(salt);
		return of(poolName, userId, password, new BigInteger(1, salt));
	}

	static SrpPassword of(String poolName, String userId, String password, BigInteger salt) {
		return new SrpPassword(poolName, userId, salt, x(poolName, userId, password, salt));
	}

	/**
	 * A stand-in for a user who does not exist: the salt is a function of the seed, the
	 * password is one that nobody knows.
	 * @param poolName the part of the pool's id after the first underscore
	 * @param userId the name that the caller is given
	 * @param seed 32 bytes, the same for the same name and pool
	 * @return a password that nothing matches
	 */
	public static SrpPassword simulated(String poolName, String userId, byte[] seed) {
		byte[] random = new byte[32];
		RANDOM.nextBytes(random);
		return new SrpPassword(poolName, userId, new BigInteger(1, seed).shiftRight(Byte.SIZE * (32 - SALT_BYTES)),
				new BigInteger(1, random));
	}

	/**
	 * A secret of which only the verifier is known, as clients register it for their
	 * devices.
	 * @param groupKey what goes into the proof in the place of the pool
	 * @param userId what goes into the proof in the place of the user
	 * @param salt the salt
	 * @param verifier the verifier
	 * @return what to keep
	 */
	public static SrpPassword ofVerifier(String groupKey, String userId, BigInteger salt, BigInteger verifier) {
		SrpPassword secret = simulated(groupKey, userId, new byte[32]);
		SrpPassword kept = new SrpPassword(groupKey, userId, salt, secret.x);
		kept.verifier = verifier;
		return kept;
	}

	private static BigInteger x(String poolName, String userId, String password, BigInteger salt) {
		byte[] identity = (poolName + userId + ":" + password).getBytes(StandardCharsets.UTF_8);
		return SrpGroup.hash(salt.toByteArray(), SrpGroup.digest(identity));
	}

	/**
	 * Whether a password is this one, in time that does not depend on the answer.
	 * @param password the password to try
	 * @return whether it matches
	 */
	public boolean matches(String password) {
		BigInteger candidate = x(this.poolName, this.userId, password, this.salt);
		return MessageDigest.isEqual(candidate.toByteArray(), this.x.toByteArray());
	}

	String poolName() {
		return this.poolName;
	}

	String userId() {
		return this.userId;
	}

	BigInteger salt() {
		return this.salt;
	}

	BigInteger verifier() {
		BigInteger verifier = this.verifier;
		if (verifier == null) {
			verifier = SrpGroup.G.modPow(this.x, SrpGroup.N);
			this.verifier = verifier;
		}
		return verifier;
	}

}

package io.cognitex.benchmarks;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Cognito's side of SRP for one user, and the hashes that both sides share. Made before
 * the measurement and never measured; it also tells whether a client's key is right.
 */
final class SrpServer {

	/** The 3,072-bit group of RFC 3526, section 4. */
	static final BigInteger N = new BigInteger(
			"FFFFFFFFFFFFFFFFC90FDAA22168C234C4C6628B80DC1CD129024E088A67CC74020BBEA63B139B22514A08798E3404DD"
					+ "EF9519B3CD3A431B302B0A6DF25F14374FE1356D6D51C245E485B576625E7EC6F44C42E9A637ED6B0BFF5CB6F406B7ED"
					+ "EE386BFB5A899FA5AE9F24117C4B1FE649286651ECE45B3DC2007CB8A163BF0598DA48361C55D39A69163FA8FD24CF5F"
					+ "83655D23DCA3AD961C62F356208552BB9ED529077096966D670C354E4ABC9804F1746C08CA18217C32905E462E36CE3B"
					+ "E39E772C180E86039B2783A2EC07A28FB5C55DF06F4C52C9DE2BCBF6955817183995497CEA956AE515D2261898FA0510"
					+ "15728E5A8AAAC42DAD33170D04507A33A85521ABDF1CBA64ECFB850458DBEF0A8AEA71575D060C7DB3970F85A6E1E4C7"
					+ "ABF5AE8CDB0933D71E8C94E04A25619DCEE3D2261AD2EE6BF12FFA06D98A0864D87602733EC86A64521F2B18177B200C"
					+ "BBE117577A615D6C770988C0BAD946E208E24FA074E5AB3143DB5BFCE0FD108E4B82D120A93AD2CAFFFFFFFFFFFFFFFF",
			16);

	static final BigInteger G = BigInteger.TWO;

	static final BigInteger K = new BigInteger(1, sha256(N.toByteArray(), G.toByteArray()));

	private static final byte[] KEY_INFO = "Caldera Derived Key\u0001".getBytes(StandardCharsets.US_ASCII);

	private final String poolName;

	private final String userId;

	private final BigInteger salt;

	private final BigInteger verifier;

	private final BigInteger privateValue;

	private final BigInteger publicValue;

	SrpServer(String poolName, String userId, String password) {
		SecureRandom random = new SecureRandom();
		this.poolName = poolName;
		this.userId = userId;
		this.salt = new BigInteger(128, random);
		this.verifier = G.modPow(passwordExponent(poolName, userId, password, this.salt), N);
		this.privateValue = new BigInteger(256, random);
		this.publicValue = K.multiply(this.verifier).add(G.modPow(this.privateValue, N)).mod(N);
	}

	BigInteger salt() {
		return this.salt;
	}

	BigInteger publicValue() {
		return this.publicValue;
	}

	boolean accepts(BigInteger clientPublicValue, byte[] secretBlock, String timestamp, byte[] signature) {
		BigInteger u = scramblingParameter(clientPublicValue, this.publicValue);
		BigInteger s = clientPublicValue.multiply(this.verifier.modPow(u, N)).modPow(this.privateValue, N);
		return Arrays.equals(sign(deriveKey(s, u), this.poolName, this.userId, secretBlock, timestamp), signature);
	}

	static BigInteger scramblingParameter(BigInteger clientPublicValue, BigInteger serverPublicValue) {
		return new BigInteger(1, sha256(clientPublicValue.toByteArray(), serverPublicValue.toByteArray()));
	}

	static BigInteger passwordExponent(String poolName, String userId, String password, BigInteger salt) {
		byte[] identity = sha256(utf8(poolName + userId + ":" + password));
		return new BigInteger(1, sha256(salt.toByteArray(), identity));
	}

	static byte[] deriveKey(BigInteger s, BigInteger u) {
		byte[] pseudoRandomKey = hmac(u.toByteArray(), s.toByteArray());
		return Arrays.copyOf(hmac(pseudoRandomKey, KEY_INFO), 16);
	}

	static byte[] sign(byte[] key, String poolName, String userId, byte[] secretBlock, String timestamp) {
		return hmac(key, utf8(poolName), utf8(userId), secretBlock, utf8(timestamp));
	}

	private static byte[] hmac(byte[] key, byte[]... parts) {
		try {
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(new SecretKeySpec(key, "HmacSHA256"));
			for (byte[] part : parts) {
				mac.update(part);
			}
			return mac.doFinal();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static byte[] sha256(byte[]... parts) {
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			for (byte[] part : parts) {
				digest.update(part);
			}
			return digest.digest();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static byte[] utf8(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}

package io.cognitex.embedded.internal.key;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * An RSA key with its {@code kid}. The key itself is taken from the stock when it is
 * first used.
 */
public final class SigningKey {

	private static final SecureRandom RANDOM = new SecureRandom();

	private static final String ALGORITHM = "SHA256withRSA";

	private final String id;

	private @Nullable RsaKey key;

	SigningKey() {
		byte[] random = new byte[32];
		RANDOM.nextBytes(random);
		this.id = Base64.getEncoder().encodeToString(random);
	}

	/**
	 * The {@code kid}: 32 random bytes in Base64, as the service's look.
	 * @return the identifier
	 */
	public String id() {
		return this.id;
	}

	/**
	 * Signs with RS256.
	 * @param content what to sign
	 * @return the signature
	 */
	public byte[] sign(byte[] content) {
		return key().sign(content);
	}

	/**
	 * Whether this key has made a signature.
	 * @param content what was signed
	 * @param signed the signature
	 * @return whether it has
	 */
	public boolean verifies(byte[] content, byte[] signed) {
		try {
			Signature signature = Signature.getInstance(ALGORITHM);
			signature.initVerify(key().publicKey());
			signature.update(content);
			return signature.verify(signed);
		}
		catch (GeneralSecurityException ex) {
			// A signature of the wrong length is no signature.
			return false;
		}
	}

	Map<String, String> jwk() {
		RSAPublicKey key = key().publicKey();
		Map<String, String> jwk = new LinkedHashMap<>();
		jwk.put("alg", "RS256");
		jwk.put("e", encode(key.getPublicExponent()));
		jwk.put("kid", this.id);
		jwk.put("kty", "RSA");
		jwk.put("n", encode(key.getModulus()));
		jwk.put("use", "sig");
		return jwk;
	}

	synchronized void giveBack() {
		KeyStock.giveBack(this.key);
		this.key = null;
	}

	private synchronized RsaKey key() {
		RsaKey key = this.key;
		if (key == null) {
			key = KeyStock.take();
			this.key = key;
		}
		return key;
	}

	private static String encode(BigInteger value) {
		byte[] bytes = value.toByteArray();
		int sign = (bytes[0] == 0) ? 1 : 0;
		return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOfRange(bytes, sign, bytes.length));
	}

}

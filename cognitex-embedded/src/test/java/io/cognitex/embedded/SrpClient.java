package io.cognitex.embedded;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The client's half of SRP, written from the description of the protocol and by another
 * method than the server's: numbers are padded hexadecimal strings, as the JavaScript
 * library has them, and the key is computed from {@code B - k * g^x}.
 */
final class SrpClient {

	static final String TIMESTAMP = "Tue Mar 3 04:05:06 UTC 2026";

	static final BigInteger N = new BigInteger(
			"ffffffffffffffffc90fdaa22168c234c4c6628b80dc1cd129024e088a67cc74020bbea63b139b22514a08798e3404dd"
					+ "ef9519b3cd3a431b302b0a6df25f14374fe1356d6d51c245e485b576625e7ec6f44c42e9a637ed6b0bff5cb6f406b7ed"
					+ "ee386bfb5a899fa5ae9f24117c4b1fe649286651ece45b3dc2007cb8a163bf0598da48361c55d39a69163fa8fd24cf5f"
					+ "83655d23dca3ad961c62f356208552bb9ed529077096966d670c354e4abc9804f1746c08ca18217c32905e462e36ce3b"
					+ "e39e772c180e86039b2783a2ec07a28fb5c55df06f4c52c9de2bcbf6955817183995497cea956ae515d2261898fa0510"
					+ "15728e5a8aaac42dad33170d04507a33a85521abdf1cba64ecfb850458dbef0a8aea71575d060c7db3970f85a6e1e4c7"
					+ "abf5ae8cdb0933d71e8c94e04a25619dcee3d2261ad2ee6bf12ffa06d98a0864d87602733ec86a64521f2b18177b200c"
					+ "bbe117577a615d6c770988c0bad946e208e24fa074e5ab3143db5bfce0fd108e4b82d120a93ad2caffffffffffffffff",
			16);

	private static final BigInteger G = BigInteger.valueOf(2);

	private final BigInteger a = new BigInteger(512, new SecureRandom());

	private final BigInteger publicValue = G.modPow(this.a, N);

	String publicValue() {
		return this.publicValue.toString(16);
	}

	/**
	 * The responses to a {@code PASSWORD_VERIFIER} challenge.
	 */
	Map<String, String> responses(String userPoolId, Map<String, String> challenge, String password) {
		return responses(userPoolId, challenge, password, TIMESTAMP);
	}

	Map<String, String> responses(String userPoolId, Map<String, String> challenge, String password, String timestamp) {
		String poolName = userPoolId.split("_", 2)[1];
		String user = challenge.get("USER_ID_FOR_SRP");
		BigInteger serverPublic = new BigInteger(challenge.get("SRP_B"), 16);
		BigInteger u = hexHash(padHex(this.publicValue) + padHex(serverPublic));
		String identity = HexFormat.of()
			.formatHex(sha256((poolName + user + ":" + password).getBytes(StandardCharsets.UTF_8)));
		BigInteger x = hexHash(padHex(new BigInteger(challenge.get("SALT"), 16)) + identity);
		BigInteger k = hexHash(padHex(N) + padHex(G));
		BigInteger base = serverPublic.subtract(k.multiply(G.modPow(x, N)));
		BigInteger secret = base.mod(N).modPow(this.a.add(u.multiply(x)), N);
		byte[] key = key(secret, u);
		byte[] message = concat(poolName.getBytes(StandardCharsets.UTF_8), user.getBytes(StandardCharsets.UTF_8),
				Base64.getDecoder().decode(challenge.get("SECRET_BLOCK")), timestamp.getBytes(StandardCharsets.UTF_8));
		return Map.of("USERNAME", user, "TIMESTAMP", timestamp, "PASSWORD_CLAIM_SECRET_BLOCK",
				challenge.get("SECRET_BLOCK"), "PASSWORD_CLAIM_SIGNATURE",
				Base64.getEncoder().encodeToString(hmac(key, message)));
	}

	/**
	 * The verifier that a client registers for its device.
	 */
	static BigInteger deviceVerifier(String groupKey, String deviceKey, String secret, BigInteger salt) {
		String identity = HexFormat.of()
			.formatHex(sha256((groupKey + deviceKey + ":" + secret).getBytes(StandardCharsets.UTF_8)));
		return G.modPow(hexHash(padHex(salt) + identity), N);
	}

	/**
	 * The responses to a {@code DEVICE_PASSWORD_VERIFIER} challenge.
	 */
	Map<String, String> deviceResponses(String groupKey, Map<String, String> challenge, String secret) {
		Map<String, String> forDevice = new HashMap<>(challenge);
		forDevice.put("USER_ID_FOR_SRP", challenge.get("DEVICE_KEY"));
		Map<String, String> responses = new HashMap<>(responses("_" + groupKey, forDevice, secret));
		responses.put("USERNAME", challenge.get("USERNAME"));
		responses.put("DEVICE_KEY", challenge.get("DEVICE_KEY"));
		return responses;
	}

	private static byte[] key(BigInteger secret, BigInteger u) {
		byte[] prk = hmac(HexFormat.of().parseHex(padHex(u)), HexFormat.of().parseHex(padHex(secret)));
		byte[] info = concat("Caldera Derived Key".getBytes(StandardCharsets.US_ASCII), new byte[] { 1 });
		return Arrays.copyOf(hmac(prk, info), 16);
	}

	private static String padHex(BigInteger value) {
		String hex = value.toString(16).toLowerCase(Locale.ROOT);
		if (hex.length() % 2 == 1) {
			return "0" + hex;
		}
		return ("89abcdef".indexOf(hex.charAt(0)) >= 0) ? "00" + hex : hex;
	}

	private static BigInteger hexHash(String hex) {
		return new BigInteger(HexFormat.of().formatHex(sha256(HexFormat.of().parseHex(hex))), 16);
	}

	private static byte[] sha256(byte[] content) {
		try {
			return MessageDigest.getInstance("SHA-256").digest(content);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static byte[] hmac(byte[] key, byte[] content) {
		try {
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(new SecretKeySpec(key, "HmacSHA256"));
			return mac.doFinal(content);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static byte[] concat(byte[]... parts) {
		byte[] all = new byte[0];
		for (byte[] part : parts) {
			int length = all.length;
			all = Arrays.copyOf(all, length + part.length);
			System.arraycopy(part, 0, all, length, part.length);
		}
		return all;
	}

}

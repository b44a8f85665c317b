package io.cognitex;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An authenticator with a real P-256 key and attestation format {@code none}, with its
 * CBOR written by hand.
 */
final class TestAuthenticator {

	private static final Pattern CHALLENGE = Pattern.compile("\"challenge\":\"([^\"]+)\"");

	private static final int PRESENT_AND_VERIFIED = 0x05;

	private static final int ATTESTED = 0x40;

	private final byte[] credentialId = new byte[16];

	private final KeyPair keys;

	private final String relyingPartyId;

	private final String origin;

	private int signatures;

	TestAuthenticator(String relyingPartyId, String origin, int number) {
		this.relyingPartyId = relyingPartyId;
		this.origin = origin;
		Arrays.fill(this.credentialId, (byte) number);
		try {
			KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
			generator.initialize(new ECGenParameterSpec("secp256r1"));
			this.keys = generator.generateKeyPair();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * The {@code RegistrationResponseJSON}.
	 * @param creationOptions what Cognito sent
	 */
	String register(String creationOptions) {
		byte[] data = concat(authenticatorData(PRESENT_AND_VERIFIED | ATTESTED), new byte[16],
				new byte[] { 0, (byte) this.credentialId.length }, this.credentialId, publicKey());
		byte[] attestation = concat(new byte[] { (byte) 0xa3 }, text("fmt"), text("none"), text("attStmt"),
				new byte[] { (byte) 0xa0 }, text("authData"),
				new byte[] { 0x59, (byte) (data.length >> 8), (byte) data.length }, data);
		return """
				{"id":"%1$s","rawId":"%1$s","type":"public-key","authenticatorAttachment":"platform",\
				"clientExtensionResults":{},"response":{"clientDataJSON":"%2$s","attestationObject":"%3$s",\
				"transports":["internal"]}}""".formatted(base64(this.credentialId),
				base64(clientData("webauthn.create", challenge(creationOptions))), base64(attestation));
	}

	/**
	 * The {@code AuthenticationResponseJSON}.
	 * @param requestOptions what Cognito sent
	 */
	String authenticate(String requestOptions) {
		this.signatures++;
		byte[] clientData = clientData("webauthn.get", challenge(requestOptions));
		byte[] data = authenticatorData(PRESENT_AND_VERIFIED);
		return """
				{"id":"%1$s","rawId":"%1$s","type":"public-key","clientExtensionResults":{},"response":{\
				"clientDataJSON":"%2$s","authenticatorData":"%3$s","signature":"%4$s"}}""".formatted(
				base64(this.credentialId), base64(clientData), base64(data),
				base64(sign(concat(data, sha256(clientData)))));
	}

	private static String challenge(String options) {
		Matcher matcher = CHALLENGE.matcher(options);
		assertThat(matcher.find()).isTrue();
		return matcher.group(1);
	}

	private byte[] clientData(String type, String challenge) {
		return """
				{"type":"%s","challenge":"%s","origin":"%s","crossOrigin":false}"""
			.formatted(type, challenge, this.origin)
			.getBytes(StandardCharsets.UTF_8);
	}

	private byte[] authenticatorData(int flags) {
		return concat(sha256(this.relyingPartyId.getBytes(StandardCharsets.UTF_8)), new byte[] { (byte) flags },
				ByteBuffer.allocate(4).putInt(this.signatures).array());
	}

	/**
	 * COSE: kty 2, alg -7, crv 1, x, y.
	 */
	private byte[] publicKey() {
		ECPublicKey key = (ECPublicKey) this.keys.getPublic();
		return concat(new byte[] { (byte) 0xa5, 1, 2, 3, 0x26, 0x20, 1, 0x21, 0x58, 32 },
				coordinate(key.getW().getAffineX()), new byte[] { 0x22, 0x58, 32 },
				coordinate(key.getW().getAffineY()));
	}

	private static byte[] coordinate(BigInteger number) {
		byte[] bytes = number.toByteArray();
		byte[] fixed = new byte[32];
		int length = Math.min(32, bytes.length);
		System.arraycopy(bytes, bytes.length - length, fixed, 32 - length, length);
		return fixed;
	}

	private byte[] sign(byte[] content) {
		try {
			Signature signature = Signature.getInstance("SHA256withECDSA");
			signature.initSign(this.keys.getPrivate());
			signature.update(content);
			return signature.sign();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static byte[] sha256(byte[] content) {
		try {
			return MessageDigest.getInstance("SHA-256").digest(content);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static byte[] text(String text) {
		return concat(new byte[] { (byte) (0x60 | text.length()) }, text.getBytes(StandardCharsets.US_ASCII));
	}

	private static byte[] concat(byte[]... parts) {
		ByteArrayOutputStream all = new ByteArrayOutputStream();
		for (byte[] part : parts) {
			all.writeBytes(part);
		}
		return all.toByteArray();
	}

	private static String base64(byte[] bytes) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}

}

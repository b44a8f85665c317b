package io.cognitex.embedded.internal.srp;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * One proof of a password: the client has sent {@code A}, we send {@code salt} and
 * {@code B}, the client signs with the key that only the password gives.
 */
public final class SrpExchange {

	private static final SecureRandom RANDOM = new SecureRandom();

	private static final int PRIVATE_BITS = 256;

	private static final int KEY_BYTES = 16;

	private static final byte[] KEY_INFO = "Caldera Derived Key\u0001".getBytes(StandardCharsets.UTF_8);

	private final SrpPassword password;

	private final BigInteger clientPublic;

	private final BigInteger serverPrivate;

	private final BigInteger serverPublic;

	private SrpExchange(SrpPassword password, BigInteger clientPublic, BigInteger serverPrivate,
			BigInteger serverPublic) {
		this.password = password;
		this.clientPublic = clientPublic;
		this.serverPrivate = serverPrivate;
		this.serverPublic = serverPublic;
	}

	/**
	 * Answers the client's public value.
	 * @param password what is kept of the user's password
	 * @param clientPublicHex {@code SRP_A}
	 * @return the exchange, or empty if the value is not a hexadecimal number or is zero
	 * modulo N, with which anybody would know the key
	 */
	public static Optional<SrpExchange> begin(SrpPassword password, String clientPublicHex) {
		if (!clientPublicHex.matches("[0-9a-fA-F]{1,1024}")) {
			return Optional.empty();
		}
		BigInteger clientPublic = new BigInteger(clientPublicHex, 16);
		if (clientPublic.mod(SrpGroup.N).signum() == 0) {
			return Optional.empty();
		}
		while (true) {
			SrpExchange exchange = with(password, clientPublic, new BigInteger(PRIVATE_BITS, RANDOM));
			if (exchange.serverPublic.signum() != 0 && exchange.u().signum() != 0) {
				return Optional.of(exchange);
			}
		}
	}

	static SrpExchange with(SrpPassword password, BigInteger clientPublic, BigInteger serverPrivate) {
		BigInteger serverPublic = SrpGroup.K.multiply(password.verifier())
			.add(SrpGroup.G.modPow(serverPrivate, SrpGroup.N))
			.mod(SrpGroup.N);
		return new SrpExchange(password, clientPublic, serverPrivate, serverPublic);
	}

	/**
	 * The salt as the challenge carries it.
	 * @return hexadecimal
	 */
	public String salt() {
		return this.password.salt().toString(16);
	}

	/**
	 * {@code SRP_B}.
	 * @return hexadecimal
	 */
	public String serverPublic() {
		return this.serverPublic.toString(16);
	}

	/**
	 * {@code USER_ID_FOR_SRP}.
	 * @return the name that goes into the proof
	 */
	public String userId() {
		return this.password.userId();
	}

	/**
	 * Whether a signature proves that its maker knows the password.
	 * @param secretBlock the challenge's secret block, decoded
	 * @param timestamp the time as the client has sent it
	 * @param signature the client's signature in Base64
	 * @return whether it does
	 */
	public boolean proves(byte[] secretBlock, String timestamp, String signature) {
		byte[] expected = hmac(key(), this.password.poolName().getBytes(StandardCharsets.UTF_8),
				this.password.userId().getBytes(StandardCharsets.UTF_8), secretBlock,
				timestamp.getBytes(StandardCharsets.UTF_8));
		return MessageDigest.isEqual(Base64.getEncoder().encode(expected), signature.getBytes(StandardCharsets.UTF_8));
	}

	byte[] key() {
		byte[] pseudoRandomKey = hmac(u().toByteArray(), sharedSecret().toByteArray());
		return Arrays.copyOf(hmac(pseudoRandomKey, KEY_INFO), KEY_BYTES);
	}

	BigInteger u() {
		return SrpGroup.hash(this.clientPublic.toByteArray(), this.serverPublic.toByteArray());
	}

	BigInteger sharedSecret() {
		return this.password.verifier()
			.modPow(u(), SrpGroup.N)
			.multiply(this.clientPublic)
			.modPow(this.serverPrivate, SrpGroup.N);
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

}

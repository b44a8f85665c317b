package io.cognitex.srp;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;

/**
 * The client's half of one SRP sign-in: first send {@link #publicValue()}, then answer
 * Cognito's challenge with {@link #prove}. The password never leaves this process.
 *
 * <p>
 * An object is for one sign-in; make a new one for the next. It does not change after it
 * was made, so threads may share it.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5054#section-2.5">RFC 5054, section
 * 2.5</a>, from which Cognito's variant differs in the generator, the padding and the
 * signature
 */
public final class SrpClient {

	/**
	 * RFC 5054 (section 2.5.4) asks for at least 256 bits. More would only be slower: the
	 * group itself is worth 128 bits of security (RFC 3526, section 8), and finding an
	 * exponent of 256 bits takes 2^128 steps.
	 */
	private static final int PRIVATE_VALUE_BITS = 256;

	/** After so many the time of a sign-in hardly shrinks any more. */
	private static final int WARM_UP_SIGN_INS = 20;

	private static final byte[] KEY_INFO = "Caldera Derived Key".getBytes(StandardCharsets.US_ASCII);

	private static final SecureRandom RANDOM = new SecureRandom();

	private final BigInteger privateValue;

	private final BigInteger publicValue;

	SrpClient(BigInteger privateValue) {
		this.privateValue = privateValue;
		this.publicValue = SrpGenerator.power(privateValue);
	}

	/**
	 * Begins a sign-in with a new random private value.
	 * @return the client's half
	 */
	public static SrpClient create() {
		// the top bit is set, so that the value is never small
		return new SrpClient(new BigInteger(PRIVATE_VALUE_BITS, RANDOM).setBit(PRIVATE_VALUE_BITS - 1));
	}

	/**
	 * Does in advance what the first sign-ins of a process would wait for: the JVM
	 * compiles the arithmetic, and a table of 400 kB is made, which an application that
	 * signs in often gets in any case. It takes the processor up to a second; call it
	 * once, from a thread in the background.
	 */
	public static void warmUp() {
		SrpGenerator.prepare();
		SrpIdentity nobody = SrpIdentity.ofUser("", "", "");
		SrpChallenge challenge = SrpChallenge.of("1", SrpGroup.K.toString(16), "AAAA");
		for (int i = 0; i < WARM_UP_SIGN_INS; i++) {
			create().prove(nobody, challenge, Instant.EPOCH);
		}
	}

	/**
	 * What SRP calls A.
	 * @return {@code SRP_A}, hexadecimal
	 */
	public String publicValue() {
		return this.publicValue.toString(16);
	}

	/**
	 * Answers the challenge.
	 * @param identity who signs in
	 * @param challenge what Cognito sent
	 * @param time now; Cognito refuses a time that is far from its own
	 * @return the proof that the password is known
	 * @throws SrpException if the challenge cannot be answered safely
	 */
	public SrpProof prove(SrpIdentity identity, SrpChallenge challenge, Instant time) {
		String timestamp = SrpTimestamp.format(time);
		byte[] signature = identity.sign(key(identity, challenge), challenge.secretBlockBytes(), timestamp);
		return new SrpProof(Base64.getEncoder().encodeToString(signature), challenge.secretBlock(), timestamp);
	}

	byte[] key(SrpIdentity identity, SrpChallenge challenge) {
		BigInteger u = scramble(challenge);
		BigInteger secret = premasterSecret(identity.privateKey(challenge.salt()), u, challenge.serverPublicValue());
		return SrpHash.hkdf(secret.toByteArray(), u.toByteArray(), KEY_INFO);
	}

	BigInteger scramble(SrpChallenge challenge) {
		return SrpHash.integer(this.publicValue.toByteArray(), challenge.serverPublicValue().toByteArray());
	}

	/**
	 * What SRP calls S: {@code (B - k * g^x) ^ (a + u * x)}.
	 */
	BigInteger premasterSecret(BigInteger x, BigInteger u, BigInteger serverPublicValue) {
		if (u.signum() == 0) {
			throw new SrpException("The scrambling parameter u must not be zero");
		}
		BigInteger verifier = SrpGenerator.power(x);
		BigInteger base = serverPublicValue.subtract(SrpGroup.K.multiply(verifier)).mod(SrpGroup.N);
		return base.modPow(this.privateValue.add(u.multiply(x)), SrpGroup.N);
	}

	@Override
	public String toString() {
		return "[protected]";
	}

}

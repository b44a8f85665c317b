package io.cognitex.srp;

import java.math.BigInteger;
import java.util.Base64;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * What Cognito sends with {@code PASSWORD_VERIFIER} or {@code DEVICE_PASSWORD_VERIFIER}.
 */
public final class SrpChallenge {

	/** N has 768 hexadecimal digits; a zero may stand before them. */
	private static final Pattern HEX = Pattern.compile("[0-9a-fA-F]{1,770}");

	private final BigInteger salt;

	private final BigInteger serverPublicValue;

	private final String secretBlock;

	private SrpChallenge(BigInteger salt, BigInteger serverPublicValue, String secretBlock) {
		this.salt = salt;
		this.serverPublicValue = serverPublicValue;
		this.secretBlock = secretBlock;
	}

	/**
	 * The challenge from its parameters, as they stand in {@code ChallengeParameters}.
	 * @param salt {@code SALT}, hexadecimal
	 * @param serverPublicValue {@code SRP_B}, hexadecimal
	 * @param secretBlock {@code SECRET_BLOCK}, Base64
	 * @return the challenge
	 * @throws SrpException if one of them is missing or malformed, or B is a multiple of
	 * N, with which a server that does not know the password would get away
	 */
	public static SrpChallenge of(@Nullable String salt, @Nullable String serverPublicValue,
			@Nullable String secretBlock) {
		BigInteger b = integer("SRP_B", serverPublicValue);
		if (b.mod(SrpGroup.N).signum() == 0) {
			throw new SrpException("SRP_B must not be a multiple of N");
		}
		return new SrpChallenge(integer("SALT", salt), b, base64(secretBlock));
	}

	private static BigInteger integer(String parameter, @Nullable String hex) {
		if (hex == null || !HEX.matcher(hex).matches()) {
			throw new SrpException(parameter + " is missing or not hexadecimal");
		}
		return new BigInteger(hex, 16);
	}

	private static String base64(@Nullable String text) {
		try {
			if (text != null && Base64.getDecoder().decode(text).length > 0) {
				return text;
			}
		}
		catch (IllegalArgumentException ex) {
			// as good as missing
		}
		throw new SrpException("SECRET_BLOCK is missing or not Base64");
	}

	BigInteger salt() {
		return this.salt;
	}

	BigInteger serverPublicValue() {
		return this.serverPublicValue;
	}

	String secretBlock() {
		return this.secretBlock;
	}

	byte[] secretBlockBytes() {
		return Base64.getDecoder().decode(this.secretBlock);
	}

	@Override
	public String toString() {
		return "[protected]";
	}

}

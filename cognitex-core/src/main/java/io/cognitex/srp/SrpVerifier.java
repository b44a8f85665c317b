package io.cognitex.srp;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * What lets Cognito check a device that is to be remembered, without the device's secret:
 * the {@code DeviceSecretVerifierConfig} of {@code ConfirmDevice}. Keep the device's
 * group key, key and secret, for {@link SrpIdentity#ofDevice} at the next sign-in; who
 * has them needs no second factor.
 *
 * <pre class="code">
 * String secret = SrpVerifier.newDeviceSecret();
 * SrpVerifier verifier = SrpVerifier.of(SrpIdentity.ofDevice(deviceGroupKey, deviceKey, secret));
 * // ConfirmDevice: AccessToken, DeviceKey, DeviceSecretVerifierConfig: PasswordVerifier, Salt
 * </pre>
 *
 * @param passwordVerifier {@code PasswordVerifier}, Base64
 * @param salt {@code Salt}, Base64
 * @see <a href=
 * "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ConfirmDevice.html">ConfirmDevice</a>
 */
public record SrpVerifier(String passwordVerifier, String salt) {

	private static final int SALT_BITS = 128;

	/** As many bytes as other clients of Cognito take. */
	private static final int DEVICE_SECRET_BYTES = 40;

	private static final SecureRandom RANDOM = new SecureRandom();

	/**
	 * The verifier of a device, with a new random salt.
	 * @param device the device and its secret
	 * @return the verifier
	 */
	public static SrpVerifier of(SrpIdentity device) {
		return of(device, new BigInteger(SALT_BITS, RANDOM));
	}

	static SrpVerifier of(SrpIdentity device, BigInteger salt) {
		BigInteger verifier = SrpGenerator.power(device.privateKey(salt));
		return new SrpVerifier(base64(verifier.toByteArray()), base64(salt.toByteArray()));
	}

	/**
	 * A new random secret for a device.
	 * @return the secret, Base64
	 */
	public static String newDeviceSecret() {
		byte[] secret = new byte[DEVICE_SECRET_BYTES];
		RANDOM.nextBytes(secret);
		return base64(secret);
	}

	private static String base64(byte[] bytes) {
		return Base64.getEncoder().encodeToString(bytes);
	}

	/**
	 * Without the values: a verifier is good for guessing secrets.
	 */
	@Override
	public String toString() {
		return "[protected]";
	}

}

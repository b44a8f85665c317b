package io.cognitex.srp;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;

/**
 * Who proves to know which password: a user of a pool, or a remembered device.
 * {@link #toString()} does not show the password.
 */
public final class SrpIdentity {

	private final String realm;

	private final String name;

	private final String password;

	private SrpIdentity(String realm, String name, String password) {
		this.realm = realm;
		this.name = name;
		this.password = password;
	}

	/**
	 * A user.
	 * @param poolName the pool's id without the region, such as {@code AbCdEfGhI}
	 * @param userIdForSrp the parameter {@code USER_ID_FOR_SRP} of the challenge: not the
	 * e-mail address or whatever else was typed
	 * @param password as it was typed
	 * @return the identity
	 */
	public static SrpIdentity ofUser(String poolName, String userIdForSrp, String password) {
		return new SrpIdentity(poolName, userIdForSrp, password);
	}

	/**
	 * A remembered device.
	 * @param deviceGroupKey as Cognito sent it, with the hyphen that it begins with
	 * @param deviceKey such as {@code us-east-1_a1b2c3d4-5678-90ab-cdef-111122223333}
	 * @param deviceSecret the secret that this client chose when it confirmed the device
	 * @return the identity
	 */
	public static SrpIdentity ofDevice(String deviceGroupKey, String deviceKey, String deviceSecret) {
		return new SrpIdentity(deviceGroupKey, deviceKey, deviceSecret);
	}

	/**
	 * The private key that SRP calls x.
	 */
	BigInteger privateKey(BigInteger salt) {
		byte[] inner = SrpHash.sha256(utf8(this.realm), utf8(this.name), utf8(":"), utf8(this.password));
		return SrpHash.integer(salt.toByteArray(), inner);
	}

	byte[] sign(byte[] key, byte[] secretBlock, String timestamp) {
		return SrpHash.hmac(key, utf8(this.realm), utf8(this.name), secretBlock, utf8(timestamp));
	}

	private static byte[] utf8(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	@Override
	public String toString() {
		return "SrpIdentity[" + this.name + "]";
	}

}

package io.cognitex.benchmarks;

import java.math.BigInteger;
import java.security.SecureRandom;

/**
 * The client's side of Cognito's SRP with the arithmetic of Amplify Android: a private
 * exponent of 1,024 bits, and nothing but {@link BigInteger#modPow}. The reference that
 * ours is measured against.
 */
final class AmplifySrp {

	private static final SecureRandom RANDOM = new SecureRandom();

	private final BigInteger privateValue;

	private final BigInteger publicValue;

	AmplifySrp() {
		BigInteger a;
		BigInteger power;
		do {
			a = new BigInteger(1024, RANDOM).mod(SrpServer.N);
			power = SrpServer.G.modPow(a, SrpServer.N);
		}
		while (power.signum() == 0);
		this.privateValue = a;
		this.publicValue = power;
	}

	BigInteger publicValue() {
		return this.publicValue;
	}

	byte[] key(String poolName, String userId, String password, BigInteger serverPublicValue, BigInteger salt) {
		BigInteger u = SrpServer.scramblingParameter(this.publicValue, serverPublicValue);
		BigInteger x = SrpServer.passwordExponent(poolName, userId, password, salt);
		BigInteger base = serverPublicValue.subtract(SrpServer.K.multiply(SrpServer.G.modPow(x, SrpServer.N)));
		BigInteger s = base.modPow(this.privateValue.add(u.multiply(x)), SrpServer.N).mod(SrpServer.N);
		return SrpServer.deriveKey(s, u);
	}

}

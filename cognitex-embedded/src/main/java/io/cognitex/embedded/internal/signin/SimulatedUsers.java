package io.cognitex.embedded.internal.signin;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.UUID;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import io.cognitex.embedded.internal.pool.UserPool;
import io.cognitex.embedded.internal.srp.SrpPassword;

/**
 * Makes up users who do not exist. As the service documents it, salt and user id are the
 * same for the same name and pool, and the id looks like a UUID even in pools where real
 * users have chosen names.
 *
 * @see <a href=
 * "https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-managing-errors.html">Managing
 * user existence error responses</a>
 */
final class SimulatedUsers {

	private static final String ALGORITHM = "HmacSHA256";

	private final byte[] secret = new byte[32];

	SimulatedUsers() {
		new SecureRandom().nextBytes(this.secret);
	}

	SrpPassword password(UserPool pool, String name) {
		ByteBuffer id = ByteBuffer.wrap(derive("id", pool, name));
		String userId = new UUID(id.getLong(), id.getLong()).toString();
		return SrpPassword.simulated(pool.name(), userId, derive("salt", pool, name));
	}

	private byte[] derive(String what, UserPool pool, String name) {
		try {
			Mac mac = Mac.getInstance(ALGORITHM);
			mac.init(new SecretKeySpec(this.secret, ALGORITHM));
			return mac.doFinal((what + "/" + pool.id() + "/" + name).getBytes(StandardCharsets.UTF_8));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

}

package io.cognitex.embedded.internal.unknown;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.UUID;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import io.cognitex.embedded.internal.message.Delivery;
import io.cognitex.embedded.internal.pool.Schema;
import io.cognitex.embedded.internal.pool.UserPool;
import io.cognitex.embedded.internal.srp.SrpPassword;

/**
 * Makes up users who do not exist, the same ones for the same name and pool.
 *
 * @see <a href=
 * "https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-managing-errors.html">Managing
 * user existence error responses</a>
 */
public final class UnknownUsers {

	private static final String ALGORITHM = "HmacSHA256";

	private final byte[] secret = new byte[32];

	public UnknownUsers() {
		new SecureRandom().nextBytes(this.secret);
	}

	/**
	 * A password that nothing matches.
	 * @param pool the pool
	 * @param name the key of the name
	 * @return the password
	 */
	public SrpPassword password(UserPool pool, String name) {
		return SrpPassword.simulated(pool.name(), userId(pool, name), derive("salt", pool, name));
	}

	/**
	 * The canonical name that a user of this name would have. The service documents a
	 * UUID for all pools; where users choose their names it would give them away.
	 * @param pool the pool
	 * @param name the name as it was typed, or its key
	 * @return the key of the name, or a UUID where the pool gives them to its users and
	 * where no user can have chosen the name
	 */
	public String userId(UserPool pool, String name) {
		String key = pool.settings().names().key(name);
		return pool.settings().names().isChosen(name) ? key : uuid(pool, key);
	}

	private String uuid(UserPool pool, String name) {
		ByteBuffer id = ByteBuffer.wrap(derive("id", pool, name));
		return new UUID(id.getLong(), id.getLong()).toString();
	}

	/**
	 * A delivery that never happens. An address that was typed is masked; for another
	 * name an e-mail address is made up.
	 * @param pool the pool
	 * @param name the name
	 * @return the delivery
	 */
	public Delivery delivery(UserPool pool, String name) {
		if (Schema.isPhoneNumber(name)) {
			return Delivery.to("phone_number", name);
		}
		if (Schema.isEmail(name)) {
			return Delivery.to("email", name);
		}
		byte[] letters = derive("email", pool, pool.settings().names().key(name));
		return Delivery.to("email", letter(letters[0]) + "@" + letter(letters[1]));
	}

	/**
	 * A delivery that never happens, to an address of a certain kind.
	 * @param pool the pool
	 * @param name the name
	 * @param attribute {@code email} or {@code phone_number}
	 * @return the delivery
	 */
	public Delivery delivery(UserPool pool, String name, String attribute) {
		Delivery delivery = delivery(pool, name);
		if (delivery.attribute().equals(attribute)) {
			return delivery;
		}
		byte[] made = derive(attribute, pool, pool.settings().names().key(name));
		return "email".equals(attribute) ? Delivery.to(attribute, letter(made[0]) + "@" + letter(made[1]))
				: Delivery.to(attribute, "+" + (1_000_000_000L + ByteBuffer.wrap(made).getInt(1)));
	}

	private static char letter(byte random) {
		return (char) ('a' + Byte.toUnsignedInt(random) % 26);
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

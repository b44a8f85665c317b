package io.cognitex.embedded.internal.pool;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.jspecify.annotations.Nullable;

import io.cognitex.embedded.internal.error.Refusals;

/**
 * The proof that a caller knows the client secret:
 * {@code Base64(HMAC-SHA256(secret, username + clientId))}.
 */
public final class SecretHash {

	private static final String ALGORITHM = "HmacSHA256";

	private SecretHash() {
	}

	/**
	 * Refuses a request whose hash is not the one that a secret of the client gives. A
	 * hash that is sent to a client without a secret is wrong as well.
	 * @param client the client
	 * @param username the name as it stands in the request
	 * @param secretHash the hash of the request, if there is one
	 */
	public static void check(AppClient client, String username, @Nullable String secretHash) {
		if (client.secrets().isEmpty()) {
			if (secretHash != null) {
				throw Refusals.secretHashWrong(client.id());
			}
			return;
		}
		if (secretHash == null) {
			throw Refusals.secretHashMissing(client.id());
		}
		byte[] sent = secretHash.getBytes(StandardCharsets.UTF_8);
		String message = username + client.id();
		if (client.secrets().stream().noneMatch((secret) -> MessageDigest.isEqual(of(secret.value(), message), sent))) {
			throw Refusals.secretHashWrong(client.id());
		}
	}

	private static byte[] of(String secret, String message) {
		try {
			Mac mac = Mac.getInstance(ALGORITHM);
			mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
			return Base64.getEncoder().encode(mac.doFinal(message.getBytes(StandardCharsets.UTF_8)));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

}

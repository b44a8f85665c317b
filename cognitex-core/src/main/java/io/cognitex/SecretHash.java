package io.cognitex;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Proves, request by request, that the app client's secret is known:
 * {@code Base64(HMAC-SHA256(client secret, username + client id))}.
 *
 * @see <a href=
 * "https://docs.aws.amazon.com/cognito/latest/developerguide/signing-up-users-in-your-app.html#cognito-user-pools-computing-secret-hash">Computing
 * secret hash values</a>
 */
final class SecretHash {

	private static final String ALGORITHM = "HmacSHA256";

	private final String clientId;

	private final SecretKeySpec key;

	SecretHash(String clientId, String clientSecret) {
		this.clientId = clientId;
		this.key = new SecretKeySpec(clientSecret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
	}

	/**
	 * The hash for a request.
	 * @param username exactly as the same request names the user
	 * @return the value of {@code SecretHash} or {@code SECRET_HASH}
	 */
	String of(String username) {
		try {
			Mac mac = Mac.getInstance(ALGORITHM);
			mac.init(this.key);
			mac.update(username.getBytes(StandardCharsets.UTF_8));
			return Base64.getEncoder().encodeToString(mac.doFinal(this.clientId.getBytes(StandardCharsets.UTF_8)));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("Every Java platform has " + ALGORITHM, ex);
		}
	}

}

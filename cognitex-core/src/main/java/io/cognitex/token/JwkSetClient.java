package io.cognitex.token;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;

/**
 * Gets a pool's public keys. An answer that is slow, large or strange is a failure, not a
 * way to hold the application up.
 */
final class JwkSetClient {

	/** Cognito's key sets have about one thousand bytes. */
	private static final int MAX_BYTES = 64 * 1024;

	private static final int MIN_KEY_BITS = 2048;

	private final URI uri;

	private final Duration connectTimeout;

	private final Duration readTimeout;

	JwkSetClient(URI uri, Duration connectTimeout, Duration readTimeout) {
		this.uri = uri;
		this.connectTimeout = connectTimeout;
		this.readTimeout = readTimeout;
	}

	/**
	 * The pool's keys for RS256 signatures.
	 * @return key id to key, at least one
	 * @throws IOException if they cannot be had
	 */
	Map<String, RSAPublicKey> fetch() throws IOException {
		HttpURLConnection connection = (HttpURLConnection) this.uri.toURL().openConnection();
		connection.setConnectTimeout(Math.toIntExact(this.connectTimeout.toMillis()));
		connection.setReadTimeout(Math.toIntExact(this.readTimeout.toMillis()));
		connection.setInstanceFollowRedirects(false);
		connection.setUseCaches(false);
		connection.setRequestProperty("Accept", "application/json");
		try {
			int status = connection.getResponseCode();
			if (status != HttpURLConnection.HTTP_OK) {
				throw new IOException("HTTP status " + status);
			}
			try (InputStream body = connection.getInputStream()) {
				return keys(read(body));
			}
		}
		finally {
			connection.disconnect();
		}
	}

	/**
	 * Reads the whole body within the read timeout, however slowly it drips.
	 */
	private String read(InputStream body) throws IOException {
		long deadline = System.nanoTime() + this.readTimeout.toNanos();
		byte[] buffer = new byte[MAX_BYTES + 1];
		int length = 0;
		int count;
		while ((count = body.read(buffer, length, buffer.length - length)) > 0) {
			length += count;
			if (System.nanoTime() - deadline > 0) {
				throw new IOException("The answer takes too long");
			}
		}
		if (length > MAX_BYTES) {
			throw new IOException("The answer is too large");
		}
		return new String(buffer, 0, length, StandardCharsets.UTF_8);
	}

	private static Map<String, RSAPublicKey> keys(String json) throws IOException {
		try {
			Map<String, RSAPublicKey> keys = new HashMap<>();
			for (JWK key : JWKSet.parse(json).getKeys()) {
				if (key instanceof RSAKey rsaKey && isForSignatures(rsaKey)) {
					keys.put(rsaKey.getKeyID(), rsaKey.toRSAPublicKey());
				}
			}
			if (keys.isEmpty()) {
				throw new IOException("The answer has no key for RS256");
			}
			return Map.copyOf(keys);
		}
		catch (ParseException | JOSEException | RuntimeException ex) {
			throw new IOException("The answer is not a JSON Web Key Set", ex);
		}
	}

	private static boolean isForSignatures(RSAKey key) {
		return key.getKeyID() != null && (key.getKeyUse() == null || KeyUse.SIGNATURE.equals(key.getKeyUse()))
				&& (key.getAlgorithm() == null || "RS256".equals(key.getAlgorithm().getName()))
				&& key.getModulus().decodeToBigInteger().bitLength() >= MIN_KEY_BITS;
	}

}

package io.cognitex.embedded.internal.key;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The two keys of a pool: Cognito signs ID tokens and access tokens with different ones.
 */
public final class SigningKeys {

	private final SigningKey idTokenKey = new SigningKey();

	private final SigningKey accessTokenKey = new SigningKey();

	public SigningKeys() {
		KeyStock.prepare();
	}

	/**
	 * The key for a kind of token.
	 * @param tokenUse {@code id} or {@code access}
	 * @return the key
	 */
	public SigningKey forUse(String tokenUse) {
		return "id".equals(tokenUse) ? this.idTokenKey : this.accessTokenKey;
	}

	/**
	 * The key with this {@code kid}.
	 * @param keyId the identifier
	 * @return the key, if this pool has it
	 */
	public Optional<SigningKey> find(String keyId) {
		return keys().stream().filter((key) -> key.id().equals(keyId)).findFirst();
	}

	/**
	 * The public keys, as {@code jwks.json} lists them.
	 * @return the JSON Web Keys
	 */
	public List<Map<String, String>> jwks() {
		return keys().stream().map(SigningKey::jwk).toList();
	}

	/**
	 * Gives the keys back for other pools to use. This pool must not be used any more.
	 */
	public void release() {
		keys().forEach(SigningKey::giveBack);
	}

	private List<SigningKey> keys() {
		return List.of(this.idTokenKey, this.accessTokenKey);
	}

}

package io.cognitex.boot.security;

import java.util.Base64;
import java.util.List;
import java.util.Set;

import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

/**
 * Reads keys from a property, which no message repeats.
 */
final class AesKeys {

	private static final Set<Integer> LENGTHS = Set.of(16, 24, 32);

	private AesKeys() {
	}

	/**
	 * Reads keys.
	 * @param property the name of the property
	 * @param keys the keys in Base64, at least one
	 * @return the keys
	 */
	static List<SecretKey> of(String property, List<String> keys) {
		if (keys.isEmpty()) {
			throw new InvalidConfigurationPropertyValueException(property, "",
					"It is blank. Is an environment variable " + "missing? Set a key, or remove the property.");
		}
		return keys.stream().map((key) -> key(property, key)).toList();
	}

	private static SecretKey key(String property, String key) {
		try {
			byte[] bytes = Base64.getDecoder().decode(key.strip());
			if (LENGTHS.contains(bytes.length)) {
				return new SecretKeySpec(bytes, "AES");
			}
		}
		catch (IllegalArgumentException ex) {
			// Its message would show a part of the key
		}
		throw new InvalidConfigurationPropertyValueException(property, "******",
				"A key has 16, 24 or 32 random bytes, in Base64. One is made by 'openssl rand -base64 32'.");
	}

}

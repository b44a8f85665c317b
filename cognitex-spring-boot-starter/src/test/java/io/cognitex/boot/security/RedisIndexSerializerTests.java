package io.cognitex.boot.security;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import io.cognitex.security.SessionEncryptor;
import org.junit.jupiter.api.Test;

import org.springframework.data.redis.serializer.JdkSerializationRedisSerializer;
import org.springframework.data.redis.serializer.RedisSerializer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RedisIndexSerializer} and {@link EncryptedRedisSerializer}.
 */
class RedisIndexSerializerTests {

	private final RedisSerializer<Object> encrypted = encrypted(1);

	private final RedisSerializer<Object> index = new RedisIndexSerializer(this.encrypted);

	@Test
	void deserializeWhenEncryptedWithAnotherKeyThenAbsent() {
		assertThat(this.encrypted.deserialize(encrypted(2).serialize("value"))).isNull();
		assertThat(this.index.deserialize(new RedisIndexSerializer(encrypted(2)).serialize(Map.of()))).isNull();
	}

	/**
	 * Nothing is deserialized that was not encrypted by us.
	 */
	@Test
	void deserializeWhenNotEncryptedThenNoObjectIsMadeOfIt() {
		byte[] plain = new JdkSerializationRedisSerializer().serialize(List.of("gadget"));

		assertThat(this.encrypted.deserialize(plain)).isNull();
		assertThat(this.index.deserialize(plain)).isInstanceOf(String.class);
	}

	@Test
	void deserializeWhenAbsentThenAbsent() {
		assertThat(this.encrypted.deserialize(null)).isNull();
		assertThat(this.index.deserialize(null)).isNull();
		assertThat(this.encrypted.deserialize(new byte[0])).isNull();
		assertThat(this.index.deserialize(new byte[0])).isEqualTo("");
	}

	@Test
	void serializeWhenIdThenPlainAndAlwaysTheSameSoThatRedisFindsIt() {
		byte[] serialized = this.index.serialize("7f2c-id");

		assertThat(serialized).isEqualTo("7f2c-id".getBytes(StandardCharsets.UTF_8));
		assertThat(this.index.deserialize(serialized)).isEqualTo("7f2c-id");
	}

	@Test
	void serializeWhenMessageOfANewSessionThenEncrypted() {
		Map<String, String> attributes = Map.of("sessionAttr:name", "a-token");

		byte[] serialized = this.index.serialize(attributes);

		assertThat(new String(serialized, StandardCharsets.ISO_8859_1)).doesNotContain("token", "sessionAttr");
		assertThat(this.index.deserialize(serialized)).isEqualTo(attributes);
	}

	@Test
	void serializeWhenTextOfASessionThenEncrypted() {
		byte[] serialized = this.encrypted.serialize("a-token");

		assertThat(new String(serialized, StandardCharsets.ISO_8859_1)).doesNotContain("token");
		assertThat(this.encrypted.deserialize(serialized)).isEqualTo("a-token");
	}

	/**
	 * An attribute that was removed is written as {@code null}.
	 */
	@Test
	void serializeWhenNullThenReadAsNull() {
		assertThat(this.encrypted.deserialize(this.encrypted.serialize(null))).isNull();
	}

	private static RedisSerializer<Object> encrypted(int seed) {
		byte[] key = new byte[32];
		key[0] = (byte) seed;
		SessionEncryptor encryptor = SessionEncryptor
			.aesGcm(AesKeys.of("key", List.of(Base64.getEncoder().encodeToString(key))));
		return new EncryptedRedisSerializer(new JdkSerializationRedisSerializer(), new StoredSessionValues(encryptor));
	}

}

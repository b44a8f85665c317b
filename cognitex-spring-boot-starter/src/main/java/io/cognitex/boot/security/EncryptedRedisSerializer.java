package io.cognitex.boot.security;

import org.jspecify.annotations.Nullable;

import org.springframework.data.redis.serializer.RedisSerializer;

/**
 * Encrypts all that it is given to write.
 */
final class EncryptedRedisSerializer implements RedisSerializer<Object> {

	private final RedisSerializer<Object> written;

	private final StoredSessionValues values;

	EncryptedRedisSerializer(RedisSerializer<Object> written, StoredSessionValues values) {
		this.written = written;
		this.values = values;
	}

	@Override
	public byte[] serialize(@Nullable Object value) {
		return this.values.encrypt(this.written.serialize(value));
	}

	@Override
	public @Nullable Object deserialize(byte @Nullable [] stored) {
		byte[] value = (stored != null) ? this.values.decrypt(stored) : null;
		return (value != null) ? this.written.deserialize(value) : null;
	}

}

package io.cognitex.boot.security;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

import org.springframework.data.redis.serializer.RedisSerializer;

/**
 * Writes what Spring Session keeps in Redis beside the sessions: the ids of sessions,
 * which Redis compares and which are therefore plain text, and in messages of new
 * sessions all that those hold, encrypted.
 */
final class RedisIndexSerializer implements RedisSerializer<Object> {

	/** Begins no text: ids and keys have no control characters. */
	private static final byte ENCRYPTED = 0;

	private final RedisSerializer<Object> encrypted;

	RedisIndexSerializer(RedisSerializer<Object> encrypted) {
		this.encrypted = encrypted;
	}

	@Override
	public byte[] serialize(@Nullable Object value) {
		if (value instanceof String text) {
			return text.getBytes(StandardCharsets.UTF_8);
		}
		byte[] bytes = this.encrypted.serialize(value);
		return ByteBuffer.allocate(1 + bytes.length).put(ENCRYPTED).put(bytes).array();
	}

	@Override
	public @Nullable Object deserialize(byte @Nullable [] stored) {
		if (stored == null) {
			return null;
		}
		if (stored.length == 0 || stored[0] != ENCRYPTED) {
			return new String(stored, StandardCharsets.UTF_8);
		}
		byte[] bytes = new byte[stored.length - 1];
		ByteBuffer.wrap(stored, 1, bytes.length).get(bytes);
		return this.encrypted.deserialize(bytes);
	}

}

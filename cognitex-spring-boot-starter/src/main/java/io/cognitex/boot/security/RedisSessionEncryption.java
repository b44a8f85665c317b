package io.cognitex.boot.security;

import java.util.Map;
import java.util.function.BiFunction;

import io.cognitex.security.SessionEncryptor;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.data.redis.core.RedisOperations;
import org.springframework.data.redis.core.RedisTemplate;
import org.springframework.data.redis.serializer.RedisSerializer;
import org.springframework.session.MapSession;
import org.springframework.session.data.redis.RedisIndexedSessionRepository;
import org.springframework.session.data.redis.RedisSessionMapper;
import org.springframework.session.data.redis.RedisSessionRepository;

/**
 * Encrypts what sessions hold in Redis, which is written as the application has it: with
 * its {@code springSessionDefaultRedisSerializer}, or by Java serialization.
 */
final class RedisSessionEncryption {

	private final ObjectProvider<SessionEncryptor> encryptor;

	RedisSessionEncryption(ObjectProvider<SessionEncryptor> encryptor) {
		this.encryptor = encryptor;
	}

	void customize(RedisSessionRepository repository) {
		this.encryptor.ifUnique((encryptor) -> {
			encryptHashes(repository.getSessionRedisOperations(), encryptor);
			repository.setRedisSessionMapper(absentIfUnreadable());
		});
	}

	void customize(RedisIndexedSessionRepository repository) {
		this.encryptor.ifUnique((encryptor) -> {
			RedisTemplate<String, Object> redis = template(repository.getSessionRedisOperations());
			RedisSerializer<Object> index = new RedisIndexSerializer(encryptHashes(redis, encryptor));
			redis.setValueSerializer(index);
			repository.setDefaultSerializer(index);
			repository.setRedisSessionMapper(absentIfUnreadable());
		});
	}

	private static RedisSerializer<Object> encryptHashes(RedisOperations<String, Object> operations,
			SessionEncryptor encryptor) {
		RedisTemplate<String, Object> redis = template(operations);
		@SuppressWarnings("unchecked")
		RedisSerializer<Object> written = (RedisSerializer<Object>) redis.getHashValueSerializer();
		RedisSerializer<Object> encrypted = new EncryptedRedisSerializer(written, new StoredSessionValues(encryptor));
		redis.setHashValueSerializer(encrypted);
		return encrypted;
	}

	/**
	 * Spring Session makes a template itself; only an application that replaces the whole
	 * repository can have something else.
	 */
	private static RedisTemplate<String, Object> template(RedisOperations<String, Object> operations) {
		if (operations instanceof RedisTemplate<String, Object> template) {
			return template;
		}
		throw new IllegalStateException("Sessions can be encrypted in a RedisTemplate only, not in " + operations);
	}

	/**
	 * Instead of an exception at each request with the session's cookie. Both
	 * repositories take {@code null} for absent, and do not say so.
	 */
	@SuppressWarnings("NullAway")
	private static BiFunction<String, Map<String, Object>, MapSession> absentIfUnreadable() {
		RedisSessionMapper mapper = new RedisSessionMapper();
		return (sessionId, values) -> (values.get("creationTime") != null) ? mapper.apply(sessionId, values) : null;
	}

}

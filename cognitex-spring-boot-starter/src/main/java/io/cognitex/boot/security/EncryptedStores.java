package io.cognitex.boot.security;

import java.util.List;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.util.ClassUtils;

/**
 * The session stores that can be encrypted, any of which may be absent.
 */
final class EncryptedStores {

	private static final List<String> TYPES = List.of("org.springframework.session.jdbc.JdbcIndexedSessionRepository",
			"org.springframework.session.data.redis.RedisSessionRepository",
			"org.springframework.session.data.redis.RedisIndexedSessionRepository");

	private EncryptedStores() {
	}

	static boolean exist(ListableBeanFactory beans) {
		ClassLoader loader = EncryptedStores.class.getClassLoader();
		return TYPES.stream()
			.filter((type) -> ClassUtils.isPresent(type, loader))
			.anyMatch((type) -> beans.getBeanNamesForType(ClassUtils.resolveClassName(type, loader), false,
					false).length > 0);
	}

}

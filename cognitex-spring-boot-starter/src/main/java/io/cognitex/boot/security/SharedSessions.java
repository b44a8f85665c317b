package io.cognitex.boot.security;

import org.springframework.context.ApplicationContext;
import org.springframework.session.SessionRepository;
import org.springframework.util.ClassUtils;

/**
 * Whether sessions are in a store of Spring Session, which need not be on the class path.
 */
final class SharedSessions {

	private SharedSessions() {
	}

	static boolean arePresent(ApplicationContext context) {
		return ClassUtils.isPresent("org.springframework.session.SessionRepository", context.getClassLoader())
				&& Stores.arePresent(context);
	}

	private static final class Stores {

		static boolean arePresent(ApplicationContext context) {
			return context.getBeanNamesForType(SessionRepository.class, true, false).length > 0;
		}

	}

}

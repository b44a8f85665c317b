package io.cognitex.boot;

import org.jspecify.annotations.Nullable;

import org.springframework.core.env.Environment;
import org.springframework.util.ClassUtils;

/**
 * Whether the embedded user pool could serve, and whether the application said so.
 *
 * @param present whether it is on the classpath
 * @param enabled {@code cognitex.embedded.enabled}, or {@code null} if it is not set
 */
record EmbeddedAvailability(boolean present, @Nullable Boolean enabled) {

	static EmbeddedAvailability of(Environment environment, @Nullable ClassLoader classLoader) {
		return new EmbeddedAvailability(ClassUtils.isPresent("io.cognitex.embedded.EmbeddedCognito", classLoader),
				environment.getProperty("cognitex.embedded.enabled", Boolean.class));
	}

	boolean asked() {
		return Boolean.TRUE.equals(this.enabled);
	}

	boolean refused() {
		return Boolean.FALSE.equals(this.enabled);
	}

}

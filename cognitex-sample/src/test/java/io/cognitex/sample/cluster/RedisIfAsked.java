package io.cognitex.sample.cluster;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;

/**
 * Redis is on the class path of tests, and not on that of the application: without an
 * address it is as if it were not there.
 */
final class RedisIfAsked implements AutoConfigurationImportFilter, EnvironmentAware {

	private @Nullable Environment environment;

	@Override
	public void setEnvironment(Environment environment) {
		this.environment = environment;
	}

	@Override
	public boolean[] match(@Nullable String[] classes, AutoConfigurationMetadata metadata) {
		boolean asked = Objects.requireNonNull(this.environment).containsProperty("spring.data.redis.url");
		boolean[] matches = new boolean[classes.length];
		for (int i = 0; i < classes.length; i++) {
			String name = classes[i];
			matches[i] = asked || name == null || !name.contains(".redis.");
		}
		return matches;
	}

}

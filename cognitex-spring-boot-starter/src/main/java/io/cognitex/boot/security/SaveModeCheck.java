package io.cognitex.boot.security;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.env.Environment;

/**
 * Warns where a session store is told to write what a request has only read: that undoes
 * the refresh that another request has made meanwhile, and nothing in a request can
 * prevent it.
 */
final class SaveModeCheck implements SmartInitializingSingleton {

	private static final Logger logger = LoggerFactory.getLogger(SaveModeCheck.class);

	private static final List<String> PROPERTIES = List.of("spring.session.jdbc.save-mode",
			"spring.session.data.redis.save-mode");

	private final Environment environment;

	SaveModeCheck(Environment environment) {
		this.environment = environment;
	}

	@Override
	public void afterSingletonsInstantiated() {
		PROPERTIES.forEach((property) -> warn(property, this.environment.getProperty(property)));
	}

	private static void warn(String property, @Nullable String mode) {
		if (mode != null && !mode.replace("_", "-").equalsIgnoreCase("on-set-attribute")) {
			logger.warn("'{}' is '{}'. A request that ends after another one has refreshed the login then writes the "
					+ "old tokens back, and with rotation the login ends. Set it to 'on-set-attribute', or remove it",
					property, mode);
		}
	}

}

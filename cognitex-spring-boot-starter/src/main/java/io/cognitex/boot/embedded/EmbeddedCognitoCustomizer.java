package io.cognitex.boot.embedded;

import io.cognitex.embedded.EmbeddedCognito;
import io.cognitex.embedded.EmbeddedCognitoBuilder;

/**
 * Gives the embedded user pool what the {@code cognitex.embedded.*} properties have no
 * word for: second factors, triggers, users in other states. All beans of this type are
 * asked, in their order, and only where the embedded pool runs. A pool that
 * {@code @EmbeddedCognito} starts for a test is left alone.
 */
public interface EmbeddedCognitoCustomizer {

	/**
	 * Changes the settings, after the properties.
	 * @param settings the settings
	 */
	default void customize(EmbeddedCognitoBuilder settings) {
	}

	/**
	 * Changes the pool that has started, after the users of the properties.
	 * @param cognito the pool, which the application has not used yet
	 */
	default void started(EmbeddedCognito cognito) {
	}

}

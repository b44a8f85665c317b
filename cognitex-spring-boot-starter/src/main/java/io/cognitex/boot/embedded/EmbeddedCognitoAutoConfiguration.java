package io.cognitex.boot.embedded;

import io.cognitex.boot.CognitexAutoConfiguration;
import io.cognitex.boot.CognitoConnectionDetails;
import io.cognitex.embedded.EmbeddedCognito;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;

/**
 * Auto-configuration of a user pool inside the application, where
 * {@code cognitex-embedded} is on the classpath and no user pool is configured. It is
 * spoken to over HTTP like Cognito itself, and stops with the application. An application
 * that wants other settings than the properties offer declares an
 * {@link EmbeddedCognitoCustomizer} bean, or its own {@link EmbeddedCognito} bean.
 */
@AutoConfiguration(before = CognitexAutoConfiguration.class)
@ConditionalOnBooleanProperty(name = "cognitex.enabled", matchIfMissing = true)
@ConditionalOnClass(EmbeddedCognito.class)
@ConditionalOnMissingBean(CognitoConnectionDetails.class)
@Conditional(OnEmbeddedCognitoCondition.class)
@EnableConfigurationProperties(EmbeddedCognitoProperties.class)
public final class EmbeddedCognitoAutoConfiguration {

	private static final Log logger = LogFactory.getLog(EmbeddedCognitoAutoConfiguration.class);

	@Bean(destroyMethod = "close")
	@ConditionalOnMissingBean
	EmbeddedCognito embeddedCognito(EmbeddedCognitoProperties properties,
			ObjectProvider<EmbeddedCognitoCustomizer> customizers) {
		return new EmbeddedCognitoLauncher(properties, customizers.orderedStream().toList()).launch();
	}

	@Bean
	EmbeddedCognitoConnectionDetails embeddedCognitoConnectionDetails(EmbeddedCognito cognito,
			EmbeddedCognitoProperties properties) {
		logger.warn("""


				Running on an EMBEDDED user pool: no other is configured, and all accounts are lost when this stops.

				    endpoint    %s
				    user pool   %s
				    app client  %s
				    users       %s

				This is for development only. To use your own user pool, set 'cognitex.user-pool-id' and \
				'cognitex.client-id'.
				""".formatted(cognito.endpoint(), cognito.userPoolId(), cognito.clientId(), users(properties)));
		return new EmbeddedCognitoConnectionDetails(cognito);
	}

	private static String users(EmbeddedCognitoProperties properties) {
		return properties.getUsers().isEmpty() ? "none; add some with 'cognitex.embedded.users'" : String.join(", ",
				properties.getUsers().stream().map(EmbeddedCognitoProperties.User::getUsername).toList());
	}

}

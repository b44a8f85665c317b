package io.cognitex.boot;

import java.util.List;

import io.cognitex.ClientMetadataSource;
import io.cognitex.CognitoAccountManager;
import io.cognitex.CognitoAccountManagerBuilder;
import io.cognitex.CognitoUserPool;
import io.cognitex.UserContextSource;
import io.cognitex.token.CognitoTokenVerifier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ResourceLoader;

/**
 * Auto-configuration of the {@link CognitoAccountManager} and the
 * {@link CognitoTokenVerifier}. Nothing here calls Cognito, and no AWS SDK client is made
 * before the first call.
 */
@AutoConfiguration
@ConditionalOnBooleanProperty(name = "cognitex.enabled", matchIfMissing = true)
@EnableConfigurationProperties(CognitexProperties.class)
public final class CognitexAutoConfiguration {

	// Lazy, so that an application with an account manager and a verifier of its own
	// need not configure a pool.
	@Bean
	@Lazy
	@ConditionalOnMissingBean(CognitoConnectionDetails.class)
	PropertiesCognitoConnectionDetails cognitoConnectionDetails(CognitexProperties properties, Environment environment,
			ResourceLoader resourceLoader) {
		EmbeddedAvailability embedded = EmbeddedAvailability.of(environment, resourceLoader.getClassLoader());
		List<ConfigurationProblem> problems = ConnectionPropertiesCheck.problems(properties, embedded);
		if (!problems.isEmpty()) {
			throw new CognitexConfigurationException(problems);
		}
		return new PropertiesCognitoConnectionDetails(properties);
	}

	@Bean
	@ConditionalOnMissingBean
	CognitoAccountManager cognitoAccountManager(CognitoConnectionDetails connection, CognitexProperties properties,
			ObjectProvider<AwsCredentialsProvider> credentialsProvider, ObjectProvider<UserContextSource> userContext,
			ObjectProvider<ClientMetadataSource> clientMetadata, ListableBeanFactory beans) {
		CognitoAccountManagerBuilder builder = CognitoAccountManager.builder()
			.userPoolId(connection.getUserPoolId())
			.clientId(connection.getClientId())
			.clientSecret(connection.getClientSecret())
			.region(connection.getRegion())
			.endpoint(connection.getEndpoint())
			.issuer(connection.getIssuer())
			.signInFlow(properties.getSignInFlow())
			.connectTimeout(properties.getClient().getConnectTimeout())
			.readTimeout(properties.getClient().getReadTimeout())
			.apiCallTimeout(properties.getClient().getApiCallTimeout())
			.credentialsProvider(credentials(connection, credentialsProvider));
		userContext.ifUnique(builder::userContext);
		clientMetadata.ifUnique(builder::clientMetadata);
		// A client of the application's own does not know an endpoint that a test brings
		if (connection.getEndpoint() == null && hasClient(beans)) {
			builder.client(() -> beans.getBean(CognitoIdentityProviderClient.class));
		}
		return builder.build();
	}

	@Bean
	@ConditionalOnMissingBean
	CognitoTokenVerifier cognitoTokenVerifier(CognitoConnectionDetails connection, CognitexProperties properties) {
		String issuer = connection.getIssuer();
		return CognitoTokenVerifier.builder()
			.issuer((issuer != null) ? issuer : CognitoUserPool.of(connection.getUserPoolId()).issuer())
			.clientIds(connection.getClientId())
			.jwkSetUri(connection.getJwkSetUri())
			.connectTimeout(properties.getClient().getConnectTimeout())
			.readTimeout(properties.getClient().getReadTimeout())
			.build();
	}

	@Bean
	@ConditionalOnBooleanProperty(name = "cognitex.srp-warm-up")
	SrpWarmUp cognitoSrpWarmUp() {
		return new SrpWarmUp();
	}

	private static @Nullable AwsCredentialsProvider credentials(CognitoConnectionDetails connection,
			ObjectProvider<AwsCredentialsProvider> application) {
		AwsCredentialsProvider credentials = connection.getCredentialsProvider();
		return (credentials != null) ? credentials : application.getIfUnique();
	}

	private static boolean hasClient(ListableBeanFactory beans) {
		return beans.getBeanNamesForType(CognitoIdentityProviderClient.class, true, false).length > 0;
	}

}

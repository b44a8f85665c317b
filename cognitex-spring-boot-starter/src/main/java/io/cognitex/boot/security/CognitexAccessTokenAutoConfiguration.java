package io.cognitex.boot.security;

import java.time.Duration;

import io.cognitex.CognitoAccountManager;
import io.cognitex.boot.CognitexProperties;
import io.cognitex.security.CognitoAccessTokenIntrospector;
import io.cognitex.security.CognitoAccessTokenIntrospectorBuilder;
import io.cognitex.security.CognitoAuthoritiesMapper;
import io.cognitex.token.CognitoTokenVerifier;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.context.annotation.Bean;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;

/**
 * Auto-configuration of the {@link CognitoAccessTokenIntrospector}, which all filter
 * chains share.
 */
@AutoConfiguration(after = CognitexSecurityAutoConfiguration.class, before = CognitexWebSecurityAutoConfiguration.class)
@ConditionalOnClass(BearerTokenAuthenticationToken.class)
@ConditionalOnBean({ CognitoAccountManager.class, CognitoTokenVerifier.class, CognitoAuthoritiesMapper.class,
		CognitexProperties.class })
@EnableConfigurationProperties(AccessTokenProperties.class)
public final class CognitexAccessTokenAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	CognitoAccessTokenIntrospector cognitoAccessTokenIntrospector(CognitoTokenVerifier verifier,
			CognitoAccountManager accounts, CognitoAuthoritiesMapper authoritiesMapper,
			AccessTokenProperties properties) {
		if (properties.getMaxRemembered() < 1) {
			throw new InvalidConfigurationPropertyValueException("cognitex.access-token.max-remembered",
					properties.getMaxRemembered(),
					"At least one token has to be remembered. To ask Cognito with every request, set "
							+ "'cognitex.access-token.max-staleness' to 0.");
		}
		CognitoAccessTokenIntrospectorBuilder builder = CognitoAccessTokenIntrospector.builder(verifier, accounts)
			.authoritiesMapper(authoritiesMapper)
			.maxRemembered(properties.getMaxRemembered())
			.withoutUserScope(properties.getWithoutUserScope());
		Duration maxStaleness = properties.getMaxStaleness().duration();
		return ((maxStaleness != null) ? builder.maxStaleness(maxStaleness) : builder.localOnly()).build();
	}

}

package io.cognitex.boot.security;

import io.cognitex.CognitoAccountManager;
import io.cognitex.boot.CognitexAutoConfiguration;
import io.cognitex.boot.CognitexProperties;
import io.cognitex.security.CognitoAuthenticationProvider;
import io.cognitex.security.CognitoAuthoritiesMapper;
import io.cognitex.security.CognitoCredentialsCache;
import io.cognitex.security.web.CognitoLoginSettings;
import io.cognitex.security.web.CookieRememberedDeviceRepository;
import io.cognitex.security.web.RememberedDeviceRepository;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.env.Environment;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.DefaultAuthenticationEventPublisher;
import org.springframework.security.oauth2.core.OAuth2AuthenticatedPrincipal;

/**
 * Auto-configuration of the {@link CognitoAuthenticationProvider}. It is the only
 * {@link AuthenticationProvider} bean, because Spring Security uses none where there are
 * two, and it comes before Spring Boot would generate a user and a password.
 */
@AutoConfiguration(after = CognitexAutoConfiguration.class, before = UserDetailsServiceAutoConfiguration.class)
@ConditionalOnClass({ AuthenticationProvider.class, OAuth2AuthenticatedPrincipal.class })
@ConditionalOnBean({ CognitoAccountManager.class, CognitexProperties.class })
public final class CognitexSecurityAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	CognitoAuthoritiesMapper cognitoAuthoritiesMapper(CognitexProperties properties) {
		return CognitoAuthoritiesMapper.withRolePrefix(properties.getAuthorities().getRolePrefix());
	}

	@Bean
	@ConditionalOnMissingBean
	CognitoCredentialsCache cognitoCredentialsCache(CognitexProperties properties) {
		CognitexProperties.Basic basic = properties.getBasic();
		if (basic.getCacheTtl().isNegative()) {
			throw new InvalidConfigurationPropertyValueException("cognitex.basic.cache-ttl", basic.getCacheTtl(),
					"It must not be negative. To sign in with each request, set it to 0.");
		}
		if (basic.getCacheSize() < 1) {
			throw new InvalidConfigurationPropertyValueException("cognitex.basic.cache-size", basic.getCacheSize(),
					"It must be positive. To remember nothing, set 'cognitex.basic.cache-ttl' to 0.");
		}
		return new CognitoCredentialsCache(basic.getCacheTtl(), basic.getCacheSize());
	}

	@Bean
	@ConditionalOnMissingBean({ AuthenticationManager.class, AuthenticationProvider.class })
	CognitoAuthenticationProvider cognitoAuthenticationProvider(CognitoAccountManager accounts,
			CognitoAuthoritiesMapper authoritiesMapper, CognitoCredentialsCache credentialsCache) {
		CognitoAuthenticationProvider provider = new CognitoAuthenticationProvider(accounts);
		provider.setAuthoritiesMapper(authoritiesMapper);
		provider.setCredentialsCache(credentialsCache);
		return provider;
	}

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnWebApplication(type = Type.SERVLET)
	CognitoLoginSettings cognitoLoginSettings(CognitexProperties properties, Environment environment) {
		return LoginSettings.of(properties, environment);
	}

	@Bean
	@ConditionalOnMissingBean(RememberedDeviceRepository.class)
	@ConditionalOnWebApplication(type = Type.SERVLET)
	@Conditional(OnRememberedDeviceKeysCondition.class)
	CookieRememberedDeviceRepository cognitoRememberedDeviceRepository(CognitexProperties properties) {
		return LoginSettings.rememberedDevices(properties);
	}

	@Bean
	OutageEvents cognitoOutageEvents(ObjectProvider<DefaultAuthenticationEventPublisher> publishers) {
		return new OutageEvents(publishers);
	}

}

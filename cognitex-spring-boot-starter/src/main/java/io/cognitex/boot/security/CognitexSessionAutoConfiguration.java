package io.cognitex.boot.security;

import java.time.Clock;
import java.util.List;

import io.cognitex.CognitoAccountManager;
import io.cognitex.boot.CognitexProperties;
import io.cognitex.security.CognitoAuthoritiesMapper;
import io.cognitex.security.CognitoTokenRefresher;
import io.cognitex.security.web.CognitoSessionSettings;
import io.cognitex.security.web.CognitoSessions;
import io.cognitex.security.web.CognitoTokensArgumentResolver;
import io.cognitex.security.web.SessionRegistryUserSessions;
import io.cognitex.security.web.SpringSessionUserSessions;
import io.cognitex.security.web.UserSessions;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Auto-configuration of sessions that outlive their access tokens, and of what ends them.
 */
@AutoConfiguration(after = CognitexSecurityAutoConfiguration.class, before = CognitexWebSecurityAutoConfiguration.class)
@ConditionalOnWebApplication(type = Type.SERVLET)
@ConditionalOnClass(SecurityFilterChain.class)
@ConditionalOnBean({ CognitoAccountManager.class, CognitoAuthoritiesMapper.class, CognitexProperties.class })
@EnableConfigurationProperties(SessionProperties.class)
public final class CognitexSessionAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	CognitoSessionSettings cognitoSessionSettings(SessionProperties properties) {
		try {
			return new CognitoSessionSettings(properties.isRefresh(), properties.getRefreshMargin(),
					properties.getRefreshJitter(), properties.getSignOut(), properties.getSignOutTimeout(),
					Clock.systemUTC());
		}
		catch (IllegalArgumentException ex) {
			boolean timeout = properties.getSignOutTimeout().isZero() || properties.getSignOutTimeout().isNegative();
			throw new InvalidConfigurationPropertyValueException(
					timeout ? "cognitex.session.sign-out-timeout" : "cognitex.session.refresh-margin",
					timeout ? properties.getSignOutTimeout() : properties.getRefreshMargin(),
					timeout ? "It must be positive."
							: "Neither it nor 'cognitex.session.refresh-jitter' may be negative, and together they "
									+ "may be four minutes at most, because an access token may live only five.");
		}
	}

	@Bean
	@ConditionalOnMissingBean
	CognitoTokenRefresher cognitoTokenRefresher(CognitoAccountManager accounts,
			CognitoAuthoritiesMapper authoritiesMapper, CognitoSessionSettings settings) {
		return new CognitoTokenRefresher(accounts, authoritiesMapper, settings.clock());
	}

	@Bean
	@ConditionalOnMissingBean
	CognitoSessions cognitoSessions(CognitoAccountManager accounts, UserSessions sessions) {
		return new CognitoSessions(accounts, sessions);
	}

	@Bean
	SaveModeCheck cognitoSessionSaveModeCheck(Environment environment) {
		return new SaveModeCheck(environment);
	}

	private static UserSessions registered(ObjectProvider<SessionRegistry> registry) {
		return (username, exceptSessionId) -> registry
			.ifUnique((found) -> new SessionRegistryUserSessions(found).end(username, exceptSessionId));
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(FindByIndexNameSessionRepository.class)
	static class SpringSession {

		// Asked for when needed, since the store may be configured later than this
		@Bean
		@ConditionalOnMissingBean
		UserSessions cognitoUserSessions(ObjectProvider<FindByIndexNameSessionRepository<? extends Session>> repository,
				ObjectProvider<SessionRegistry> registry) {
			return (username, exceptSessionId) -> {
				FindByIndexNameSessionRepository<? extends Session> found = repository.getIfUnique();
				UserSessions sessions = (found != null) ? new SpringSessionUserSessions(found) : registered(registry);
				sessions.end(username, exceptSessionId);
			};
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnMissingClass("org.springframework.session.FindByIndexNameSessionRepository")
	static class ContainerSession {

		@Bean
		@ConditionalOnMissingBean
		UserSessions cognitoUserSessions(ObjectProvider<SessionRegistry> registry) {
			return registered(registry);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(WebMvcConfigurer.class)
	static class Mvc implements WebMvcConfigurer {

		@Override
		public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
			resolvers.add(new CognitoTokensArgumentResolver());
		}

	}

}

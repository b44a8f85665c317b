package io.cognitex.boot.security;

import java.util.List;

import io.cognitex.boot.CognitexConfigurationException;
import io.cognitex.boot.ConfigurationProblem;
import io.cognitex.security.SessionEncryptor;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.crypto.encrypt.BytesEncryptor;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.data.redis.RedisIndexedSessionRepository;
import org.springframework.session.data.redis.RedisSessionRepository;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;

/**
 * Auto-configuration that encrypts what sessions hold in the stores of Spring Session, if
 * there is a key or a {@link SessionEncryptor} bean.
 */
@AutoConfiguration
@ConditionalOnWebApplication(type = Type.SERVLET)
@ConditionalOnClass(BytesEncryptor.class)
@EnableConfigurationProperties(SessionProperties.class)
public final class CognitexSessionEncryptionAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	@Conditional(OnSessionEncryptionKeysCondition.class)
	SessionEncryptor cognitoSessionEncryptor(SessionProperties properties) {
		return SessionEncryptor
			.aesGcm(AesKeys.of(OnSessionEncryptionKeysCondition.PROPERTY, properties.getEncryptionKeys()));
	}

	/**
	 * A key that nothing encrypts with is a mistake that nobody would notice.
	 */
	@Bean
	@Conditional(OnSessionEncryptionKeysCondition.class)
	SmartInitializingSingleton cognitoSessionEncryptionCheck(ListableBeanFactory beans) {
		return () -> {
			if (!EncryptedStores.exist(beans)) {
				throw new CognitexConfigurationException(List.of(new ConfigurationProblem(
						"'" + OnSessionEncryptionKeysCondition.PROPERTY + "' is set, but there is no session store "
								+ "that could be encrypted.",
						"Add Spring Session for a database ('spring-boot-starter-session-jdbc') or Redis "
								+ "('spring-boot-starter-session-data-redis'), or remove the property.")));
			}
		};
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(JdbcIndexedSessionRepository.class)
	static class Jdbc {

		@Bean
		@Order(Ordered.LOWEST_PRECEDENCE)
		SessionRepositoryCustomizer<JdbcIndexedSessionRepository> cognitoJdbcSessionEncryption(
				ObjectProvider<SessionEncryptor> encryptor, ConfigurableListableBeanFactory beans) {
			return new JdbcSessionEncryption(encryptor, beans);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(RedisIndexedSessionRepository.class)
	static class Redis {

		@Bean
		@Order(Ordered.LOWEST_PRECEDENCE)
		SessionRepositoryCustomizer<RedisSessionRepository> cognitoRedisSessionEncryption(
				ObjectProvider<SessionEncryptor> encryptor) {
			return new RedisSessionEncryption(encryptor)::customize;
		}

		@Bean
		@Order(Ordered.LOWEST_PRECEDENCE)
		SessionRepositoryCustomizer<RedisIndexedSessionRepository> cognitoRedisIndexedSessionEncryption(
				ObjectProvider<SessionEncryptor> encryptor) {
			return new RedisSessionEncryption(encryptor)::customize;
		}

	}

}

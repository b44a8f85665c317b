package io.cognitex.sample;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.jdbc.DatabaseDriver;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.SessionManagementConfigurer;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;

/**
 * Sessions in a database that several instances share. Spring Boot makes them of
 * {@code application-cluster.yaml} and what is on the class path.
 */
@Configuration(proxyBeanMethods = false)
@Profile("cluster")
class ClusterConfiguration {

	private static final Logger logger = LoggerFactory.getLogger(ClusterConfiguration.class);

	private final String url;

	ClusterConfiguration(@Value("${spring.datasource.url}") String url) {
		this.url = url;
	}

	/**
	 * To other processes that open its file H2 would listen on every address.
	 */
	@Bean
	static BeanFactoryPostProcessor h2OnLoopback() {
		return (beans) -> System.setProperty("h2.bindAddress", "127.0.0.1");
	}

	/**
	 * To change the id of the session does not do where instances share it: a request
	 * that began before the login, and ends after it, would bring the old one back.
	 */
	@Bean
	Customizer<SessionManagementConfigurer<HttpSecurity>> newSessionAtLogin() {
		return (session) -> session.sessionFixation((fixation) -> fixation.migrateSession());
	}

	/**
	 * Two requests of a session may store the first of something at once. Without this,
	 * PostgreSQL fails the second.
	 */
	@Bean
	SessionRepositoryCustomizer<JdbcIndexedSessionRepository> concurrentInserts() {
		return (DatabaseDriver.fromJdbcUrl(this.url) == DatabaseDriver.POSTGRESQL)
				? new PostgreSqlJdbcIndexedSessionRepositoryCustomizer() : (repository) -> {
				};
	}

	/**
	 * Without the URL's parameters, among which a password may be.
	 */
	@EventListener(ApplicationReadyEvent.class)
	void sayWhereSessionsAre() {
		logger.info("Sessions are in {}; all instances that use it share their logins",
				this.url.replaceFirst("[?;].*", ""));
	}

}

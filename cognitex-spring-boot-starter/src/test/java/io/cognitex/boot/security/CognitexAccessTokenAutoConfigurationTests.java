package io.cognitex.boot.security;

import java.time.Duration;

import io.cognitex.CognitoAccountManager;
import io.cognitex.boot.CognitexAutoConfiguration;
import io.cognitex.security.CognitoAccessTokenIntrospector;
import io.cognitex.security.WithoutUserScope;
import io.cognitex.token.CognitoTokenVerifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CognitexAccessTokenAutoConfiguration}.
 */
class CognitexAccessTokenAutoConfigurationTests {

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(CognitexAutoConfiguration.class,
				CognitexSecurityAutoConfiguration.class, CognitexAccessTokenAutoConfiguration.class))
		.withPropertyValues("cognitex.user-pool-id=eu-central-1_AbCdEfGhI", "cognitex.client-id=1example23456789");

	@ParameterizedTest
	@ValueSource(strings = { "-1s", "-1", "soon", "60x" })
	void contextWhenMaxStalenessIsNoTimeSpanThenFails(String maxStaleness) {
		this.contextRunner.withPropertyValues("cognitex.access-token.max-staleness=" + maxStaleness)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(IllegalArgumentException.class));
	}

	@Test
	void contextWhenNothingMayBeRememberedThenFailsAndNamesTheProperty() {
		this.contextRunner.withPropertyValues("cognitex.access-token.max-remembered=0")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageContainingAll("cognitex.access-token.max-remembered", "max-staleness"));
	}

	@Test
	void contextWhenDisabledThenHasNoIntrospector() {
		this.contextRunner.withPropertyValues("cognitex.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(CognitoAccessTokenIntrospector.class));
	}

	@Test
	void contextWhenResourceServerIsAbsentThenHasNoIntrospector() {
		this.contextRunner
			.withClassLoader(new FilteredClassLoader("org.springframework.security.oauth2.server.resource"))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(CognitoAccessTokenIntrospector.class));
	}

	@Test
	void contextWhenApplicationBringsItsOwnThenBacksOff() {
		this.contextRunner.withUserConfiguration(OwnIntrospector.class)
			.run((context) -> assertThat(context).hasSingleBean(CognitoAccessTokenIntrospector.class).hasBean("own"));
	}

	@Test
	void propertiesWhenNotSetThenDefaults() {
		this.contextRunner.run((context) -> {
			AccessTokenProperties properties = context.getBean(AccessTokenProperties.class);
			assertThat(context).hasSingleBean(CognitoAccessTokenIntrospector.class);
			assertThat(properties.getMaxStaleness().duration()).isEqualTo(Duration.ofSeconds(60));
			assertThat(properties.getMaxRemembered()).isEqualTo(10_000);
			assertThat(properties.getWithoutUserScope()).isEqualTo(WithoutUserScope.REFUSE);
		});
	}

	@Test
	void propertiesWhenSetThenRead() {
		this.contextRunner
			.withPropertyValues("cognitex.access-token.max-staleness=PT5M",
					"cognitex.access-token.without-user-scope=local-claims")
			.run((context) -> {
				AccessTokenProperties properties = context.getBean(AccessTokenProperties.class);
				assertThat(properties.getMaxStaleness().duration()).isEqualTo(Duration.ofMinutes(5));
				assertThat(properties.getWithoutUserScope()).isEqualTo(WithoutUserScope.LOCAL_CLAIMS);
			});
	}

	@Test
	void propertiesWhenCognitoIsNeverAskedThenNoTimeSpan() {
		this.contextRunner.withPropertyValues("cognitex.access-token.max-staleness=Never").run((context) -> {
			assertThat(context).hasSingleBean(CognitoAccessTokenIntrospector.class);
			assertThat(context.getBean(AccessTokenProperties.class).getMaxStaleness().duration()).isNull();
		});
	}

	@Configuration(proxyBeanMethods = false)
	static class OwnIntrospector {

		@Bean
		CognitoAccessTokenIntrospector own(CognitoTokenVerifier verifier, CognitoAccountManager accounts) {
			return CognitoAccessTokenIntrospector.builder(verifier, accounts).build();
		}

	}

}

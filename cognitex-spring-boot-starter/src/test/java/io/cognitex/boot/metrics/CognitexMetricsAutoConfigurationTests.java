package io.cognitex.boot.metrics;

import io.cognitex.boot.CognitexAutoConfiguration;
import io.cognitex.boot.security.CognitexAccessTokenAutoConfiguration;
import io.cognitex.boot.security.CognitexSecurityAutoConfiguration;
import io.cognitex.security.CognitoAccessTokenAuthenticationProvider;
import io.cognitex.security.CognitoAccessTokenIntrospector;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link CognitexMetricsAutoConfiguration}.
 */
class CognitexMetricsAutoConfigurationTests {

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(CognitexAutoConfiguration.class,
				CognitexSecurityAutoConfiguration.class, CognitexAccessTokenAutoConfiguration.class,
				CognitexMetricsAutoConfiguration.class, MetricsAutoConfiguration.class))
		.withBean(SimpleMeterRegistry.class)
		.withPropertyValues("cognitex.user-pool-id=eu-central-1_AbCdEfGhI", "cognitex.client-id=1example23456789");

	@Test
	void contextWhenDisabledThenHasNoMetrics() {
		this.contextRunner.withPropertyValues("cognitex.enabled=false")
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(AccessTokenMetrics.class));
	}

	@Test
	void contextWhenMicrometerIsAbsentThenHasNoMetrics() {
		this.contextRunner.withClassLoader(new FilteredClassLoader(MeterBinder.class))
			.run((context) -> assertThat(context).doesNotHaveBean(AccessTokenMetrics.class));
	}

	@Test
	void metersWhenATokenIsRefusedThenCounted() {
		this.contextRunner.run((context) -> {
			CognitoAccessTokenAuthenticationProvider provider = new CognitoAccessTokenAuthenticationProvider(
					context.getBean(CognitoAccessTokenIntrospector.class));

			assertThatExceptionOfType(OAuth2AuthenticationException.class)
				.isThrownBy(() -> provider.authenticate(new BearerTokenAuthenticationToken("forged")));

			MeterRegistry meters = context.getBean(MeterRegistry.class);
			assertThat(count(meters, "requests", "result", "miss")).isOne();
			assertThat(count(meters, "requests", "result", "hit")).isZero();
			assertThat(count(meters, "refusals")).isOne();
			assertThat(count(meters, "failures")).isZero();
			assertThat(count(meters, "calls")).isZero();
			assertThat(meters.get("cognitex.access.token.remembered").gauge().value()).isZero();
		});
	}

	private static double count(MeterRegistry meters, String name, String... tags) {
		return meters.get("cognitex.access.token." + name).tags(tags).functionCounter().count();
	}

}

package io.cognitex.boot.security;

import java.time.Duration;

import io.cognitex.boot.CognitexAutoConfiguration;
import io.cognitex.security.CognitoTokenRefresher;
import io.cognitex.security.web.CognitoSessionSettings;
import io.cognitex.security.web.CognitoSessions;
import io.cognitex.security.web.CognitoSignOut;
import io.cognitex.security.web.CognitoTokensArgumentResolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CognitexSessionAutoConfiguration}.
 */
@ExtendWith(OutputCaptureExtension.class)
class CognitexSessionAutoConfigurationTests {

	private static final AutoConfigurations CONFIGURATIONS = AutoConfigurations.of(CognitexAutoConfiguration.class,
			CognitexSecurityAutoConfiguration.class, CognitexSessionAutoConfiguration.class,
			SecurityAutoConfiguration.class, WebMvcAutoConfiguration.class);

	private final WebApplicationContextRunner contextRunner = new WebApplicationContextRunner()
		.withConfiguration(CONFIGURATIONS)
		.withPropertyValues("cognitex.user-pool-id=eu-central-1_AbCdEfGhI", "cognitex.client-id=1example23456789");

	@ParameterizedTest
	@ValueSource(strings = { "cognitex.session.refresh-margin=-1s", "cognitex.session.refresh-jitter=-1s",
			"cognitex.session.refresh-margin=5m", "cognitex.session.sign-out-timeout=0" })
	void refusesSettingsThatCannotBe(String property) {
		this.contextRunner.withPropertyValues(property)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(InvalidConfigurationPropertyValueException.class)
				.hasMessageContaining("cognitex.session."));
	}

	@ParameterizedTest
	@ValueSource(strings = { "spring.session.jdbc.save-mode=on-get-attribute",
			"spring.session.data.redis.save-mode=ALWAYS" })
	void warnsOfAStoreThatUndoesRefreshes(String property, CapturedOutput output) {
		this.contextRunner.withPropertyValues(property)
			.run((context) -> assertThat(output).contains("WARN")
				.contains("'" + property.replace("=", "' is '") + "'. A request that ends after"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "spring.session.jdbc.save-mode=on-set-attribute",
			"spring.session.data.redis.save-mode=ON_SET_ATTRIBUTE", "spring.session.timeout=30m" })
	void warnsNotOfAStoreThatWritesWhatChanged(String property, CapturedOutput output) {
		this.contextRunner.withPropertyValues(property)
			.run((context) -> assertThat(output).doesNotContain("save-mode"));
	}

	@Test
	void backsOffWithoutAWebApplication() {
		new ApplicationContextRunner().withConfiguration(CONFIGURATIONS)
			.withPropertyValues("cognitex.user-pool-id=eu-central-1_AbCdEfGhI", "cognitex.client-id=1example23456789")
			.run((context) -> assertThat(context).doesNotHaveBean(CognitoSessionSettings.class));
	}

	@Test
	void usesSettingsOfTheApplication() {
		CognitoSessionSettings settings = CognitoSessionSettings.withDefaults().withSignOut(CognitoSignOut.NONE);

		this.contextRunner.withBean(CognitoSessionSettings.class, () -> settings)
			.run((context) -> assertThat(context.getBean(CognitoSessionSettings.class)).isSameAs(settings));
	}

	@Test
	void hasTheDefaultsOfTheSettings() {
		this.contextRunner.run((context) -> assertThat(context.getBean(CognitoSessionSettings.class))
			.isEqualTo(CognitoSessionSettings.withDefaults()));
	}

	@Test
	void readsProperties() {
		this.contextRunner
			.withPropertyValues("cognitex.session.refresh=false", "cognitex.session.refresh-margin=2m",
					"cognitex.session.refresh-jitter=0", "cognitex.session.sign-out=global-sign-out",
					"cognitex.session.sign-out-timeout=1s")
			.run((context) -> {
				CognitoSessionSettings settings = context.getBean(CognitoSessionSettings.class);
				assertThat(settings.refresh()).isFalse();
				assertThat(settings.refreshMargin()).isEqualTo(Duration.ofMinutes(2));
				assertThat(settings.refreshJitter()).isZero();
				assertThat(settings.signOut()).isEqualTo(CognitoSignOut.GLOBAL_SIGN_OUT);
				assertThat(settings.signOutTimeout()).isEqualTo(Duration.ofSeconds(1));
			});
	}

	@Test
	void makesWhatEndsAndRefreshesSessionsWithAndWithoutSpringSession() {
		this.contextRunner.run((context) -> assertThat(context).hasSingleBean(CognitoSessions.class)
			.hasSingleBean(CognitoTokenRefresher.class));
		this.contextRunner.withClassLoader(new FilteredClassLoader(FindByIndexNameSessionRepository.class))
			.run((context) -> assertThat(context).hasSingleBean(CognitoSessions.class));
	}

	@Test
	void givesTokensToControllers() {
		this.contextRunner
			.run((context) -> assertThat(context.getBean(RequestMappingHandlerAdapter.class).getArgumentResolvers())
				.hasAtLeastOneElementOfType(CognitoTokensArgumentResolver.class));
	}

}

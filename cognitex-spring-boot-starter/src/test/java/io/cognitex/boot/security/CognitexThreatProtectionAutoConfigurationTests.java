package io.cognitex.boot.security;

import io.cognitex.UserContextSource;
import io.cognitex.boot.CognitexAutoConfiguration;
import io.cognitex.security.web.RequestUserContextSource;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CognitexThreatProtectionAutoConfiguration}.
 */
class CognitexThreatProtectionAutoConfigurationTests {

	private static final String ENABLED = "cognitex.threat-protection.enabled=true";

	private static final AutoConfigurations CONFIGURATIONS = AutoConfigurations.of(CognitexAutoConfiguration.class,
			CognitexThreatProtectionAutoConfiguration.class);

	private final WebApplicationContextRunner contextRunner = new WebApplicationContextRunner()
		.withConfiguration(CONFIGURATIONS)
		.withPropertyValues("cognitex.user-pool-id=eu-central-1_AbCdEfGhI", "cognitex.client-id=1example23456789");

	@Test
	void contextWhenNotSwitchedOnThenCognitoIsToldNothing() {
		this.contextRunner.run((context) -> assertThat(context).doesNotHaveBean(UserContextSource.class));
	}

	@Test
	void contextWhenThereAreNoRequestsThenCognitoIsToldNothing() {
		new ApplicationContextRunner().withConfiguration(CONFIGURATIONS)
			.withPropertyValues("cognitex.user-pool-id=eu-central-1_AbCdEfGhI", "cognitex.client-id=1example23456789",
					ENABLED)
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(UserContextSource.class));
	}

	@Test
	void contextWhenApplicationKnowsTheUserContextThenBacksOff() {
		this.contextRunner.withPropertyValues(ENABLED)
			.withBean("own", UserContextSource.class, () -> () -> null)
			.run((context) -> assertThat(context).hasSingleBean(UserContextSource.class)
				.doesNotHaveBean(RequestUserContextSource.class));
	}

	@Test
	void contextWhenSwitchedOnThenRequestIsTheUserContext() {
		this.contextRunner.withPropertyValues(ENABLED)
			.run((context) -> assertThat(context).hasNotFailed().hasSingleBean(RequestUserContextSource.class));
	}

}

package io.cognitex.boot;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/**
 * Tests for {@link CognitexConfigurationFailureAnalyzer}.
 */
@ExtendWith(OutputCaptureExtension.class)
class CognitexConfigurationFailureAnalyzerTests {

	@Test
	void analyzeWhenOneThingIsWrongThenSaysIt() {
		FailureAnalysis analysis = analyze(new ConfigurationProblem("It is wrong.", "Put it right."));

		assertThat(analysis).isNotNull();
		assertThat(analysis.getDescription()).isEqualTo("It is wrong.");
		assertThat(analysis.getAction()).isEqualTo("Put it right.");
	}

	@Test
	void analyzeWhenSeveralThingsAreWrongThenListsThem() {
		FailureAnalysis analysis = analyze(new ConfigurationProblem("One is wrong.", "Put it right."),
				new ConfigurationProblem("Another is wrong.", "Put that right as well."));

		assertThat(analysis).isNotNull();
		assertThat(analysis.getDescription().lines()).containsExactly("- One is wrong.", "- Another is wrong.");
		assertThat(analysis.getAction().lines()).containsExactly("- Put it right.", "- Put that right as well.");
	}

	@Test
	void runWhenPropertiesAreWrongThenReportsThemWithoutStackTrace(CapturedOutput output) {
		SpringApplication application = new SpringApplication(Application.class);
		application.setWebApplicationType(WebApplicationType.NONE);

		assertThatException().isThrownBy(() -> application.run("--cognitex.user-pool-id=eu-central-1_AbCdEfGhI",
				"--cognitex.client-secret=", "--cognitex.region=us-east-1"));

		assertThat(output).contains("APPLICATION FAILED TO START")
			.contains("- 'cognitex.user-pool-id' is set, but 'cognitex.client-id' is not.")
			.contains("- 'cognitex.client-secret' is blank.")
			.contains("- 'cognitex.region' is 'us-east-1', but the user pool")
			.contains("- Set 'cognitex.client-id' to the ID (not the name) of an app client of your user pool.")
			.doesNotContain("\tat ");
	}

	private static FailureAnalysis analyze(ConfigurationProblem... problems) {
		return new CognitexConfigurationFailureAnalyzer()
			.analyze(new IllegalStateException(new CognitexConfigurationException(List.of(problems))));
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

}

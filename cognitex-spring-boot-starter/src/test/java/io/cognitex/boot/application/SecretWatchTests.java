package io.cognitex.boot.application;

import java.util.List;

import io.cognitex.boot.application.plain.PlainApplication;
import io.cognitex.secretwatch.SecretWatch;
import io.cognitex.secretwatch.Secrets;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.event.ApplicationPreparedEvent;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Our own logs are watched for secrets in an application as well, where Spring Boot sets
 * the logging up anew.
 */
class SecretWatchTests {

	private static final Logger logger = LoggerFactory.getLogger("io.cognitex.boot.Something");

	@Test
	void logWhenApplicationStartsRunsAndStopsThenSecretsAreFound() {
		Secrets.add("a secret", "told-by-an-application-1");

		try (ConfigurableApplicationContext application = new SpringApplicationBuilder(PlainApplication.class)
			.web(WebApplicationType.NONE)
			.properties("cognitex.embedded.enabled=true", "logging.level.io.cognitex=warn")
			.listeners((ApplicationListener<ApplicationPreparedEvent>) (event) -> tell("start"),
					(ApplicationListener<ApplicationReadyEvent>) (event) -> tell("run"),
					(ApplicationListener<ContextClosedEvent>) (event) -> tell("stop"))
			.run()) {
			assertThat(application.isRunning()).isTrue();
		}
		tell("afterwards");

		assertThat(SecretWatch.takeFindings())
			.isEqualTo(List.of(finding("start"), finding("run"), finding("stop"), finding("afterwards")));
	}

	private static void tell(String when) {
		logger.trace("Told at {}: {}", when, "told-by-an-application-1");
	}

	private static String finding(String when) {
		return "[a secret] at TRACE, logger io.cognitex.boot.Something: Told at " + when + ": ***";
	}

}

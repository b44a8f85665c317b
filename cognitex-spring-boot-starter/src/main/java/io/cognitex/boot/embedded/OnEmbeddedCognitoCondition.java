package io.cognitex.boot.embedded;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.boot.cloud.CloudPlatform;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.ConfigurationCondition;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Matches if the application asks for the embedded user pool, or has configured no other
 * and is being developed. A property that was forgotten on a server must not match.
 */
final class OnEmbeddedCognitoCondition extends SpringBootCondition implements ConfigurationCondition {

	private static final List<String> OTHER_COGNITO = List.of("user-pool-id", "client-id", "client-secret", "region",
			"endpoint", "issuer", "jwk-set-uri");

	@Override
	public ConfigurationPhase getConfigurationPhase() {
		return ConfigurationPhase.REGISTER_BEAN;
	}

	@Override
	public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
		Environment environment = context.getEnvironment();
		ConditionMessage.Builder message = ConditionMessage.forCondition("Embedded Cognito");
		for (String name : OTHER_COGNITO) {
			if (environment.containsProperty("cognitex." + name)) {
				return ConditionOutcome.noMatch(message.because("'cognitex." + name + "' is set"));
			}
		}
		Boolean enabled = environment.getProperty("cognitex.embedded.enabled", Boolean.class);
		if (enabled != null) {
			return new ConditionOutcome(enabled, message.because("'cognitex.embedded.enabled' is " + enabled));
		}
		String server = server(context);
		if (server != null) {
			return ConditionOutcome.noMatch(message.because(server));
		}
		return ConditionOutcome.match(message.because("no user pool is configured in development"));
	}

	/**
	 * What hints at a server rather than at a developer's machine.
	 */
	private @Nullable String server(ConditionContext context) {
		CloudPlatform platform = CloudPlatform.getActive(context.getEnvironment());
		if (platform != null && platform != CloudPlatform.NONE) {
			return "the application runs on " + platform;
		}
		if (Boolean.getBoolean("spring.aot.processing")) {
			return "the application is being compiled ahead of time";
		}
		if (!BuildDirectory.holdsApplication(context.getBeanFactory())) {
			return "the application does not run from a build directory";
		}
		return null;
	}

}

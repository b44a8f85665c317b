package io.cognitex.boot;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of the metadata that editors show for the {@code cognitex.*} properties.
 */
class ConfigurationMetadataTests {

	@Test
	void metadataWhenGeneratedThenKnowsEveryProperty() throws IOException {
		List<String> names = metadata().get("properties").valueStream().map((it) -> it.get("name").asString()).toList();

		assertThat(names).containsExactlyInAnyOrder("cognitex.enabled", "cognitex.user-pool-id", "cognitex.client-id",
				"cognitex.client-secret", "cognitex.region", "cognitex.endpoint", "cognitex.issuer",
				"cognitex.jwk-set-uri", "cognitex.sign-in-flow", "cognitex.srp-warm-up",
				"cognitex.client.connect-timeout", "cognitex.client.read-timeout", "cognitex.client.api-call-timeout",
				"cognitex.authorities.role-prefix", "cognitex.session.refresh", "cognitex.session.refresh-margin",
				"cognitex.session.refresh-jitter", "cognitex.session.sign-out", "cognitex.session.sign-out-timeout",
				"cognitex.session.encryption-keys", "cognitex.access-token.max-staleness",
				"cognitex.access-token.max-remembered", "cognitex.access-token.without-user-scope",
				"cognitex.threat-protection.enabled", "cognitex.login.json.enabled", "cognitex.login.json.stateless",
				"cognitex.login.json.handle-keys", "cognitex.login.json.handle-validity", "cognitex.basic.cache-ttl",
				"cognitex.basic.cache-size", "cognitex.login.username-first", "cognitex.login.confirm-page",
				"cognitex.login.forgot-password-page", "cognitex.login.remembered-device-keys",
				"cognitex.login.authenticator-app-issuer", "cognitex.login.password-policy.minimum-length",
				"cognitex.login.password-policy.require-lowercase", "cognitex.login.password-policy.require-uppercase",
				"cognitex.login.password-policy.require-numbers", "cognitex.login.password-policy.require-symbols",
				"cognitex.embedded.enabled", "cognitex.embedded.username-attributes",
				"cognitex.embedded.generate-client-secret", "cognitex.embedded.users", "cognitex.embedded.port",
				"cognitex.embedded.user-pool-id", "cognitex.embedded.client-id");
	}

	@Test
	void metadataWhenGeneratedThenDescribesEveryProperty() throws IOException {
		for (JsonNode property : metadata().get("properties")) {
			assertThat(property.path("description").asString("")).as(property.get("name").asString()).endsWith(".");
		}
	}

	@Test
	void metadataWhenHintedThenHintsBelongToProperties() throws IOException {
		JsonNode metadata = metadata();
		List<String> names = metadata.get("properties").valueStream().map((it) -> it.get("name").asString()).toList();

		assertThat(metadata.get("hints")).isNotEmpty()
			.allSatisfy((hint) -> assertThat(names).contains(hint.get("name").asString()));
	}

	private JsonNode metadata() throws IOException {
		for (URL resource : Collections
			.list(getClass().getClassLoader().getResources("META-INF/spring-configuration-metadata.json"))) {
			try (InputStream stream = resource.openStream()) {
				JsonNode metadata = JsonMapper.shared().readTree(stream);
				if (metadata.get("properties").get(0).get("name").asString().startsWith("cognitex.")) {
					return metadata;
				}
			}
		}
		throw new AssertionError("No metadata of cognitex on the classpath");
	}

}

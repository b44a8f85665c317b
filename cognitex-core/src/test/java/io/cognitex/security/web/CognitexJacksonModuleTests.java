package io.cognitex.security.web;

import io.cognitex.security.CognitoAuthentication;
import io.cognitex.security.jackson.CognitexJacksonModule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.exc.InvalidTypeIdException;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.jackson.SecurityJacksonModules;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CognitexJacksonModuleTests {

	private static final ClassLoader LOADER = CognitexJacksonModuleTests.class.getClassLoader();

	private final JsonMapper mapper = JsonMapper.builder().addModules(CognitexJacksonModule.getModules(LOADER)).build();

	@Test
	void readWhenModuleIsMissingThenRefused() {
		String json = write(SerializedSample.authentication());
		JsonMapper withoutOurs = JsonMapper.builder()
			.addModules(SecurityJacksonModules.getModules(LOADER).toArray(JacksonModule[]::new))
			.build();

		assertThatExceptionOfType(JacksonException.class).isThrownBy(() -> withoutOurs.readValue(json, Object.class));
	}

	@ParameterizedTest
	@ValueSource(strings = { "java.util.concurrent.atomic.AtomicReference", "io.cognitex.CognitoUserPool",
			"io.cognitex.security.CognitoBearerAuthentication", "javax.swing.JEditorPane" })
	void readWhenTypeIsForeignThenRefused(String type) {
		String json = "{\"@class\":\"" + type + "\"}";

		assertThatExceptionOfType(InvalidTypeIdException.class)
			.isThrownBy(() -> this.mapper.readValue(json, Object.class));
	}

	@Test
	void readWhenDetailsAreForeignThenRefused() {
		String json = write(SerializedSample.authentication()).replace("\"details\":null",
				"\"details\":{\"@class\":\"javax.swing.JEditorPane\"}");

		assertThat(json).contains("JEditorPane");
		assertThatExceptionOfType(InvalidTypeIdException.class)
			.isThrownBy(() -> this.mapper.readValue(json, Object.class));
	}

	@ParameterizedTest
	@ValueSource(strings = { "principal", "tokens", "authorities", "subject", "attributes", "groups" })
	void readWhenAFieldIsMissingThenRefused(String field) {
		String json = write(SerializedSample.authentication()).replace("\"" + field + "\":", "\"another\":");

		JsonMapper lenient = this.mapper.rebuild().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

		assertThat(json).contains("another");
		assertThatExceptionOfType(JacksonException.class).isThrownBy(() -> lenient.readValue(json, Object.class));
	}

	@ParameterizedTest
	@ValueSource(strings = { "id", "challenge", "progress", "codeDelivery", "flow", "factor", "provenAt", "askedAt" })
	void readWhenAFieldOfAChallengeIsMissingThenRefused(String field) {
		SerializedSample sample = SerializedSample.all()
			.filter((candidate) -> candidate.name().equals("PendingChallenge-SmsMfa"))
			.findFirst()
			.orElseThrow();
		String json = write(sample.object()).replace("\"" + field + "\":", "\"another\":");
		JsonMapper lenient = this.mapper.rebuild().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

		assertThat(json).contains("another");
		assertThatExceptionOfType(JacksonException.class).isThrownBy(() -> lenient.readValue(json, Object.class));
	}

	@ParameterizedTest
	@MethodSource("io.cognitex.security.web.SerializedSample#all")
	void readWhenWrittenThenWhole(SerializedSample sample) {
		Object object = sample.object();
		Class<?> type = (object instanceof Enum<?>) ? object.getClass() : Object.class;

		Object read = this.mapper.readValue(write(object), type);

		assertThat(SerializedSample.contents(read)).isEqualTo(SerializedSample.contents(object));
		assertThat(read).hasSameClassAs(object);
	}

	@Test
	void readWhenInASecurityContextThenWhole() {
		CognitoAuthentication authentication = SerializedSample.authentication();
		authentication.setDetails(new WebAuthenticationDetails("192.0.2.1", "session-id"));

		SecurityContext read = (SecurityContext) this.mapper.readValue(write(new SecurityContextImpl(authentication)),
				Object.class);

		assertThat(read.getAuthentication()).isInstanceOf(CognitoAuthentication.class);
		assertThat(SerializedSample.contents(read.getAuthentication()))
			.isEqualTo(SerializedSample.contents(authentication));
	}

	private String write(Object object) {
		return this.mapper.writeValueAsString(object);
	}

}

package io.cognitex.security.web;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import io.cognitex.security.jackson.CognitexJacksonModule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Reads the JSON that earlier versions wrote, so that an upgrade logs nobody out of an
 * application whose sessions are JSON. There is a file for each version that writes
 * something differently.
 *
 * <p>
 * To add a sample, or a version to {@link #VERSIONS}: run this test, which writes the
 * file of this version under {@code target} and says where it goes. That of a version
 * that was released never changes.
 */
class JsonSamplesTests {

	/** The last one is this version's. */
	private static final List<String> VERSIONS = List.of("0.2");

	private static final JsonMapper MAPPER = JsonMapper.builder()
		.addModules(CognitexJacksonModule.getModules(JsonSamplesTests.class.getClassLoader()))
		.enable(SerializationFeature.INDENT_OUTPUT)
		.build();

	@ParameterizedTest(name = "{0} {1}")
	@MethodSource("samplesOfEveryVersion")
	void readWhenWrittenByAnyVersionThenWhole(String version, String name) throws IOException {
		Object expected = samples().filter((sample) -> sample.name().equals(name)).findFirst().orElseThrow().object();

		Object read = MAPPER.treeToValue(samples(version).get(name), Object.class);

		assertThat(SerializedSample.contents(read)).isEqualTo(SerializedSample.contents(expected));
		assertThat(read).hasSameClassAs(expected);
	}

	@Test
	void samplesOfThisVersionThenAreThere() throws IOException {
		String version = VERSIONS.get(VERSIONS.size() - 1);
		ObjectNode written = MAPPER.createObjectNode();
		samples().forEach(
				(sample) -> written.set(sample.name(), MAPPER.readTree(MAPPER.writeValueAsString(sample.object()))));
		Path file = Path.of("target" + resource(version));
		Files.createDirectories(file.getParent());
		Files.writeString(file, MAPPER.writeValueAsString(written) + "\n");

		assertThat(samples(version).propertyNames()).as("Copy %s to src/test/resources%s", file, resource(version))
			.containsExactlyInAnyOrderElementsOf(written.propertyNames());
	}

	static Stream<Arguments> samplesOfEveryVersion() throws IOException {
		Stream.Builder<Arguments> samples = Stream.builder();
		for (String version : VERSIONS) {
			samples(version).propertyNames().forEach((name) -> samples.add(Arguments.of(version, name)));
		}
		return samples.build();
	}

	/**
	 * Constants are names in JSON, and stand in no session by themselves.
	 */
	private static Stream<SerializedSample> samples() {
		return SerializedSample.all().filter((sample) -> !(sample.object() instanceof Enum<?>));
	}

	private static JsonNode samples(String version) throws IOException {
		try (InputStream resource = JsonSamplesTests.class.getResourceAsStream(resource(version))) {
			return (resource != null) ? MAPPER.readTree(resource) : MAPPER.createObjectNode();
		}
	}

	private static String resource(String version) {
		return "/json/" + version + ".json";
	}

}

package io.cognitex.security.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.io.Serializable;
import java.lang.reflect.Modifier;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.cognitex.CognitoException;
import io.cognitex.security.CognitoBasicAuthenticationToken;
import io.cognitex.security.CognitoBearerAuthentication;
import io.cognitex.security.CognitoChallengeAuthenticationToken;
import io.cognitex.security.CognitoChallengeException;
import io.cognitex.security.CognitoSessionEndedEvent;
import io.cognitex.security.CognitoSessionRefreshedEvent;
import io.cognitex.security.CognitoSignInAuthenticationToken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

/**
 * Reads what earlier versions wrote, so that an upgrade logs nobody out. The samples are
 * in {@code src/test/resources/serialized}, in one directory for each version that stores
 * something differently.
 *
 * <p>
 * To add a sample, or a version to {@link #VERSIONS}: run this test, which writes what is
 * missing under {@code target} and says where it goes. The samples of a version that was
 * released never change.
 */
class SerializedSamplesTests {

	/** The last one is this version's. */
	private static final List<String> VERSIONS = List.of("0.2");

	private static final String CURRENT_VERSION = VERSIONS.get(VERSIONS.size() - 1);

	private static final String SUFFIX = ".serialized";

	/** Live for one request, or are thrown. */
	private static final Set<String> NEVER_STORED = Set.of(CognitoException.class.getName(),
			"io.cognitex.MissingCredentialsException", "io.cognitex.jwt.MalformedJwtException",
			"io.cognitex.srp.SrpException", "io.cognitex.security.WithoutUserScope",
			CognitoBasicAuthenticationToken.class.getName(), CognitoBearerAuthentication.class.getName(),
			CognitoChallengeAuthenticationToken.class.getName(), CognitoChallengeException.class.getName(),
			CognitoSignInAuthenticationToken.class.getName(), CognitoSessionEndedEvent.class.getName(),
			CognitoSessionRefreshedEvent.class.getName(), SessionUnavailableException.class.getName(),
			JsonRequestException.class.getName(), "io.cognitex.security.jackson.CognitexJacksonModule",
			"io.cognitex.security.jackson.RequiredComponents", ChallengeHandles.class.getName() + "$Contents");

	@ParameterizedTest
	@MethodSource("filesOfEveryVersion")
	void readWhenWrittenByAnyVersionThenWhole(String version, String name) throws Exception {
		Object read = read(version, name, new TreeSet<>());

		assertThat(SerializedSample.contents(read)).isEqualTo(SerializedSample.contents(sample(name).object()));
		assertThat(read).hasSameClassAs(sample(name).object());
	}

	@ParameterizedTest
	@MethodSource("io.cognitex.security.web.SerializedSample#all")
	void sampleOfThisVersionThenIsThere(SerializedSample sample) throws Exception {
		if (SerializedSamplesTests.class.getResource(resource(CURRENT_VERSION, sample.name())) == null) {
			Path file = Path.of("target" + resource(CURRENT_VERSION, sample.name()));
			write(sample.object(), file);
			fail("There is no sample. Copy %s to src/test/resources%s", file, resource(CURRENT_VERSION, sample.name()));
		}
	}

	@Test
	void serializableTypesWhenStoredThenInASample() throws Exception {
		Set<String> sampled = new TreeSet<>();
		for (SerializedSample sample : SerializedSample.all().toList()) {
			read(CURRENT_VERSION, sample.name(), sampled);
		}

		assertThat(serializableTypes()).filteredOn((type) -> !NEVER_STORED.contains(type)).isSubsetOf(sampled);
		assertThat(sampled).doesNotContainAnyElementsOf(NEVER_STORED);
	}

	static Stream<Arguments> filesOfEveryVersion() throws Exception {
		List<Arguments> files = new ArrayList<>();
		for (String version : VERSIONS) {
			URL directory = SerializedSamplesTests.class.getResource("/serialized/" + version);
			assertThat(directory).as(version).isNotNull();
			for (String file : Path.of(directory.toURI()).toFile().list()) {
				files.add(Arguments.of(version, file.substring(0, file.length() - SUFFIX.length())));
			}
		}
		return files.stream();
	}

	private static SerializedSample sample(String name) {
		return SerializedSample.all().filter((sample) -> sample.name().equals(name)).findFirst().orElseThrow();
	}

	private static List<String> serializableTypes() {
		return new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
			.importPackages("io.cognitex")
			.stream()
			.filter((type) -> !type.getPackageName().startsWith("io.cognitex.embedded"))
			.map(JavaClass::reflect)
			.filter((type) -> Serializable.class.isAssignableFrom(type) && !type.isEnum())
			.filter((type) -> !Modifier.isAbstract(type.getModifiers()))
			.map(Class::getName)
			.toList();
	}

	private static String resource(String version, String name) {
		return "/serialized/" + version + "/" + name + SUFFIX;
	}

	private static void write(Object object, Path file) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
			out.writeObject(object);
		}
		Files.createDirectories(file.getParent());
		Files.write(file, bytes.toByteArray());
	}

	/**
	 * Reads a sample, and notes the types in it.
	 */
	private static Object read(String version, String name, Set<String> types)
			throws IOException, ClassNotFoundException {
		InputStream resource = SerializedSamplesTests.class.getResourceAsStream(resource(version, name));
		assertThat(resource).as(name).isNotNull();
		try (ObjectInputStream in = new ObjectInputStream(resource) {

			@Override
			protected Class<?> resolveClass(ObjectStreamClass description) throws IOException, ClassNotFoundException {
				types.add(description.getName());
				return super.resolveClass(description);
			}

		}) {
			return in.readObject();
		}
	}

}

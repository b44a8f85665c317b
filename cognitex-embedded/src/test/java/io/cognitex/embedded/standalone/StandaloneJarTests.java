package io.cognitex.embedded.standalone;

import java.io.BufferedReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The program as it is shipped: {@code java -jar}.
 */
@Tag("slow")
class StandaloneJarTests {

	private static Path jar = Path.of("");

	@TempDir
	private Path directory;

	@BeforeAll
	static void findJar() throws Exception {
		try (Stream<Path> files = Files.list(Path.of("target"))) {
			List<Path> jars = files.filter((file) -> file.getFileName().toString().endsWith("-standalone.jar"))
				.toList();
			if (!"true".equals(System.getenv("CI"))) {
				Assumptions.assumeFalse(jars.isEmpty(), "The standalone jar is made by 'package', which has not run");
			}
			jar = jars.get(0);
		}
	}

	@Test
	void jarWhenArgumentsMakeNoSenseThenSaysSoAndEndsWithTwo() throws Exception {
		Process process = start("--prot", "1");

		assertThat(error(process)).isEqualTo("Unknown argument '--prot'\nSee --help\n");
		assertThat(process.waitFor()).isEqualTo(2);
	}

	@Test
	void jarWhenUsersFileIsMissingThenSaysSoAndEndsWithTwo() throws Exception {
		Process process = start("--port", "0", "--users", "none.json");

		assertThat(error(process)).startsWith("none.json: cannot be read");
		assertThat(process.waitFor()).isEqualTo(2);
	}

	@Test
	void jarWhenAskedForHelpThenUsage() throws Exception {
		Process process = start("--help");

		assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
			.isEqualTo(Arguments.USAGE);
		assertThat(process.waitFor()).isZero();
	}

	@Test
	void jarWhenStartedThenServesAndKeepsItsPort() throws Exception {
		Path users = Files.writeString(this.directory.resolve("users.json"), """
				{"UserPools":[{"Id":"us-east-1_Local0001","PoolName":"local",
				"Clients":[{"ClientId":"web","ClientName":"Web","ExplicitAuthFlows":["ALLOW_USER_PASSWORD_AUTH"]}],
				"Users":[{"Username":"alice","Password":"Passw0rd!"}]}]}""");
		Process process = start("--port", "0", "--users", users.toString(), "--public-url",
				"http://cognito.example:1/");
		try (BufferedReader out = process.inputReader()) {
			String line = out.readLine();
			URI endpoint = URI.create(line.replaceAll(".* on (http://[0-9.:]+), .*", "$1"));

			assertThat(out.readLine()).isEqualTo("User pool us-east-1_Local0001 (local), users: 1");
			assertThat(out.readLine()).isEqualTo("  app client web (Web)");
			assertThat(post(endpoint, "InitiateAuth", """
					{"AuthFlow":"USER_PASSWORD_AUTH","ClientId":"web",
					"AuthParameters":{"USERNAME":"alice","PASSWORD":"wrong"}}""").body())
				.contains("Incorrect username or password.");
			assertThat(post(endpoint, "InitiateAuth", """
					{"AuthFlow":"USER_PASSWORD_AUTH","ClientId":"web",
					"AuthParameters":{"USERNAME":"alice","PASSWORD":"Passw0rd!"}}""").body()).contains("AccessToken");
			assertThat(out.readLine()).isEqualTo("Issuers are under http://cognito.example:1");
			assertThat(get(endpoint, "/us-east-1_Local0001/.well-known/openid-configuration"))
				.contains("\"issuer\":\"http://cognito.example:1/us-east-1_Local0001\"");
			assertThat(get(endpoint, "/_cognitex/health")).isEqualTo("{\"status\":\"UP\"}");
			Process second = start("--port", String.valueOf(endpoint.getPort()));
			assertThat(error(second)).startsWith("Cannot listen on port " + endpoint.getPort());
			assertThat(second.waitFor()).isEqualTo(1);
		}
		finally {
			process.destroy();
		}
	}

	private static HttpResponse<String> post(URI endpoint, String operation, String body) throws Exception {
		HttpRequest request = HttpRequest.newBuilder(endpoint.resolve("/"))
			.header("Content-Type", "application/x-amz-json-1.1")
			.header("X-Amz-Target", "AWSCognitoIdentityProviderService." + operation)
			.POST(BodyPublishers.ofString(body))
			.build();
		return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
	}

	private static String get(URI endpoint, String path) throws Exception {
		return HttpClient.newHttpClient()
			.send(HttpRequest.newBuilder(endpoint.resolve(path)).build(), BodyHandlers.ofString())
			.body();
	}

	private static Process start(String... arguments) throws Exception {
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", jar.toString()));
		command.addAll(List.of(arguments));
		return new ProcessBuilder(command).start();
	}

	private static String error(Process process) throws Exception {
		return new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
	}

}

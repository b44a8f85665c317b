package io.cognitex.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import io.cognitex.CognitoAccountManager;
import io.cognitex.SignIn;
import io.cognitex.SignInFlow;
import io.cognitex.embedded.EmbeddedCognito;
import io.cognitex.embedded.EmbeddedUser;

/**
 * Requests per second of {@code /api/me} over real HTTP: with Cognitex and tokens that it
 * remembers, with Spring Security's JWT resource server, with a filter chain that permits
 * all, and without Spring Security. Each server is a process of its own, and they take
 * turns, so that whatever else the machine does hits all alike.
 */
public final class LoadTest {

	private static final String PASSWORD = "Correct-Horse-1";

	private static final int CONNECTIONS = 16;

	private static final int TOKENS = 50;

	private static final List<String> PROFILES = List.of("cognitex", "spring-jwt", "permit-all", "no-security");

	private LoadTest() {
	}

	/**
	 * Runs the test.
	 * @param arguments how many rounds (5), how many seconds each server has in one (5),
	 * and how many requests each has to have answered before that (100,000), by which the
	 * compiler is done
	 * @throws IOException if a server fails, or answers with anything but 200
	 */
	public static void main(String[] arguments) throws IOException {
		int rounds = argument(arguments, 0, 5);
		Duration turn = Duration.ofSeconds(argument(arguments, 1, 5));
		int warmUp = argument(arguments, 2, 100_000);
		List<Server> servers = new ArrayList<>();
		try (EmbeddedCognito cognito = EmbeddedCognito.start()) {
			List<String> tokens = tokens(cognito);
			for (String profile : PROFILES) {
				servers.add(Server.start(profile, cognito));
			}
			for (Server server : servers) {
				for (long requests = 0; requests < warmUp;) {
					requests += server.client(tokens).run(turn).count();
				}
			}
			for (int round = 0; round < rounds; round++) {
				for (Server server : servers) {
					server.measure(server.client(tokens), turn);
				}
			}
			servers.forEach((server) -> System.out.println(server.report(servers)));
		}
		finally {
			servers.forEach((server) -> server.process().destroy());
		}
	}

	private static int argument(String[] arguments, int index, int other) {
		return (arguments.length > index) ? Integer.parseInt(arguments[index]) : other;
	}

	private static List<String> tokens(EmbeddedCognito cognito) {
		cognito.addUser(EmbeddedUser.named("alice")
			.password(PASSWORD)
			.attribute("email", "alice@example.com")
			.group("admin")
			.build());
		try (CognitoAccountManager accounts = CognitoAccountManager.builder()
			.userPoolId(cognito.userPoolId())
			.clientId(cognito.clientId())
			.endpoint(cognito.endpoint())
			.issuer(cognito.issuer())
			.signInFlow(SignInFlow.USER_PASSWORD_AUTH)
			.build()) {
			return Stream
				.generate(() -> ((SignIn.Completed) accounts.authenticate("alice", PASSWORD)).tokens().accessToken())
				.limit(TOKENS)
				.toList();
		}
	}

	private record Server(String profile, Process process, int port, LoadResult result, long[] cpuNanos) {

		static Server start(String profile, EmbeddedCognito cognito) throws IOException {
			List<String> command = new ArrayList<>(List.of(
					Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
					System.getProperty("java.class.path"), "-Dorg.springframework.boot.logging.LoggingSystem=none",
					LoadServer.class.getName(), "--spring.profiles.active=" + profile, "--spring.main.banner-mode=off",
					"--server.port=0", "--server.tomcat.max-keep-alive-requests=-1"));
			switch (profile) {
				case "cognitex" -> command.addAll(List.of("--cognitex.user-pool-id=" + cognito.userPoolId(),
						"--cognitex.client-id=" + cognito.clientId(), "--cognitex.endpoint=" + cognito.endpoint(),
						"--cognitex.issuer=" + cognito.issuer()));
				case "spring-jwt" ->
					command.addAll(List.of("--cognitex.enabled=false", "--issuer=" + cognito.issuer()));
				case "no-security" ->
					command.addAll(List.of("--cognitex.enabled=false", "--spring.autoconfigure.exclude="
							+ "org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration,"
							+ "org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration"));
				default -> command.add("--cognitex.enabled=false");
			}
			Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
			BufferedReader output = new BufferedReader(
					new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
			String port = output.readLine();
			if (port == null) {
				throw new IOException("The server '" + profile + "' did not start");
			}
			return new Server(profile, process, Integer.parseInt(port), new LoadResult(), new long[1]);
		}

		LoadClient client(List<String> tokens) {
			return new LoadClient(this.port, CONNECTIONS, tokens);
		}

		void measure(LoadClient client, Duration turn) throws IOException {
			long before = cpu();
			this.result.add(client.run(turn));
			this.cpuNanos[0] += cpu() - before;
		}

		private long cpu() {
			return this.process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos();
		}

		String report(List<Server> servers) {
			double rate = this.result.requestsPerSecond();
			StringBuilder text = new StringBuilder(String.format(Locale.ROOT,
					"%-12s %8.0f requests/s, p50 %5d us, p99 %6d us, server CPU %4.0f us/request;", this.profile, rate,
					this.result.percentile(50), this.result.percentile(99),
					this.cpuNanos[0] / 1e3 / this.result.count()));
			for (Server other : servers) {
				if (other != this) {
					text.append(String.format(Locale.ROOT, " %.2f of %s", rate / other.result.requestsPerSecond(),
							other.profile));
				}
			}
			return text.toString();
		}

	}

}

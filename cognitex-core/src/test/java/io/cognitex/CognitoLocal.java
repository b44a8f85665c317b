package io.cognitex;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.text.ParseException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.nimbusds.jose.util.JSONObjectUtils;

/**
 * A running <a href="https://github.com/jagregory/cognito-local">cognito-local</a>, which
 * npm brings: a Cognito server that is not ours, with one user pool of plain usernames.
 */
final class CognitoLocal implements AutoCloseable {

	static final String USER_POOL_ID = "us-east-1_CognitoLo";

	static final String CLIENT_ID = "1example23456789abcdefghij";

	private static final String ISSUER_DOMAIN = "http://cognito-local.test";

	private static final Path SOURCES = Path.of("src/test/node");

	private static final Path INSTALLATION = Path.of("target/cognito-local");

	private static final Path OUTPUT = INSTALLATION.resolve("npm.log");

	private static final Pattern RUNNING = Pattern.compile("running on (http://127\\.0\\.0\\.1:\\d+)");

	private final Process process;

	private final Path userPoolFile;

	private final URI endpoint;

	private CognitoLocal(Process process, Path userPoolFile, URI endpoint) {
		this.process = process;
		this.userPoolFile = userPoolFile;
		this.endpoint = endpoint;
	}

	static boolean isNodePresent() {
		try {
			Files.createDirectories(INSTALLATION);
			return run("node", "--version") == 0 && run("npm", "--version") == 0;
		}
		catch (IOException ex) {
			return false;
		}
	}

	static CognitoLocal start() throws IOException {
		install();
		Path directory = Files.createTempDirectory(INSTALLATION, "data");
		Path database = Files.createDirectories(directory.resolve(".cognito/db"));
		Path userPoolFile = database.resolve(USER_POOL_ID + ".json");
		Files.writeString(directory.resolve(".cognito/config.json"), """
				{"TokenConfig": {"IssuerDomain": "%s"}}""".formatted(ISSUER_DOMAIN));
		Files.writeString(userPoolFile, """
				{"Users": {}, "Options": {"Id": "%s", "UsernameAttributes": [],
				"AutoVerifiedAttributes": ["email"]}}""".formatted(USER_POOL_ID));
		Files.writeString(database.resolve("clients.json"), """
				{"Clients": {"%1$s": {"ClientId": "%1$s", "UserPoolId": "%2$s",
				"ExplicitAuthFlows": ["ALLOW_USER_PASSWORD_AUTH"]}}}""".formatted(CLIENT_ID, USER_POOL_ID));
		Path program = INSTALLATION.resolve("node_modules/cognito-local/lib/bin/start.js").toAbsolutePath();
		ProcessBuilder builder = new ProcessBuilder("node", program.toString()).directory(directory.toFile())
			.redirectErrorStream(true);
		builder.environment().putAll(Map.of("HOST", "127.0.0.1", "PORT", "0"));
		Process process = builder.start();
		try {
			return new CognitoLocal(process, userPoolFile, awaitEndpoint(process));
		}
		catch (RuntimeException ex) {
			process.destroyForcibly();
			throw ex;
		}
	}

	URI endpoint() {
		return this.endpoint;
	}

	String issuer() {
		return ISSUER_DOMAIN + "/" + USER_POOL_ID;
	}

	/**
	 * The code that waits to be entered. It is sent nowhere: the pool's file has it.
	 */
	String pendingCode(String username) {
		try {
			Map<String, Object> users = JSONObjectUtils
				.getJSONObject(JSONObjectUtils.parse(Files.readString(this.userPoolFile)), "Users");
			Map<String, Object> user = JSONObjectUtils.getJSONObject(users, username);
			String property = user.containsKey("ConfirmationCode") ? "ConfirmationCode" : "AttributeVerificationCode";
			return JSONObjectUtils.getString(user, property);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (ParseException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public void close() {
		this.process.destroyForcibly();
	}

	private static void install() throws IOException {
		Files.createDirectories(INSTALLATION);
		for (String file : new String[] { "package.json", "package-lock.json" }) {
			Files.copy(SOURCES.resolve(file), INSTALLATION.resolve(file), StandardCopyOption.REPLACE_EXISTING);
		}
		if (run("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund") != 0) {
			throw new IllegalStateException("npm ci failed: " + Files.readString(OUTPUT));
		}
	}

	private static int run(String... command) throws IOException {
		Process process = new ProcessBuilder(command).directory(INSTALLATION.toFile())
			.redirectErrorStream(true)
			.redirectOutput(OUTPUT.toFile())
			.start();
		try {
			if (!process.waitFor(5, TimeUnit.MINUTES)) {
				throw new IllegalStateException(String.join(" ", command) + " took too long");
			}
			return process.exitValue();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
		finally {
			process.destroyForcibly();
		}
	}

	/**
	 * Reads what the server prints until it names its address, and then goes on reading,
	 * because a full pipe would stop it.
	 */
	private static URI awaitEndpoint(Process process) {
		CompletableFuture<URI> endpoint = new CompletableFuture<>();
		Thread reader = new Thread(() -> {
			StringBuilder output = new StringBuilder();
			try (BufferedReader lines = process.inputReader()) {
				for (String line = lines.readLine(); line != null; line = lines.readLine()) {
					output.append(line).append('\n');
					Matcher running = RUNNING.matcher(line);
					if (running.find()) {
						endpoint.complete(URI.create(running.group(1)));
					}
				}
				endpoint.completeExceptionally(new IllegalStateException("cognito-local ended:\n" + output));
			}
			catch (IOException ex) {
				endpoint.completeExceptionally(ex);
			}
		}, "cognito-local");
		reader.setDaemon(true);
		reader.start();
		return endpoint.orTimeout(1, TimeUnit.MINUTES).join();
	}

}

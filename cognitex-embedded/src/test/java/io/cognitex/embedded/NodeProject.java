package io.cognitex.embedded;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import tools.jackson.databind.json.JsonMapper;

/**
 * The cases under {@code src/test/node}, installed with npm below {@code target} and run
 * with Node's own test runner.
 */
final class NodeProject {

	private static final Path SOURCES = Path.of("src/test/node");

	private static final Path INSTALLATION = Path.of("target/node-clients");

	private static final String NPM = (File.separatorChar == '\\') ? "npm.cmd" : "npm";

	private NodeProject() {
	}

	static boolean isNodePresent() throws IOException {
		Files.createDirectories(INSTALLATION);
		try {
			return run("node.log", "node", "--version") == 0 && run("npm.log", NPM, "--version") == 0;
		}
		catch (IOException ex) {
			return false;
		}
	}

	/**
	 * Runs every case.
	 * @param environment where the server is, and which of its pools have triggers
	 */
	static List<NodeCase> run(Map<String, String> environment) throws IOException {
		install();
		ProcessBuilder node = new ProcessBuilder("node", "--test", "--test-concurrency=1",
				"--test-reporter=./fixture/reporter.js", "--test-reporter-destination=stdout");
		node.environment().putAll(environment);
		// The runner's exit code says no more than the cases do, and less than they say.
		run("cases.jsonl", node);
		JsonMapper json = new JsonMapper();
		try (Stream<String> cases = Files.lines(INSTALLATION.resolve("cases.jsonl"))) {
			return cases.map((line) -> json.readValue(line, NodeCase.class)).toList();
		}
	}

	/**
	 * Copies the sources, and asks npm for what they depend on unless it is there
	 * already.
	 */
	private static void install() throws IOException {
		Path lock = INSTALLATION.resolve("package-lock.json");
		boolean installed = Files.isDirectory(INSTALLATION.resolve("node_modules")) && Files.exists(lock)
				&& Files.mismatch(lock, SOURCES.resolve("package-lock.json")) == -1;
		for (String directory : List.of("", "fixture", "test")) {
			replaceFiles(SOURCES.resolve(directory), INSTALLATION.resolve(directory));
		}
		if (!installed && run("npm.log", NPM, "ci", "--ignore-scripts", "--no-audit", "--no-fund") != 0) {
			Files.delete(lock);
			throw new IllegalStateException("npm ci failed: " + Files.readString(INSTALLATION.resolve("npm.log")));
		}
	}

	private static void replaceFiles(Path from, Path to) throws IOException {
		Files.createDirectories(to);
		for (Path file : filesIn(to)) {
			Files.delete(file);
		}
		for (Path file : filesIn(from)) {
			Files.copy(file, to.resolve(file.getFileName()));
		}
	}

	private static List<Path> filesIn(Path directory) throws IOException {
		try (Stream<Path> files = Files.list(directory)) {
			return files.filter(Files::isRegularFile).toList();
		}
	}

	private static int run(String output, String... command) throws IOException {
		return run(output, new ProcessBuilder(command).redirectErrorStream(true));
	}

	private static int run(String output, ProcessBuilder command) throws IOException {
		Process process = command.directory(INSTALLATION.toFile())
			.redirectOutput(INSTALLATION.resolve(output).toFile())
			.start();
		try {
			if (!process.waitFor(10, TimeUnit.MINUTES)) {
				throw new IllegalStateException(String.join(" ", command.command()) + " took too long");
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

}

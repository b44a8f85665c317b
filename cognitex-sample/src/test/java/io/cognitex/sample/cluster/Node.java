package io.cognitex.sample.cluster;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * An instance of the sample in a process of its own. What it says is in
 * {@code target/nodes}.
 */
final class Node implements AutoCloseable {

	private static final long PATIENCE_SECONDS = 120;

	private final String name;

	private final Process process;

	private final CompletableFuture<Integer> port = new CompletableFuture<>();

	private Node(String name, Process process) {
		this.name = name;
		this.process = process;
	}

	/** Starts one, without waiting until it has started. */
	static Node launch(String name, List<String> properties) {
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
						"-XX:+UseSerialGC", "-Xmx256m", "-cp", System.getProperty("java.class.path"),
						NodeApplication.class.getName(), "--server.port=0", "--server.address=127.0.0.1"));
		properties.forEach((property) -> command.add("--" + property));
		try {
			Node node = new Node(name, new ProcessBuilder(command).redirectErrorStream(true).start());
			Thread listener = new Thread(node::listen, name);
			listener.setDaemon(true);
			listener.start();
			return node;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void listen() {
		Path log = Path.of("target", "nodes", this.name + ".log");
		try {
			Files.createDirectories(log.getParent());
			try (BufferedReader reader = this.process.inputReader(StandardCharsets.UTF_8);
					PrintWriter writer = new PrintWriter(Files.newBufferedWriter(log), true)) {
				for (String line = reader.readLine(); line != null; line = reader.readLine()) {
					writer.println(line);
					if (line.startsWith(NodeApplication.PORT)) {
						this.port.complete(Integer.valueOf(line.substring(NodeApplication.PORT.length())));
					}
				}
			}
		}
		catch (IOException ex) {
			// It has been killed
		}
		this.port.completeExceptionally(new IllegalStateException("The node has ended, see " + log.toAbsolutePath()));
	}

	/** Waits until it has started. */
	URI address() {
		return URI.create("http://127.0.0.1:" + this.port.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join());
	}

	boolean isAlive() {
		return this.process.isAlive();
	}

	/** As {@code kill -9}: it can do nothing about it. */
	void kill() {
		this.process.destroyForcibly();
		this.process.onExit().join();
	}

	@Override
	public void close() {
		kill();
	}

}

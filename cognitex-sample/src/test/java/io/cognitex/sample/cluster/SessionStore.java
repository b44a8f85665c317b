package io.cognitex.sample.cluster;

import java.util.List;

import org.junit.jupiter.api.Assumptions;

import static org.assertj.core.api.Assertions.assertThat;

/** A real server that keeps the sessions of nodes for the time of a test class. */
interface SessionStore extends AutoCloseable {

	/** What a node has to be told to keep its sessions there. */
	List<String> properties();

	/** How many sessions are found by the canonical name of a user. */
	long sessionsOf(String username);

	@Override
	void close();

	/**
	 * Skips the test where the server does not run, but not in continuous integration.
	 */
	static RuntimeException absent(String server, Exception ex) {
		String reason = server + " cannot run here: " + ex;
		assertThat(System.getenv("CI")).as(reason).isNotEqualTo("true");
		return Assumptions.abort(reason);
	}

}

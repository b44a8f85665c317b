package io.cognitex.sample.cluster;

import org.junit.jupiter.api.Tag;

/** Two nodes whose sessions are in PostgreSQL. */
@Tag("slow")
class PostgresTests extends TwoNodesTests {

	@Override
	SessionStore startStore() {
		return PostgresStore.start();
	}

}

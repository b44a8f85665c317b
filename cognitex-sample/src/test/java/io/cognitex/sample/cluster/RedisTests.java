package io.cognitex.sample.cluster;

import org.junit.jupiter.api.Tag;

/** Two nodes whose sessions are in Redis. */
@Tag("slow")
class RedisTests extends TwoNodesTests {

	@Override
	SessionStore startStore() {
		return RedisStore.start();
	}

}

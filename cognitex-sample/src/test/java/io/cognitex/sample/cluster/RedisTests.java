package io.cognitex.sample.cluster;

import java.util.List;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two nodes whose sessions are in Redis, encrypted: the first node writes with the new
 * key already, the second still with the old one.
 */
@Tag("slow")
class RedisTests extends TwoNodesTests {

	private static final String OLD_KEY = "b2xkLWtleS1vZi10aGUtbm9kZXMtMzItYnl0ZXMtIS4=";

	private static final String NEW_KEY = "bmV3LWtleS1vZi10aGUtbm9kZXMtMzItYnl0ZXMtIS4=";

	@Override
	List<String> properties(String node) {
		return List.of("cognitex.session.encryption-keys="
				+ (node.startsWith("first") ? NEW_KEY + "," + OLD_KEY : OLD_KEY + "," + NEW_KEY));
	}

	@Test
	void sessionWhenStoredThenNothingOfItIsReadable() {
		String user = addUser();
		TestBrowser browser = logIn(user, first());

		String[] tokens = tokens(browser, second());

		assertThat(((RedisStore) store()).values()).containsKey("sessionAttr:SPRING_SECURITY_CONTEXT")
			.allSatisfy((name, value) -> assertThat(value).as(name)
				.isNotEmpty()
				.doesNotContain(tokens)
				.doesNotContain(user, "io.cognitex", "org.springframework", "java."));
	}

	@Override
	SessionStore startStore() {
		return RedisStore.start();
	}

}

package io.cognitex.embedded;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

/**
 * The AWS SDK for JavaScript, {@code amazon-cognito-identity-js} and
 * {@code aws-jwt-verify} against a server in this process.
 */
@Tag("slow")
class NodeClientsTests {

	private static List<NodeCase> cases = List.of();

	@BeforeAll
	static void runNode() throws IOException {
		if (!"true".equals(System.getenv("CI"))) {
			assumeTrue(NodeProject.isNodePresent(),
					"Neither Node nor npm is installed: the clients in Node are left out");
		}
		// Triggers are Java, so that the cases cannot make the pool that has them.
		EmbeddedCognitoBuilder builder = CustomAuthTests.riddle(EmbeddedCognito.builder());
		try (EmbeddedCognito cognito = builder.region("eu-central-1").controlApi(true).start()) {
			cases = NodeProject.run(Map.of("COGNITO_ENDPOINT", cognito.endpoint().toString(), "RIDDLE_USER_POOL_ID",
					cognito.userPoolId(), "RIDDLE_CLIENT_ID", cognito.clientId()));
		}
	}

	@Test
	void casesWhenRunThenAreManyAndNoneIsSkipped() {
		assertThat(cases).hasSizeGreaterThanOrEqualTo(60).noneMatch(NodeCase::skipped);
	}

	@TestFactory
	Stream<DynamicTest> caseWhenRunThenPasses() {
		return cases.stream().map((result) -> dynamicTest(result.toString(), () -> {
			if (!result.passed()) {
				fail(result + "\n" + result.message());
			}
		}));
	}

}

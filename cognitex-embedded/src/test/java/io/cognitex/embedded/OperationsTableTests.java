package io.cognitex.embedded;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.SortedSet;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import io.cognitex.embedded.internal.operation.Operation;
import io.cognitex.embedded.internal.operation.Operations;
import io.cognitex.embedded.internal.operation.Partly;
import io.cognitex.embedded.internal.operation.Services;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Makes the table of operations from the AWS SDK, which knows all, and from our code.
 */
class OperationsTableTests {

	private static final Path FILE = Path.of("../docs/embedded-operations.md");

	private static final String RENEW = "./mvnw -pl cognitex-embedded test -Dtest=OperationsTableTests -Drenew";

	private final Operations operations = new Operations(
			Services.of("us-east-1", "http://localhost", Clock.systemUTC()));

	@Test
	void tableWhenComparedWithTheCodeThenTheSame() throws Exception {
		if (System.getProperty("renew") != null) {
			Files.writeString(FILE, table());
		}

		assertThat(Files.readString(FILE)).as("docs/embedded-operations.md is stale; renew it with: " + RENEW)
			.isEqualTo(table());
	}

	private String table() {
		SortedSet<String> names = ServiceModel.operations();
		long emulated = names.stream().filter((name) -> this.operations.find(name).isPresent()).count();
		return """
				# Operations of the embedded user pool

				Of the %d operations of Amazon Cognito user pools, %d are emulated. The others answer \
				`UnknownOperationException`. This page is made by a test from the code, which fails when it is stale.

				| Operation | Supported | What is different |
				|---|---|---|
				""".formatted(names.size(), emulated)
				+ names.stream().map(this::row).collect(Collectors.joining("\n", "", "\n"));
	}

	private String row(String name) {
		Operation operation = this.operations.find(name).orElse(null);
		if (operation == null) {
			return "| " + name + " | no | |";
		}
		Partly partly = operation.getClass().getAnnotation(Partly.class);
		return "| " + name + " | " + ((partly != null) ? "partly | " + partly.value() + " |" : "yes | |");
	}

}

package io.cognitex.embedded.standalone;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.cognitex.embedded.internal.server.ServerAddress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ArgumentsTests {

	@ParameterizedTest
	@CsvSource({ "9229, Unknown argument '9229'", "--prot 1, Unknown argument '--prot'", "--port, --port needs a value",
			"--port=, --port needs a value", "--port x, --port must be", "--port -1, --port must be",
			"--port 65536, --port must be", "--port 1 --port 2, --port is there twice",
			"--region Frankfurt, --region must be", "--public-url cognito:9229, --public-url must be",
			"--public-url http:///pools, --public-url must be", "--public-url http://cognito?a=b, --public-url must be",
			"--users, --users needs a value" })
	void parseWhenArgumentsMakeNoSenseThenRefused(String line, String message) {
		assertThatExceptionOfType(BadArguments.class).isThrownBy(() -> Arguments.parse(line.split(" ")))
			.withMessageStartingWith(message);
	}

	@Test
	void parseWhenNothingIsSaidThenDefaults() throws Exception {
		assertThat(Arguments.parse())
			.isEqualTo(new Arguments(false, new ServerAddress("127.0.0.1", 9229, null), "us-east-1", null));
	}

	@Test
	void parseWhenEverythingIsSaidThenItCounts() throws Exception {
		Arguments arguments = Arguments.parse("--host", "::1", "--port=0", "--public-url",
				"https://cognito.example/pools/", "--region", "eu-central-1", "--users", "users.json", "--help");

		assertThat(arguments).isEqualTo(new Arguments(true,
				new ServerAddress("::1", 0, "https://cognito.example/pools"), "eu-central-1", Path.of("users.json")));
	}

}

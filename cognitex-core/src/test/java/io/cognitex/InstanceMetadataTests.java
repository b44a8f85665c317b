package io.cognitex;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests that only an administrator's operation goes looking for AWS credentials, which on
 * a machine that has none ends at the instance metadata service.
 */
@DisabledIfEnvironmentVariable(named = "AWS_ACCESS_KEY_ID", matches = ".+", disabledReason = "There are credentials")
class InstanceMetadataTests {

	private final AtomicInteger lookUps = new AtomicInteger();

	private final Map<String, @Nullable String> previous = new LinkedHashMap<>();

	private HttpServer metadataService;

	@BeforeEach
	void start(@TempDir Path empty) throws IOException {
		this.metadataService = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.metadataService.createContext("/", (exchange) -> {
			this.lookUps.incrementAndGet();
			exchange.sendResponseHeaders(404, -1);
			exchange.close();
		});
		this.metadataService.start();
		set("aws.ec2MetadataServiceEndpoint", "http://localhost:" + this.metadataService.getAddress().getPort());
		set("aws.sharedCredentialsFile", empty.resolve("credentials").toString());
		set("aws.configFile", empty.resolve("config").toString());
	}

	@AfterEach
	void stop() {
		this.previous.forEach((name, value) -> {
			if (value != null) {
				System.setProperty(name, value);
			}
			else {
				System.clearProperty(name);
			}
		});
		this.metadataService.stop(0);
	}

	@Test
	void operationThenMetadataServiceIsAskedForAdministratorsOnly() throws IOException {
		try (StubCognito cognito = new StubCognito().answer(200, "{}");
				CognitoAccountManager accounts = TestAccounts.builder(cognito.endpoint())
					.credentialsProvider(null)
					.build()) {
			accounts.confirm("alice", "123456");
			accounts.forgotPassword("alice");
			assertThat(cognito.requests()).hasSize(2);
			assertThat(this.lookUps).hasValue(0);

			assertThatExceptionOfType(CognitoException.class).isThrownBy(() -> accounts.adminGetUser("alice"))
				.satisfies((ex) -> assertThat(ex.error()).isEqualTo(CognitoError.ACCESS_DENIED));

			assertThat(cognito.requests()).hasSize(2);
			assertThat(this.lookUps).hasPositiveValue();
		}
	}

	private void set(String name, String value) {
		this.previous.put(name, System.getProperty(name));
		System.setProperty(name, value);
	}

}

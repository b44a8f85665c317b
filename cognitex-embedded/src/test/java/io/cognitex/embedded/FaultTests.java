package io.cognitex.embedded;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InternalErrorException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.TooManyRequestsException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Faults on demand, as a client sees them that tries nothing twice.
 */
class FaultTests {

	@AutoClose
	private final EmbeddedCognito cognito = EmbeddedCognito.start();

	@AutoClose
	private final CognitoIdentityProviderClient client = client(Duration.ofSeconds(30));

	@BeforeEach
	void addAlice() {
		this.cognito.addUser(TestUsers.alice().build());
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "signUp", "Unknown", "*" })
	void addFaultWhenOperationIsUnknownThenRefused(String operation) {
		assertThatIllegalArgumentException().isThrownBy(() -> this.cognito.addFault(Fault.throttling().on(operation)))
			.withMessageContaining("'" + operation + "'");

		assertThatCode(this::signIn).doesNotThrowAnyException();
	}

	@Test
	void faultWhenItMakesNoSenseThenRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> Fault.throttling().times(0));
		assertThatIllegalArgumentException().isThrownBy(() -> Fault.latency(Duration.ZERO));
		assertThatIllegalArgumentException().isThrownBy(() -> Fault.latency(Duration.ofSeconds(61)));
		assertThatIllegalArgumentException().isThrownBy(() -> Fault.exception("not a type", "text"));
	}

	@Test
	void exceptionWhenForTheNextCallThenOnlyThatFails() {
		this.cognito.addFault(Fault.exception("ResourceNotFoundException", "Gone.").on("InitiateAuth").times(1));

		Refusals.assertRefused(this::signIn, "ResourceNotFoundException", "Gone.");
		assertThatCode(this::signIn).doesNotThrowAnyException();
	}

	@Test
	void faultWhenForAnotherOperationThenNothingHappens() {
		this.cognito.addFault(Fault.droppedConnection().on("SignUp"));

		assertThatCode(this::signIn).doesNotThrowAnyException();
	}

	@Test
	void faultWhenNotLimitedThenHappensUntilCleared() {
		this.cognito.addFault(Fault.throttling());

		for (int i = 0; i < 3; i++) {
			assertThatExceptionOfType(TooManyRequestsException.class).isThrownBy(this::signIn);
		}
		this.cognito.clearFaults();

		assertThatCode(this::signIn).doesNotThrowAnyException();
	}

	@Test
	void internalErrorWhenItHappensThenStatusIs500() {
		this.cognito.addFault(Fault.internalError().times(1));

		assertThatExceptionOfType(InternalErrorException.class).isThrownBy(this::signIn)
			.satisfies((ex) -> assertThat(ex.statusCode()).isEqualTo(500));
	}

	@Test
	void droppedConnectionWhenItHappensThenOperationIsNotPerformed() {
		this.cognito.addFault(Fault.droppedConnection().on("SignUp").times(1));

		assertThatExceptionOfType(SdkClientException.class).isThrownBy(this::signUp);
		assertThat(this.cognito.messages()).isEmpty();
	}

	@Test
	void truncatedBodyWhenItHappensThenOperationIsPerformed() {
		this.cognito.addFault(Fault.truncatedBody().on("SignUp").times(1));

		assertThatExceptionOfType(SdkException.class).isThrownBy(this::signUp);
		assertThat(this.cognito.messages()).hasSize(1);
	}

	@Test
	void latencyWhenLongerThanTheClientWaitsThenClientGivesUp() {
		this.cognito.addFault(Fault.latency(Duration.ofSeconds(60)).times(1));

		try (CognitoIdentityProviderClient impatient = client(Duration.ofMillis(50))) {
			assertThatExceptionOfType(SdkClientException.class).isThrownBy(() -> signIn(impatient))
				.withMessageContaining("timed out");
		}
	}

	@Test
	void latencyWhenAnotherFaultFollowsThenBothHappen() {
		this.cognito.addFault(Fault.latency(Duration.ofMillis(1)).times(1));
		this.cognito.addFault(Fault.exception("ResourceNotFoundException", "Gone.").times(1));

		Refusals.assertRefused(this::signIn, "ResourceNotFoundException", "Gone.");
		assertThatCode(this::signIn).doesNotThrowAnyException();
	}

	@Test
	void faultWhenForEverythingThenKeysAreStillServed() throws Exception {
		this.cognito.addFault(Fault.droppedConnection());
		URI keys = URI.create(this.cognito.issuer() + "/.well-known/jwks.json");

		int status = HttpClient.newHttpClient()
			.send(HttpRequest.newBuilder(keys).build(), BodyHandlers.discarding())
			.statusCode();

		assertThat(status).isEqualTo(200);
	}

	@Test
	void callsWhenFaultsHappenThenSayTheirErrors() {
		this.cognito.addFault(Fault.throttling().times(1));
		this.cognito.addFault(Fault.droppedConnection().times(1));

		assertThatExceptionOfType(SdkException.class).isThrownBy(this::signIn);
		assertThatExceptionOfType(SdkException.class).isThrownBy(this::signIn);
		signIn();

		assertThat(this.cognito.calls()).extracting(RecordedCall::error)
			.containsExactly("TooManyRequestsException", "ConnectionClosed", null);
	}

	private CognitoIdentityProviderClient client(Duration timeout) {
		return CognitoIdentityProviderClient.builder()
			.endpointOverride(this.cognito.endpoint())
			.region(Region.of(this.cognito.region()))
			.credentialsProvider(AnonymousCredentialsProvider.create())
			.httpClientBuilder(UrlConnectionHttpClient.builder().socketTimeout(timeout))
			.overrideConfiguration((configuration) -> configuration.retryStrategy((retry) -> retry.maxAttempts(1)))
			.build();
	}

	private void signIn() {
		signIn(this.client);
	}

	private void signIn(CognitoIdentityProviderClient client) {
		client.initiateAuth((request) -> request.clientId(this.cognito.clientId())
			.authFlow("USER_PASSWORD_AUTH")
			.authParameters(Map.of("USERNAME", "alice", "PASSWORD", TestPool.PASSWORD)));
	}

	private void signUp() {
		this.client.signUp((request) -> request.clientId(this.cognito.clientId())
			.username("bob")
			.password(TestPool.PASSWORD)
			.userAttributes(AttributeType.builder().name("email").value("bob@example.com").build()));
	}

}

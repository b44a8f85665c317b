package io.cognitex;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import com.sun.net.httpserver.HttpExchange;
import io.cognitex.jwt.TestJwts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link AccountGateway} with answers that user pools give seldom.
 */
class AccountGatewayTests {

	private static final String TOKEN = TestJwts.accessToken().build();

	private StubCognito cognito;

	private CognitoAccountManager accounts;

	@BeforeEach
	void start() throws IOException {
		this.cognito = new StubCognito();
		this.accounts = TestAccounts.builder(this.cognito.endpoint()).build();
	}

	@AfterEach
	void stop() {
		this.accounts.close();
		this.cognito.close();
	}

	@Test
	@Timeout(30)
	void operationWhenAnswerDripsThenUnavailableAfterTheTimeoutOfTheCall() {
		CountDownLatch over = new CountDownLatch(1);
		this.cognito.answer((exchange) -> drip(exchange, over));
		CognitoAccountManager impatient = TestAccounts.builder(this.cognito.endpoint())
			.apiCallTimeout(Duration.ofMillis(500))
			.build();

		assertThatExceptionOfType(CognitoException.class).isThrownBy(() -> impatient.getUser(TOKEN))
			.satisfies((ex) -> assertThat(ex.error()).isEqualTo(CognitoError.SERVICE_UNAVAILABLE));

		over.countDown();
		assertThat(Thread.currentThread().isInterrupted()).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "{\"CodeDeliveryDetails\":{}}", "{\"CodeDeliveryDetails\":null}" })
	void forgotPasswordWhenCognitoTellsNoDetailsThenNone(String body) {
		this.cognito.answer(200, body);
		CodeDelivery none = new CodeDelivery(null, null, null);

		assertThat(this.accounts.forgotPassword("alice")).isEqualTo(none);
		assertThat(this.accounts.resendConfirmationCode("alice")).isEqualTo(none);
		assertThat(this.accounts.getUserAttributeVerificationCode(TOKEN, "email")).isEqualTo(none);
	}

	@Test
	void signUpWhenNothingIsSentThenNoCodeDelivery() {
		this.cognito.answer(200, "{\"UserConfirmed\":true,\"UserSub\":\"sub\"}");

		SignUpResult result = this.accounts.signUp("alice", "Passw0rd!", Map.of());

		assertThat(result).isEqualTo(new SignUpResult("sub", true, null));
	}

	@Test
	void signUpThenWhatWasAsked() {
		this.cognito.answer(200, "{\"UserSub\":\"sub\",\"CodeDeliveryDetails\":{\"AttributeName\":\"email\","
				+ "\"DeliveryMedium\":\"EMAIL\",\"Destination\":\"a***@e***\"}}");

		SignUpResult result = this.accounts.signUp("alice", "Passw0rd!", Map.of("email", "a@example.com"));

		assertThat(result).isEqualTo(new SignUpResult("sub", false, new CodeDelivery("a***@e***", "EMAIL", "email")));
		assertThat(this.cognito.requests().get(0).body())
			.isEqualTo(Map.of("ClientId", TestJwts.CLIENT_ID, "Username", "alice", "Password", "Passw0rd!",
					"UserAttributes", List.of(Map.of("Name", "email", "Value", "a@example.com"))));
	}

	@Test
	void getUserWhenAttributesAreOddThenThoseThatAreNot() {
		this.cognito
			.answer(200, "{\"Username\":\"alice\",\"UserAttributes\":[{\"Name\":\"email\",\"Value\":\"a@example.com\"},"
					+ "{\"Name\":\"empty\"},{\"Value\":\"nameless\"},{\"Name\":\"email\",\"Value\":\"b@example.com\"}],"
					+ "\"PreferredMfaSetting\":\"SOFTWARE_TOKEN_MFA\",\"UserMFASettingList\":[\"SOFTWARE_TOKEN_MFA\"]}");

		CognitoUser user = this.accounts.getUser(TOKEN);

		assertThat(user.attributes()).isEqualTo(Map.of("email", "b@example.com"));
		assertThat(user.preferredMfaSetting()).isEqualTo("SOFTWARE_TOKEN_MFA");
		assertThat(user.userMfaSettings()).containsExactly("SOFTWARE_TOKEN_MFA");
		assertThat(user.status()).isNull();
		assertThat(user.toString()).doesNotContain("example.com");
	}

	@Test
	void adminGetUserThenStateAndDates() {
		this.cognito.answer(200, "{\"Username\":\"alice\",\"UserAttributes\":[],\"Enabled\":false,"
				+ "\"UserStatus\":\"BRAND_NEW\",\"UserCreateDate\":1548108676.163,\"UserLastModifiedDate\":1.7E9}");

		CognitoUser user = this.accounts.adminGetUser("alice");

		assertThat(user.enabled()).isFalse();
		assertThat(user.status()).isEqualTo(UserStatus.UNKNOWN);
		assertThat(user.createdAt()).isEqualTo(Instant.ofEpochMilli(1548108676163L));
		assertThat(user.lastModifiedAt()).isEqualTo(Instant.ofEpochSecond(1_700_000_000));
	}

	@Test
	void updateUserAttributesWhenValueIsEmptyThenSentToBeDeleted() {
		this.cognito.answer(200, "{\"CodeDeliveryDetailsList\":[]}");

		List<CodeDelivery> deliveries = this.accounts.updateUserAttributes(TOKEN, Map.of("name", ""));

		assertThat(deliveries).isEmpty();
		assertThat(this.cognito.requests().get(0).body()).containsEntry("UserAttributes",
				List.of(Map.of("Name", "name", "Value", "")));
	}

	private static void drip(HttpExchange exchange, CountDownLatch over) throws IOException {
		exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.1");
		exchange.sendResponseHeaders(200, 0);
		try (OutputStream out = exchange.getResponseBody()) {
			while (!over.await(20, TimeUnit.MILLISECONDS)) {
				out.write(' ');
				out.flush();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}

package io.cognitex;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.cognitex.jwt.TestJwts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests of what {@link AccountChangeListener}s are told.
 */
class AccountChangeListenerTests {

	private final List<AccountChange> changes = new ArrayList<>();

	private final String token = TestJwts.accessToken().build();

	private StubCognito cognito;

	private CognitoAccountManager accounts;

	@BeforeEach
	void start() throws IOException {
		this.cognito = new StubCognito();
		this.accounts = TestAccounts.builder(this.cognito.endpoint()).build();
		this.accounts.addListener(this.changes::add);
	}

	@AfterEach
	void stop() {
		this.accounts.close();
		this.cognito.close();
	}

	@Test
	void operationWhenRefusedThenNothingIsTold() {
		this.cognito.answer(400, "{\"__type\":\"CodeMismatchException\"}");

		assertThatExceptionOfType(CognitoException.class)
			.isThrownBy(() -> this.accounts.confirmForgotPassword("123456", "alice", "Passw0rd!"));

		assertThat(this.changes).isEmpty();
	}

	@Test
	void operationWhenNotSentThenNothingIsTold() {
		assertThatExceptionOfType(CognitoException.class)
			.isThrownBy(() -> this.accounts.updateUserAttributes("garbage", Map.of("name", "Alice")));

		assertThat(this.changes).isEmpty();
	}

	@Test
	void operationWhenItOnlyReadsThenNothingIsTold() {
		this.cognito.answer(200, "{\"Username\":\"alice\",\"UserAttributes\":[]}");

		this.accounts.getUser(this.token);

		assertThat(this.changes).isEmpty();
	}

	@Test
	void operationWhenItsOutcomeIsUnknownThenToldAllTheSame() {
		this.cognito.answer(200, "text/html", "<html>");

		assertThatExceptionOfType(CognitoException.class)
			.isThrownBy(() -> this.accounts.changePassword(this.token, "Passw0rd!", "Passw1rd!"));

		assertThat(this.changes).hasSize(1);
	}

	@Test
	void operationWhenCalledWithAnAccessTokenThenItsUserIsTold() {
		this.cognito.answer(200, "{\"CodeDeliveryDetailsList\":[]}");

		this.accounts.changePassword(this.token, "Passw0rd!", "Passw1rd!");
		this.accounts.updateUserAttributes(this.token, Map.of("name", "Alice"));
		this.accounts.verifyUserAttribute(this.token, "email", "123456");

		assertThat(this.changes).hasSize(3)
			.containsOnly(new AccountChange("alice", "3f1e6f2a-0b1c-4d2e-9f3a-1234567890ab"));
	}

	@Test
	void operationWhenCalledWithANameThenThatIsTold() {
		this.cognito.answer(200, "{\"CodeDeliveryDetailsList\":[]}");

		this.accounts.confirm("alice@example.com", "123456");
		this.accounts.confirmForgotPassword("123456", "alice@example.com", "Passw0rd!");

		assertThat(this.changes).hasSize(2).containsOnly(new AccountChange("alice@example.com", null));
	}

}

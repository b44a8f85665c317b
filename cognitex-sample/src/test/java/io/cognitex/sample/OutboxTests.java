package io.cognitex.sample;

import io.cognitex.CognitoAccountManager;
import io.cognitex.embedded.EmbeddedCognito;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

@SampleTest
class OutboxTests {

	private final MockMvcTester mvc;

	private final EmbeddedCognito cognito;

	private final CognitoAccountManager accounts;

	@Autowired
	OutboxTests(MockMvcTester mvc, EmbeddedCognito cognito, CognitoAccountManager accounts) {
		this.mvc = mvc;
		this.cognito = cognito;
		this.accounts = accounts;
	}

	@Test
	void outboxShowsCodesThatWouldHaveBeenMailed() {
		String email = TestUsers.addUser(this.cognito);
		this.accounts.forgotPassword(email);

		assertThat(this.mvc.get().uri("/outbox")).hasStatusOk()
			.bodyText()
			.contains(this.cognito.lastMessage(email).orElseThrow().code())
			.doesNotContain("??");
	}

}

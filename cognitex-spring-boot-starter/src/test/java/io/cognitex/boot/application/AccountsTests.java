package io.cognitex.boot.application;

import java.util.Map;

import io.cognitex.CognitoAccountManager;
import io.cognitex.SignIn;
import io.cognitex.boot.application.accounts.AccountsApplication;
import io.cognitex.embedded.EmbeddedCognito;
import io.cognitex.embedded.SentMessage;
import org.junit.jupiter.api.Test;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An application without web or login, on the embedded pool, which starts unasked because
 * the application runs from a build directory.
 */
class AccountsTests {

	@Test
	void applicationWhenItOnlyUsesAccountsThenTheyWork() {
		try (ConfigurableApplicationContext application = new SpringApplicationBuilder(AccountsApplication.class)
			.web(WebApplicationType.NONE)
			.run("--spring.main.cloud-platform=none")) {
			CognitoAccountManager accounts = application.getBean(CognitoAccountManager.class);
			EmbeddedCognito cognito = application.getBean(EmbeddedCognito.class);

			accounts.signUp("carol", "Passw0rd!", Map.of("email", "carol@example.com"));
			accounts.confirm("carol", cognito.lastMessage("carol").map(SentMessage::code).orElseThrow());

			assertThat(accounts.authenticate("carol", "Passw0rd!")).isInstanceOf(SignIn.Completed.class);
		}
	}

}

package io.cognitex.test.application;

import io.cognitex.CognitoAccountManager;
import io.cognitex.security.CognitoAuthentication;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * An application that knows its users.
 */
@SpringBootApplication
public class TestApplication {

	/**
	 * Says who asks.
	 */
	@RestController
	public static class ProfileController {

		private final CognitoAccountManager accounts;

		ProfileController(CognitoAccountManager accounts) {
			this.accounts = accounts;
		}

		@GetMapping("/name")
		String name(@AuthenticationPrincipal(expression = "name") String name) {
			return name;
		}

		@GetMapping("/email")
		String email(CognitoAuthentication authentication) {
			String accessToken = authentication.getTokens().accessToken();
			return String.valueOf(this.accounts.getUser(accessToken).attribute("email"));
		}

	}

}

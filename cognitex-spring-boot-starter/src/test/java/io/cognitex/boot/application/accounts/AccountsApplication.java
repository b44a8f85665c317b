package io.cognitex.boot.application.accounts;

import io.cognitex.CognitoAccountManager;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.stereotype.Service;

/**
 * An application without web or login, which only uses the accounts.
 */
@SpringBootApplication
public class AccountsApplication {

	/**
	 * Uses the accounts.
	 */
	@Service
	static class Registrations {

		final CognitoAccountManager accounts;

		Registrations(CognitoAccountManager accounts) {
			this.accounts = accounts;
		}

	}

}

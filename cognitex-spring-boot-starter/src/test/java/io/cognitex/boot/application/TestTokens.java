package io.cognitex.boot.application;

import io.cognitex.CognitoAccountManager;
import io.cognitex.CognitoTokens;
import io.cognitex.SignIn;
import io.cognitex.embedded.EmbeddedCognito;
import io.cognitex.embedded.EmbeddedUser;

/**
 * Tokens of pools that are not the application's.
 */
final class TestTokens {

	private TestTokens() {
	}

	/**
	 * Tokens of a user {@code alice}, who is added to the pool.
	 * @param cognito the pool
	 * @return her tokens
	 */
	static CognitoTokens of(EmbeddedCognito cognito) {
		cognito.addUser(EmbeddedUser.named("alice").password("Passw0rd!").group("admin").build());
		CognitoAccountManager accounts = CognitoAccountManager.builder()
			.userPoolId(cognito.userPoolId())
			.clientId(cognito.clientId())
			.endpoint(cognito.endpoint())
			.issuer(cognito.issuer())
			.build();
		return ((SignIn.Completed) accounts.authenticate("alice", "Passw0rd!")).tokens();
	}

}

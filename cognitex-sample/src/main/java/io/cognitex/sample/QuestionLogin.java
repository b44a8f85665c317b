package io.cognitex.sample;

import io.cognitex.CognitoAccountManager;
import io.cognitex.SignInFlow;
import io.cognitex.boot.CognitoConnectionDetails;
import io.cognitex.security.CognitoAuthenticationProvider;

import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.stereotype.Component;

/**
 * A second way to log in, by the flow {@code CUSTOM_AUTH}: the triggers of the user pool
 * ask, and there is no password.
 */
@Component
class QuestionLogin implements AutoCloseable {

	private final CognitoAccountManager accounts;

	QuestionLogin(CognitoConnectionDetails connection) {
		this.accounts = CognitoAccountManager.builder()
			.userPoolId(connection.getUserPoolId())
			.clientId(connection.getClientId())
			.clientSecret(connection.getClientSecret())
			.region(connection.getRegion())
			.endpoint(connection.getEndpoint())
			.issuer(connection.getIssuer())
			.signInFlow(SignInFlow.CUSTOM_AUTH)
			.build();
	}

	AuthenticationManager authenticationManager() {
		return new ProviderManager(new CognitoAuthenticationProvider(this.accounts));
	}

	@Override
	public void close() {
		this.accounts.close();
	}

}

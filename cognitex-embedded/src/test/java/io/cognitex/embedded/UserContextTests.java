package io.cognitex.embedded;

import java.util.Map;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ExplicitAuthFlowsType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InitiateAuthResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolClientType;

import static io.cognitex.embedded.Refusals.assertInvalidParameter;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The address of a user's device, as clients tell it that are trusted to.
 */
class UserContextTests {

	@AutoClose
	private final TestPool pool = TestPool.start();

	@AutoClose
	private final CognitoIdentityProviderClient iam = TestClients.iam(this.pool.cognito);

	UserContextTests() {
		this.pool.addAlice();
	}

	@ParameterizedTest
	@ValueSource(strings = { "somewhere", "256.0.0.1", "10.0.0", "10.0.0.1 ", "2001:db8:::1", "::1%lo", "12345" })
	void signInWhenAddressIsInvalidThenRefused(String address) {
		UserPoolClientType client = client(true);

		assertInvalidParameter(() -> signIn(client, address), "The IP address in UserContextData is not valid.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "203.0.113.7", "2001:db8::1", "::ffff:203.0.113.7" })
	void signInWhenAddressIsValidThenTokens(String address) {
		assertThat(signIn(client(true), address).authenticationResult()).isNotNull();
	}

	@Test
	void signInWhenClientIsNotTrustedThenAddressIsOverlooked() {
		assertThat(signIn(client(false), "somewhere").authenticationResult()).isNotNull();
	}

	private UserPoolClientType client(boolean trusted) {
		return this.iam
			.createUserPoolClient((request) -> request.userPoolId(this.pool.cognito.userPoolId())
				.clientName("server")
				.generateSecret(true)
				.explicitAuthFlows(ExplicitAuthFlowsType.ALLOW_USER_PASSWORD_AUTH)
				.enablePropagateAdditionalUserContextData(trusted))
			.userPoolClient();
	}

	private InitiateAuthResponse signIn(UserPoolClientType client, String address) {
		return this.pool.client.initiateAuth((request) -> request.clientId(client.clientId())
			.authFlow(AuthFlowType.USER_PASSWORD_AUTH)
			.userContextData((context) -> context.ipAddress(address))
			.authParameters(Map.of("USERNAME", "alice", "PASSWORD", TestPool.PASSWORD, "SECRET_HASH",
					TestPool.secretHash(client.clientSecret(), "alice", client.clientId()))));
	}

}

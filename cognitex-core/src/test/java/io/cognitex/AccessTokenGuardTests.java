package io.cognitex;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.cognitex.jwt.TestJwts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for the access tokens that every operation turns away without a call.
 */
class AccessTokenGuardTests {

	@ParameterizedTest(name = "{0}: {1}")
	@MethodSource("foreignTokens")
	void operationWhenTokenIsForeignThenRefusedWithoutACall(String operation, String message, String token)
			throws IOException {
		try (StubCognito cognito = new StubCognito();
				CognitoAccountManager accounts = TestAccounts.builder(cognito.endpoint()).build()) {

			assertThatExceptionOfType(CognitoException.class)
				.isThrownBy(() -> TestAccounts.accessTokenOperations(token).get(operation).accept(accounts))
				.withMessage(message)
				.satisfies((ex) -> assertThat(ex.error()).isEqualTo(CognitoError.NOT_AUTHORIZED));
			assertThat(cognito.requests()).isEmpty();
		}
	}

	static Stream<Arguments> foreignTokens() {
		List<Arguments> cases = new ArrayList<>();
		for (String operation : TestAccounts.accessTokenOperations("").keySet()) {
			cases.add(Arguments.of(operation, "The token is not a signed JSON Web Token", "opaque"));
			cases.add(Arguments.of(operation, "The access token is of another user pool",
					TestJwts.accessToken().claim("iss", TestJwts.ISSUER + "X").build()));
			cases.add(Arguments.of(operation, "The access token is of another user pool",
					TestJwts.accessToken().claim("iss", null).build()));
			cases.add(Arguments.of(operation, "The access token is of another app client",
					TestJwts.accessToken().claim("client_id", "other").build()));
			cases.add(Arguments.of(operation, "The token is not an access token",
					TestJwts.accessToken().claim("token_use", "id").claim("aud", TestJwts.CLIENT_ID).build()));
		}
		return cases.stream();
	}

	@Test
	void operationWhenIssuerIsConfiguredThenItsTokensAreSent() throws IOException {
		String token = TestJwts.accessToken().claim("iss", "https://issuer.example.org/pool").build();
		try (StubCognito cognito = new StubCognito().answer(200, "{\"Username\":\"alice\",\"UserAttributes\":[]}");
				CognitoAccountManager accounts = TestAccounts.builder(cognito.endpoint())
					.issuer("https://issuer.example.org/pool")
					.build()) {

			CognitoUser user = accounts.getUser(token);

			assertThat(user.username()).isEqualTo("alice");
			assertThat(cognito.requests()).singleElement()
				.satisfies((request) -> assertThat(request.body()).containsEntry("AccessToken", token));
		}
	}

}

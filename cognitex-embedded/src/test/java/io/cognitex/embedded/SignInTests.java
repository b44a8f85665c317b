package io.cognitex.embedded;

import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ChallengeNameType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InitiateAuthResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.NotAuthorizedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SignInTests {

	private final EmbeddedCognito cognito = EmbeddedCognito.start();

	private final CognitoIdentityProviderClient client = TestClients.anonymous(this.cognito);

	@AfterEach
	void close() {
		this.client.close();
		this.cognito.close();
	}

	@Test
	void srpWhenPasswordIsWrongThenNotAuthorized() {
		this.cognito.addUser(EmbeddedUser.named("alice").password("Passw0rd!").build());

		assertThatExceptionOfType(NotAuthorizedException.class).isThrownBy(() -> srp("alice", "Wr0ngPass!"))
			.satisfies((ex) -> assertThat(ex.awsErrorDetails().errorMessage())
				.isEqualTo("Incorrect username or password."));
	}

	@Test
	void srpWhenPasswordIsRightThenTokens() {
		this.cognito.addUser(EmbeddedUser.named("alice").password("Passw0rd!").build());

		String accessToken = srp("alice", "Passw0rd!");

		assertThat(this.client.getUser((r) -> r.accessToken(accessToken)).username()).isEqualTo("alice");
	}

	@Test
	void signUpConfirmAndSignIn() {
		this.client.signUp((r) -> r.clientId(this.cognito.clientId())
			.username("bob")
			.password("Passw0rd!")
			.userAttributes(AttributeType.builder().name("email").value("bob@example.com").build()));
		String code = this.cognito.lastMessage("bob").orElseThrow().code();
		this.client.confirmSignUp((r) -> r.clientId(this.cognito.clientId()).username("bob").confirmationCode(code));

		InitiateAuthResponse response = this.client.initiateAuth((r) -> r.clientId(this.cognito.clientId())
			.authFlow(AuthFlowType.USER_PASSWORD_AUTH)
			.authParameters(Map.of("USERNAME", "bob", "PASSWORD", "Passw0rd!")));

		assertThat(response.authenticationResult().expiresIn()).isEqualTo(3600);
	}

	private String srp(String username, String password) {
		SrpClient srp = new SrpClient();
		InitiateAuthResponse challenge = this.client.initiateAuth((r) -> r.clientId(this.cognito.clientId())
			.authFlow(AuthFlowType.USER_SRP_AUTH)
			.authParameters(Map.of("USERNAME", username, "SRP_A", srp.publicValue())));
		return this.client.respondToAuthChallenge((r) -> r.clientId(this.cognito.clientId())
			.challengeName(ChallengeNameType.PASSWORD_VERIFIER)
			.challengeResponses(srp.responses(this.cognito.userPoolId(), challenge.challengeParameters(), password)))
			.authenticationResult()
			.accessToken();
	}

}

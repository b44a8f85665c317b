package io.cognitex;

import io.cognitex.embedded.EmbeddedCognito;
import io.cognitex.embedded.SentMessage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/**
 * The account operations against the embedded pool, once with each sign-in flow, and each
 * time with an app client and usernames of another kind.
 */
class EmbeddedAccountOperationsTests {

	@Nested
	class WithSrp extends OnEmbeddedCognito {

		WithSrp() {
			super(EmbeddedCognito.start(), SignInFlow.USER_SRP_AUTH);
		}

	}

	@Nested
	@Tag("slow")
	@Tag("without-spring")
	class WithSrpAndClientSecret extends OnEmbeddedCognito {

		WithSrpAndClientSecret() {
			super(EmbeddedCognito.builder().generateClientSecret(true).start(), SignInFlow.USER_SRP_AUTH);
		}

	}

	@Nested
	@Tag("slow")
	class WithPasswordAndEmailAsUsername extends OnEmbeddedCognito {

		WithPasswordAndEmailAsUsername() {
			super(EmbeddedCognito.builder().usernameAttributes("email").generateClientSecret(true).start(),
					SignInFlow.USER_PASSWORD_AUTH);
		}

		@Override
		String newUsername() {
			return super.newUsername() + "@example.com";
		}

		@Override
		String emailOf(String username) {
			return username;
		}

	}

	@Nested
	@Tag("slow")
	class WithPasswordSentByAdministrator extends OnEmbeddedCognito {

		WithPasswordSentByAdministrator() {
			super(EmbeddedCognito.builder().region("eu-central-1").start(), SignInFlow.ADMIN_USER_PASSWORD_AUTH);
		}

	}

	@TestInstance(Lifecycle.PER_CLASS)
	abstract static class OnEmbeddedCognito extends AccountOperationsTests {

		private final EmbeddedCognito cognito;

		private final CognitoAccountManager accounts;

		OnEmbeddedCognito(EmbeddedCognito cognito, SignInFlow flow) {
			this.cognito = cognito;
			this.accounts = CognitoAccountManager.builder()
				.userPoolId(cognito.userPoolId())
				.clientId(cognito.clientId())
				.clientSecret(cognito.clientSecret())
				.endpoint(cognito.endpoint())
				.issuer(cognito.issuer())
				.signInFlow(flow)
				.credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("id", "secret")))
				.build();
		}

		@AfterAll
		void stopServer() {
			this.cognito.close();
		}

		@Override
		CognitoAccountManager accounts() {
			return this.accounts;
		}

		@Override
		String sentCode(String username) {
			return this.cognito.lastMessage(username).map(SentMessage::code).orElseThrow();
		}

	}

}

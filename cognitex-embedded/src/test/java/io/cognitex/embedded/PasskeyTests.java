package io.cognitex.embedded;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.document.Document;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ChallengeNameType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InitiateAuthResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ListWebAuthnCredentialsResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.RespondToAuthChallengeResponse;

import static io.cognitex.embedded.PasskeyAuthenticator.challenge;
import static io.cognitex.embedded.Refusals.INCORRECT;
import static io.cognitex.embedded.Refusals.assertInvalidParameter;
import static io.cognitex.embedded.Refusals.assertNotAuthorized;
import static io.cognitex.embedded.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Passkeys: registered, used to sign in, listed and deleted.
 */
class PasskeyTests {

	@AutoClose
	private final TestPool pool = TestPool
		.start((builder) -> builder.explicitAuthFlows("ALLOW_USER_AUTH", "ALLOW_USER_PASSWORD_AUTH")
			.allowedFirstAuthFactors("PASSWORD", "WEB_AUTHN")
			.relyingParty("example.com", "required"));

	@AutoClose
	private final CognitoIdentityProviderClient iam = TestClients.iam(this.pool.cognito);

	private final PasskeyAuthenticator authenticator = new PasskeyAuthenticator("example.com",
			"https://app.example.com", 7);

	private String accessToken = "";

	@BeforeEach
	void addAlice() {
		this.pool.addAlice();
		this.accessToken = this.pool.accessToken("alice");
	}

	@Test
	void startWhenPoolHasNoPasskeysThenRefused() {
		try (TestPool pool = TestPool.start()) {
			pool.addAlice();
			String token = pool.accessToken("alice");

			assertRefused(() -> pool.client.startWebAuthnRegistration((request) -> request.accessToken(token)),
					"WebAuthnNotEnabledException", "WebAuthn is not enabled for the user pool.");
		}
	}

	@Test
	void startWhenPoolHasNoRelyingPartyThenRefused() {
		try (TestPool pool = TestPool.start((builder) -> builder.allowedFirstAuthFactors("PASSWORD", "WEB_AUTHN"))) {
			pool.addAlice();
			String token = pool.accessToken("alice");

			assertRefused(() -> pool.client.startWebAuthnRegistration((request) -> request.accessToken(token)),
					"WebAuthnConfigurationMissingException", "The user pool has no relying party.");
		}
	}

	@Test
	void relyingPartyWhenMalformedThenRefusedElseDescribed() {
		assertThatIllegalArgumentException().isThrownBy(() -> EmbeddedCognito.builder().relyingParty("", "required"));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> EmbeddedCognito.builder().relyingParty("example.com", "discouraged"));
		assertThat(this.iam.getUserPoolMfaConfig((request) -> request.userPoolId(this.pool.cognito.userPoolId()))
			.webAuthnConfiguration()).satisfies((configuration) -> {
				assertThat(configuration.relyingPartyId()).isEqualTo("example.com");
				assertThat(configuration.userVerificationAsString()).isEqualTo("required");
			});
	}

	@Test
	void completeWhenNothingWasStartedThenRefused() {
		assertRefused(() -> complete(this.authenticator.register("AAAA")), "WebAuthnChallengeNotFoundException",
				"The challenge was not found or has expired.");
	}

	@Test
	void completeWhenChallengeOriginOrRelyingPartyIsAnotherThenRefused() {
		start();
		assertRefused(() -> complete(this.authenticator.register("AAAA")), "WebAuthnChallengeNotFoundException",
				"The challenge was not found or has expired.");
		assertRegistrationRefused(new PasskeyAuthenticator("example.com", "https://example.com.evil.net", 1),
				"WebAuthnOriginNotAllowedException", "The origin is not allowed.");
		assertRegistrationRefused(new PasskeyAuthenticator("example.com", "http://app.example.com", 1),
				"WebAuthnOriginNotAllowedException", "The origin is not allowed.");
		assertRegistrationRefused(new PasskeyAuthenticator("other.com", "https://example.com", 1),
				"WebAuthnRelyingPartyMismatchException", "The credential is for another relying party.");
		start();
		assertRefused(() -> complete(Document.mapBuilder().putString("id", "x").build()),
				"WebAuthnCredentialNotSupportedException", "The credential is not supported.");
	}

	@Test
	void registerWhenRightThenListedAndDeletedOnce() {
		register();

		var credential = this.pool.client.listWebAuthnCredentials((request) -> request.accessToken(this.accessToken))
			.credentials()
			.get(0);
		assertThat(credential.relyingPartyId()).isEqualTo("example.com");
		assertThat(credential.authenticatorAttachment()).isEqualTo("platform");
		assertThat(credential.authenticatorTransports()).containsExactly("internal");
		delete(credential.credentialId());
		assertRefused(() -> delete(credential.credentialId()), "ResourceNotFoundException",
				"The credential does not exist.");
	}

	@Test
	void listWhenPagedThenEveryPasskeyOnceAndNoMoreThanTwenty() {
		for (int number = 1; number <= 20; number++) {
			complete(authenticator(number).register(start()));
		}
		assertRefused(() -> complete(authenticator(21).register(start())), "LimitExceededException",
				"The user has too many passkeys.");
		assertInvalidParameter(() -> list(21, null),
				"1 validation error detected: Value '21' at 'maxResults' failed to satisfy constraint: Member must "
						+ "have value less than or equal to 20");
		assertInvalidParameter(() -> list(5, "forged"), "Invalid pagination token given.");

		List<String> ids = new ArrayList<>();
		ListWebAuthnCredentialsResponse page = list(9, null);
		while (page.nextToken() != null) {
			assertThat(page.credentials()).hasSize(9);
			page.credentials().forEach((credential) -> ids.add(credential.credentialId()));
			page = list(9, page.nextToken());
		}
		page.credentials().forEach((credential) -> ids.add(credential.credentialId()));

		assertThat(ids).hasSize(20).doesNotHaveDuplicates();
	}

	@Test
	void signInWhenUserHasNoPasskeyThenNotOffered() {
		assertThat(signIn().availableChallengesAsStrings()).doesNotContain("WEB_AUTHN");
	}

	@Test
	void signInWhenSignatureIsAnothersReplayedOrOfAnotherChallengeThenRefused() {
		register();

		InitiateAuthResponse first = signIn();
		assertNotAuthorized(() -> answer(first, new PasskeyAuthenticator("example.com", "https://app.example.com", 7)
			.authenticate(challenge(first.challengeParameters()))), INCORRECT);
		assertNotAuthorized(() -> answer(first, this.authenticator.authenticate("AAAA")),
				"Invalid session for the user, session can only be used once.");
		InitiateAuthResponse second = signIn();
		assertNotAuthorized(() -> answer(second, this.authenticator.authenticate("AAAA")), INCORRECT);
		InitiateAuthResponse third = signIn();
		assertNotAuthorized(() -> answer(third, "no JSON"), INCORRECT);
	}

	@Test
	void signInWhenSignatureIsRightThenTokens() {
		register();
		InitiateAuthResponse asked = signIn();

		RespondToAuthChallengeResponse response = answer(asked,
				this.authenticator.authenticate(challenge(asked.challengeParameters())));

		assertThat(asked.challengeName()).isEqualTo(ChallengeNameType.WEB_AUTHN);
		assertThat(this.pool.attributesOf(response.authenticationResult().accessToken())).containsEntry("email",
				"alice@example.com");
	}

	@Test
	void restoreWhenPasskeyWasUsedSinceThenTheSameSignatureCountsAgain() {
		register();
		InitiateAuthResponse asked = signIn();
		String credential = this.authenticator.authenticate(challenge(asked.challengeParameters()));
		PoolSnapshot snapshot = this.pool.cognito.snapshot();

		for (int i = 0; i < 2; i++) {
			assertThat(answer(asked, credential).authenticationResult()).isNotNull();
			this.pool.cognito.restore(snapshot);
		}
	}

	private void assertRegistrationRefused(PasskeyAuthenticator authenticator, String type, String text) {
		String challenge = start();
		assertRefused(() -> complete(authenticator.register(challenge)), type, text);
	}

	private static PasskeyAuthenticator authenticator(int number) {
		return new PasskeyAuthenticator("example.com", "https://app.example.com", number);
	}

	private ListWebAuthnCredentialsResponse list(int maxResults, @Nullable String nextToken) {
		return this.pool.client.listWebAuthnCredentials(
				(request) -> request.accessToken(this.accessToken).maxResults(maxResults).nextToken(nextToken));
	}

	private void register() {
		complete(this.authenticator.register(start()));
	}

	private String start() {
		return this.pool.client.startWebAuthnRegistration((request) -> request.accessToken(this.accessToken))
			.credentialCreationOptions()
			.asMap()
			.get("challenge")
			.asString();
	}

	private void complete(Document credential) {
		this.pool.client
			.completeWebAuthnRegistration((request) -> request.accessToken(this.accessToken).credential(credential));
	}

	private void delete(String credentialId) {
		this.pool.client
			.deleteWebAuthnCredential((request) -> request.accessToken(this.accessToken).credentialId(credentialId));
	}

	private InitiateAuthResponse signIn() {
		return this.pool.initiate(AuthFlowType.USER_AUTH,
				Map.of("USERNAME", "alice", "PREFERRED_CHALLENGE", "WEB_AUTHN"));
	}

	private RespondToAuthChallengeResponse answer(InitiateAuthResponse asked, String credential) {
		return this.pool.respond(ChallengeNameType.WEB_AUTHN, asked.session(),
				Map.of("USERNAME", "alice", "CREDENTIAL", credential));
	}

}

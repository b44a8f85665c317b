package io.cognitex;

import java.time.Instant;

import io.cognitex.embedded.EmbeddedCognito;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Passkeys: registered, used to sign in, listed, deleted.
 */
class PasskeyTests {

	private final TestClock clock = new TestClock(Instant.now());

	private final EmbeddedCognito cognito = TestPools.withoutPassword(this.clock).start();

	private final CognitoAccountManager accounts = TestAccounts.builder(this.cognito).clock(this.clock).build();

	private final TestAuthenticator authenticator = new TestAuthenticator("example.com", "https://example.com", 1);

	private String accessToken = "";

	@BeforeEach
	void addAlice() {
		this.cognito.addUser(TestPerson.named("alice").build());
		this.accessToken = ((SignIn.Completed) this.accounts.authenticate("alice", TestPerson.PASSWORD)).tokens()
			.accessToken();
	}

	@AfterEach
	void stop() {
		this.accounts.close();
		this.cognito.close();
	}

	@Test
	void startRegistrationWhenPoolHasNoPasskeysThenRefused() {
		try (EmbeddedCognito without = EmbeddedCognito.start();
				CognitoAccountManager accounts = TestAccounts.builder(without).build()) {
			without.addUser(TestPerson.named("alice").build());
			String accessToken = ((SignIn.Completed) accounts.authenticate("alice", TestPerson.PASSWORD)).tokens()
				.accessToken();

			assertThat(error(() -> accounts.startWebAuthnRegistration(accessToken)))
				.isIn(CognitoError.WEB_AUTHN_NOT_ENABLED, CognitoError.WEB_AUTHN_CONFIGURATION_MISSING);
		}
	}

	@Test
	void completeRegistrationWhenCredentialIsNoJsonThenInvalidParameterWithoutACall() {
		this.cognito.clearCalls();

		for (String credential : new String[] { "", "no JSON", "[]", "{\"id\":", "null" }) {
			assertThat(error(() -> this.accounts.completeWebAuthnRegistration(this.accessToken, credential)))
				.isEqualTo(CognitoError.INVALID_PARAMETER);
		}
		assertThat(this.cognito.calls()).isEmpty();
	}

	@Test
	void completeRegistrationWhenItWasNotBegunThenRefused() {
		String credential = this.authenticator.register(this.accounts.startWebAuthnRegistration(this.accessToken)
			.replace("\"challenge\":\"", "\"challenge\":\"AAAA"));

		assertThat(error(() -> this.accounts.completeWebAuthnRegistration(this.accessToken, credential)))
			.isIn(CognitoError.WEB_AUTHN_CHALLENGE_NOT_FOUND, CognitoError.WEB_AUTHN_CLIENT_MISMATCH);
		assertThat(this.accounts.listWebAuthnCredentials(this.accessToken)).isEmpty();
	}

	@Test
	void completeRegistrationWhenPageIsOfAnotherDomainThenRefused() {
		TestAuthenticator elsewhere = new TestAuthenticator("example.com", "https://example.org", 1);
		String credential = elsewhere.register(this.accounts.startWebAuthnRegistration(this.accessToken));

		assertThat(error(() -> this.accounts.completeWebAuthnRegistration(this.accessToken, credential)))
			.isEqualTo(CognitoError.WEB_AUTHN_ORIGIN_NOT_ALLOWED);
	}

	@Test
	void deleteWhenPasskeyIsUnknownThenRefused() {
		assertThat(error(() -> this.accounts.deleteWebAuthnCredential(this.accessToken, "AAAA")))
			.isEqualTo(CognitoError.RESOURCE_NOT_FOUND);
	}

	@Test
	void respondWhenSignatureIsAnothersThenRefusedAndOver() {
		register();
		SignInChallenge.WebAuthn challenge = askForPasskey("alice");
		TestAuthenticator forger = new TestAuthenticator("example.com", "https://example.com", 1);

		assertThat(error(() -> this.accounts
			.respond(challenge.answer(forger.authenticate(challenge.credentialRequestOptions())))))
			.isEqualTo(CognitoError.NOT_AUTHORIZED);
	}

	@Test
	void respondWhenPasskeyIsRightThenTokens() {
		register();

		SignInChallenge.WebAuthn challenge = askForPasskey("alice@example.com");
		SignIn signIn = this.accounts
			.respond(challenge.answer(this.authenticator.authenticate(challenge.credentialRequestOptions())));

		assertThat(signIn).isInstanceOfSatisfying(SignIn.Completed.class, (completed) -> {
			assertThat(completed.factors()).extracting(ProvenFactor::factor).containsExactly(SignInFactor.WEB_AUTHN);
			assertThat(this.accounts.getUser(completed.tokens().accessToken()).username()).isEqualTo("alice");
		});
	}

	@Test
	void respondWhenPasskeyIsChosenThenItIsAsked() {
		register();
		SignInChallenge.SelectChallenge select = (SignInChallenge.SelectChallenge) this.accounts
			.authenticate(SignInRequest.forUser("alice").withFlow(SignInFlow.USER_AUTH));

		SignIn signIn = this.accounts.respond(select.choose("WEB_AUTHN"));

		assertThat(select.choices()).containsExactlyInAnyOrder("PASSWORD", "EMAIL_OTP", "SMS_OTP", "WEB_AUTHN");
		assertThat(signIn).isInstanceOf(SignInChallenge.WebAuthn.class);
	}

	@Test
	void listAndDeleteThenThePasskeysOfTheUser() {
		register();

		Passkey passkey = this.accounts.listWebAuthnCredentials(this.accessToken).get(0);
		assertThat(passkey.relyingPartyId()).isEqualTo("example.com");
		assertThat(passkey.createdAt()).isNotNull();
		assertThat(this.accounts.getUserAuthFactors(this.accessToken).configuredFactors()).contains("WEB_AUTHN");
		this.accounts.deleteWebAuthnCredential(this.accessToken, passkey.credentialId());

		assertThat(this.accounts.listWebAuthnCredentials(this.accessToken)).isEmpty();
	}

	private void register() {
		String options = this.accounts.startWebAuthnRegistration(this.accessToken);
		this.accounts.completeWebAuthnRegistration(this.accessToken, this.authenticator.register(options));
	}

	private SignInChallenge.WebAuthn askForPasskey(String username) {
		return (SignInChallenge.WebAuthn) this.accounts.authenticate(
				SignInRequest.forUser(username).withFlow(SignInFlow.USER_AUTH).withPreferredChallenge("WEB_AUTHN"));
	}

	private static CognitoError error(ThrowingCallable operation) {
		CognitoException ex = catchThrowableOfType(CognitoException.class, operation);
		assertThat(ex).as("refusal").isNotNull();
		return ex.error();
	}

}

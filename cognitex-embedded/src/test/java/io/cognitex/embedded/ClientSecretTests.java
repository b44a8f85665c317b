package io.cognitex.embedded;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ClientSecretDescriptorType;

import static org.assertj.core.api.Assertions.assertThat;

class ClientSecretTests {

	private static final String OWN_SECRET = "a1b2c3d4e5f6g7h8i9j0k1l2m3n4";

	private final TestPool pool = TestPool
		.start((builder) -> builder.generateClientSecret(true).clock(new MutableClock()));

	private final CognitoIdentityProviderClient iam = TestClients.iam(this.pool.cognito);

	@AfterEach
	void close() {
		this.iam.close();
		this.pool.close();
	}

	@Test
	void addUserPoolClientSecretWhenUnsignedThenMissingAuthenticationToken() {
		Refusals.assertRefused(
				() -> this.pool.client.addUserPoolClientSecret(
						(r) -> r.userPoolId(this.pool.cognito.userPoolId()).clientId(this.pool.clientId())),
				"MissingAuthenticationTokenException", "Missing Authentication Token");
	}

	@Test
	void addUserPoolClientSecretWhenClientIsUnknownOrPublicThenRefused() {
		String publicClient = this.pool.cognito.addClient();

		Refusals.assertRefused(() -> add("nobody", null), "ResourceNotFoundException",
				"User pool client nobody does not exist.");
		Refusals.assertInvalidParameter(() -> add(publicClient, null),
				"Client " + publicClient + " is not configured with a secret.");
	}

	@Test
	void addUserPoolClientSecretWhenSecretIsTooShortThenItIsNotRepeated() {
		Refusals.assertInvalidParameter(() -> add(this.pool.clientId(), "too+short"),
				"1 validation error detected: Value at 'clientSecret' failed to satisfy constraint: Member must have "
						+ "length greater than or equal to 24");
	}

	@Test
	void addUserPoolClientSecretWhenThereAreTwoThenLimitExceeded() {
		add(this.pool.clientId(), null);

		Refusals.assertRefused(() -> add(this.pool.clientId(), null), "LimitExceededException",
				"Client " + this.pool.clientId() + " has two secrets already.");
	}

	@Test
	void addUserPoolClientSecretWhenChosenByCallerThenNotRepeated() {
		assertThat(add(this.pool.clientId(), OWN_SECRET).clientSecretValue()).isNull();
	}

	@Test
	void secretHashWhenThereAreTwoSecretsThenEitherCounts() {
		this.pool.addAlice();
		String first = secretHash(String.valueOf(this.pool.cognito.clientSecret()));

		String second = secretHash(add(this.pool.clientId(), null).clientSecretValue());

		assertThat(second).isNotEqualTo(first);
		assertThat(signIn(first)).isNotEmpty();
		assertThat(signIn(second)).isNotEmpty();
		Refusals.assertNotAuthorized(() -> signIn(secretHash(OWN_SECRET)),
				"Unable to verify secret hash for client " + this.pool.clientId());
	}

	@Test
	void secretHashWhenSecretWasDeletedThenRefused() {
		this.pool.addAlice();
		String first = secretHash(String.valueOf(this.pool.cognito.clientSecret()));
		String second = secretHash(add(this.pool.clientId(), null).clientSecretValue());

		delete(list().get(0).clientSecretId());

		Refusals.assertNotAuthorized(() -> signIn(first),
				"Unable to verify secret hash for client " + this.pool.clientId());
		assertThat(signIn(second)).isNotEmpty();
		assertThat(secretHash(String.valueOf(this.pool.cognito.clientSecret()))).isEqualTo(second);
	}

	@Test
	void deleteUserPoolClientSecretWhenUnknownOrTheOnlyOneThenRefused() {
		Refusals.assertRefused(() -> delete("another"), "ResourceNotFoundException",
				"Client secret another does not exist.");
		Refusals.assertInvalidParameter(() -> delete(list().get(0).clientSecretId()),
				"The only secret of a client cannot be deleted.");
	}

	@Test
	void listUserPoolClientSecretsThenIdsButNoSecrets() {
		add(this.pool.clientId(), OWN_SECRET);

		assertThat(list()).hasSize(2)
			.allMatch((secret) -> secret.clientSecretId().matches(this.pool.clientId() + "--[0-9]{13}"))
			.allMatch((secret) -> secret.clientSecretValue() == null)
			.extracting(ClientSecretDescriptorType::clientSecretId)
			.doesNotHaveDuplicates();
	}

	private ClientSecretDescriptorType add(String clientId, String secret) {
		return this.iam
			.addUserPoolClientSecret(
					(r) -> r.userPoolId(this.pool.cognito.userPoolId()).clientId(clientId).clientSecret(secret))
			.clientSecretDescriptor();
	}

	private void delete(String secretId) {
		this.iam.deleteUserPoolClientSecret((r) -> r.userPoolId(this.pool.cognito.userPoolId())
			.clientId(this.pool.clientId())
			.clientSecretId(secretId));
	}

	private List<ClientSecretDescriptorType> list() {
		return this.iam
			.listUserPoolClientSecrets(
					(r) -> r.userPoolId(this.pool.cognito.userPoolId()).clientId(this.pool.clientId()))
			.clientSecrets();
	}

	private String secretHash(String secret) {
		return TestPool.secretHash(secret, "alice", this.pool.clientId());
	}

	private String signIn(String secretHash) {
		return this.pool
			.initiate(AuthFlowType.USER_PASSWORD_AUTH,
					Map.of("USERNAME", "alice", "PASSWORD", TestPool.PASSWORD, "SECRET_HASH", secretHash))
			.authenticationResult()
			.accessToken();
	}

}

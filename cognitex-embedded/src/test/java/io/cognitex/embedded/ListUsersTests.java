package io.cognitex.embedded;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ListUsersRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ListUsersResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserType;

import static org.assertj.core.api.Assertions.assertThat;

class ListUsersTests {

	private final TestPool pool = TestPool.start();

	private final CognitoIdentityProviderClient iam = TestClients.iam(this.pool.cognito);

	@BeforeEach
	void addUsers() {
		this.pool.addAlice();
		this.pool.cognito.addUser(EmbeddedUser.named("bob")
			.password(TestPool.PASSWORD)
			.attribute("email", "bob@example.org")
			.attribute("name", "Bob \"the\" Builder")
			.attribute("phone_number", "+15550100")
			.status(EmbeddedUser.Status.FORCE_CHANGE_PASSWORD)
			.build());
		this.pool.cognito.addUser(EmbeddedUser.named("carol").enabled(false).build());
	}

	@AfterEach
	void close() {
		this.iam.close();
		this.pool.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "email", "email =", "email = alice", "email == \"a\"", "= \"a\"", "email = \"a\" and x",
			"email $= \"a\"", "email = \"a", "email = \"a\"\"" })
	void listUsersWhenFilterIsMalformedThenInvalidParameter(String filter) {
		Refusals.assertInvalidParameter(() -> list(filter), "Error while parsing filter");
	}

	@ParameterizedTest
	@ValueSource(strings = { "custom:foo", "address", "enabled" })
	void listUsersWhenAttributeIsNotSearchableThenInvalidParameter(String attribute) {
		Refusals.assertInvalidParameter(() -> list(attribute + " = \"a\""), "Invalid search attribute: " + attribute);
	}

	@Test
	void listUsersWhenAttributesToGetAreUnknownThenInvalidParameter() {
		Refusals.assertInvalidParameter(() -> this.iam.listUsers(request().attributesToGet("custom:foo").build()),
				"One or more requested attributes do not exist.");
	}

	@Test
	void listUsersWhenLimitIsTooLargeThenValidationError() {
		Refusals.assertInvalidParameter(() -> this.iam.listUsers(request().limit(61).build()),
				"1 validation error detected: Value '61' at 'limit' failed to satisfy constraint: Member must have "
						+ "value less than or equal to 60");
	}

	@Test
	void listUsersWhenTokenIsOfAnotherFilterThenInvalidParameter() {
		String token = this.iam.listUsers(request().limit(1).build()).paginationToken();

		Refusals.assertInvalidParameter(
				() -> this.iam.listUsers(request().filter("status = \"Enabled\"").paginationToken(token).build()),
				"Invalid pagination token given.");
	}

	@Test
	void listUsersWhenUnsignedThenMissingAuthenticationToken() {
		Refusals.assertRefused(() -> this.pool.client.listUsers(request().build()),
				"MissingAuthenticationTokenException", "Missing Authentication Token");
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '\'', textBlock = """
			'username = "alice"',                       alice
			'username="alice"',                         alice
			'"username" = "alice"',                     alice
			'username ^= "al"',                         alice
			'username ^= "AL"',
			'email ^= "bob@"',                          bob
			'email = "bob@"',
			'name = "Bob \\"the\\" Builder"',           bob
			'phone_number ^= "+1555"',                  bob
			'cognito:user_status = "force_change_password"', bob
			'status = "Disabled"',                      carol
			'status = "disabled"',
			'given_name = ""',
			""")
	void listUsersWhenFilteredThenOnlyThose(String filter, String expected) {
		List<UserType> users = list(filter);

		assertThat(users).extracting(UserType::username)
			.containsExactlyElementsOf((expected != null) ? List.of(expected) : List.of());
	}

	@Test
	void listUsersWhenAttributesToGetAreNamedThenOnlyThose() {
		ListUsersResponse response = this.iam.listUsers(request().attributesToGet("email").build());

		assertThat(response.users().stream().flatMap((user) -> user.attributes().stream()))
			.extracting((attribute) -> attribute.name())
			.containsExactly("email", "email");
	}

	@Test
	void listUsersWhenPagedThenEveryUserOnceAlsoIfOneIsDeleted() {
		List<String> names = new ArrayList<>();

		ListUsersResponse page = this.iam.listUsers(request().limit(1).build());
		names.add(page.users().get(0).username());
		this.iam.adminDeleteUser((r) -> r.userPoolId(this.pool.cognito.userPoolId()).username(names.get(0)));
		while (page.paginationToken() != null) {
			page = this.iam.listUsers(request().limit(1).paginationToken(page.paginationToken()).build());
			names.add(page.users().get(0).username());
		}

		assertThat(names).containsExactlyInAnyOrder("alice", "bob", "carol");
	}

	private List<UserType> list(String filter) {
		return this.iam.listUsers(request().filter(filter).build()).users();
	}

	private ListUsersRequest.Builder request() {
		return ListUsersRequest.builder().userPoolId(this.pool.cognito.userPoolId());
	}

}

package io.cognitex.embedded;

import java.text.ParseException;
import java.util.List;
import java.util.Map;

import com.nimbusds.jwt.SignedJWT;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.GroupType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ListGroupsResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserType;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class GroupTests {

	private static final String ADMIN_ROLE = "arn:aws:iam::123456789012:role/admin";

	private static final String READER_ROLE = "arn:aws:iam::123456789012:role/reader";

	private final TestPool pool = TestPool.start();

	private final CognitoIdentityProviderClient iam = TestClients.iam(this.pool.cognito);

	private final String userPoolId = this.pool.cognito.userPoolId();

	@AfterEach
	void close() {
		this.iam.close();
		this.pool.close();
	}

	@Test
	void createGroupWhenRoleAndPrecedenceAreMalformedThenBothViolations() {
		Refusals.assertInvalidParameter(() -> create("admin", "admin-role-of-ours-is-no-arn", -1),
				"2 validation errors detected: Value 'admin-role-of-ours-is-no-arn' at 'roleArn' failed to satisfy "
						+ "constraint: Member must satisfy regular expression pattern: arn:[\\w+=/,.@-]+:[\\w+=/,.@-]+:"
						+ "([\\w+=/,.@-]*)?:[0-9]+:[\\w+=/,.@-]+(:[\\w+=/,.@-]+)?(:[\\w+=/,.@-]+)?; Value '-1' at "
						+ "'precedence' failed to satisfy constraint: Member must have value greater than or equal to 0");
	}

	@Test
	void createGroupWhenItExistsThenGroupExists() {
		create("admin", null, null);

		Refusals.assertRefused(() -> create("admin", null, null), "GroupExistsException",
				"A group with the name already exists.");
	}

	@Test
	void membershipsWhenPagedThenEveryOneOnce() {
		for (String username : List.of("ann", "bea", "cid")) {
			this.pool.cognito.addUser(EmbeddedUser.named(username).password(TestPool.PASSWORD).build());
		}
		for (String group : List.of("red", "green", "blue")) {
			create(group, null, null);
			join("ann", group);
		}
		join("bea", "red");
		join("cid", "red");

		assertThat(
				this.iam.adminListGroupsForUserPaginator((r) -> r.userPoolId(this.userPoolId).username("ann").limit(2))
					.groups()
					.stream()
					.map(GroupType::groupName))
			.containsExactlyInAnyOrder("red", "green", "blue");
		assertThat(this.iam.listUsersInGroupPaginator((r) -> r.userPoolId(this.userPoolId).groupName("red").limit(2))
			.users()
			.stream()
			.map(UserType::username)).containsExactlyInAnyOrder("ann", "bea", "cid");
		Refusals.assertInvalidParameter(
				() -> this.iam
					.listUsersInGroup((r) -> r.userPoolId(this.userPoolId).groupName("red").nextToken("forged")),
				"Invalid pagination token given.");
	}

	@Test
	void operationsWhenGroupIsUnknownThenNotFound() {
		this.pool.addAlice();

		Refusals.assertRefused(() -> join("alice", "nobodys"), "ResourceNotFoundException", "Group not found.");
		Refusals.assertRefused(
				() -> this.iam.adminRemoveUserFromGroup(
						(r) -> r.userPoolId(this.userPoolId).username("alice").groupName("nobodys")),
				"ResourceNotFoundException", "Group not found.");
		Refusals.assertRefused(() -> this.iam.getGroup((r) -> r.userPoolId(this.userPoolId).groupName("nobodys")),
				"ResourceNotFoundException", "Group not found.");
		Refusals.assertRefused(() -> this.iam.updateGroup((r) -> r.userPoolId(this.userPoolId).groupName("nobodys")),
				"ResourceNotFoundException", "Group not found.");
		Refusals.assertRefused(() -> this.iam.deleteGroup((r) -> r.userPoolId(this.userPoolId).groupName("nobodys")),
				"ResourceNotFoundException", "Group not found.");
		Refusals.assertRefused(() -> usersIn("nobodys"), "ResourceNotFoundException", "Group not found.");
	}

	@Test
	void adminAddUserToGroupWhenUserIsUnknownThenUserNotFound() {
		create("admin", null, null);

		Refusals.assertRefused(() -> join("nobody", "admin"), "UserNotFoundException", "User does not exist.");
	}

	@Test
	void adminAddUserToGroupWhenUserIsInAHundredThenInvalidParameterUnlessItIsOneOfThem() {
		EmbeddedUser.Builder alice = TestUsers.alice();
		for (int i = 0; i < 100; i++) {
			alice.group("group-" + i);
		}
		this.pool.cognito.addUser(alice.build());
		create("admin", null, null);

		Refusals.assertInvalidParameter(() -> join("alice", "admin"),
				"The user is in as many groups as a user can be in.");
		assertThat(usersIn("admin")).isEmpty();
		join("alice", "group-7");
		assertThatIllegalArgumentException().isThrownBy(() -> this.pool.cognito.addUser(alice.group("admin").build()));
	}

	@Test
	void adminAddUserToGroupWhenCalledTwiceThenOneMembershipThatTokensTell() throws Exception {
		this.pool.addAlice();
		create("admin", null, null);

		join("alice", "admin");
		join("alice", "admin");

		assertThat(usersIn("admin")).extracting(UserType::username).containsExactly("alice");
		assertThat(groupsOf("alice")).extracting(GroupType::groupName).containsExactly("admin");
		assertThat(idToken("alice")).containsEntry("cognito:groups", List.of("admin"))
			.doesNotContainKeys("cognito:roles", "cognito:preferred_role");
	}

	@Test
	void adminRemoveUserFromGroupThenTokensTellNoGroup() throws Exception {
		this.pool.addAlice();
		create("admin", null, null);
		join("alice", "admin");

		this.iam.adminRemoveUserFromGroup((r) -> r.userPoolId(this.userPoolId).username("alice").groupName("admin"));

		assertThat(groupsOf("alice")).isEmpty();
		assertThat(idToken("alice")).doesNotContainKey("cognito:groups");
	}

	@Test
	void tokensWhenGroupsHaveRolesThenLowestPrecedenceIsPreferred() throws Exception {
		this.pool.addAlice();
		create("readers", READER_ROLE, 5);
		create("admins", ADMIN_ROLE, 0);
		join("alice", "readers");
		join("alice", "admins");

		Map<String, Object> claims = idToken("alice");

		assertThat(claims).containsEntry("cognito:roles", List.of(ADMIN_ROLE, READER_ROLE))
			.containsEntry("cognito:preferred_role", ADMIN_ROLE);
	}

	@Test
	void tokensWhenTwoRolesHaveTheSamePrecedenceThenNoneIsPreferred() throws Exception {
		this.pool.addAlice();
		create("readers", READER_ROLE, 1);
		create("admins", ADMIN_ROLE, 1);
		join("alice", "readers");
		join("alice", "admins");

		assertThat(idToken("alice")).containsKey("cognito:roles").doesNotContainKey("cognito:preferred_role");
	}

	@Test
	void updateGroupWhenOnlyDescriptionIsGivenThenTheRestStays() {
		create("admins", ADMIN_ROLE, 1);

		this.iam.updateGroup((r) -> r.userPoolId(this.userPoolId).groupName("admins").description("Those who may"));

		GroupType group = this.iam.getGroup((r) -> r.userPoolId(this.userPoolId).groupName("admins")).group();
		assertThat(group.description()).isEqualTo("Those who may");
		assertThat(group.roleArn()).isEqualTo(ADMIN_ROLE);
		assertThat(group.precedence()).isOne();
		assertThat(group.userPoolId()).isEqualTo(this.userPoolId);
		assertThat(group.creationDate()).isNotNull();
	}

	@Test
	void deleteGroupThenItsUsersHaveLeftIt() throws Exception {
		this.pool.addAlice();
		create("admin", null, null);
		join("alice", "admin");

		this.iam.deleteGroup((r) -> r.userPoolId(this.userPoolId).groupName("admin"));

		assertThat(idToken("alice")).doesNotContainKey("cognito:groups");
		create("admin", null, null);
		assertThat(usersIn("admin")).isEmpty();
	}

	@Test
	void listGroupsWhenTokenIsForgedOrOfAnotherListThenInvalidParameter() {
		create("a", null, null);
		create("b", null, null);
		String token = this.iam.listGroups((r) -> r.userPoolId(this.userPoolId).limit(1)).nextToken();
		String other = this.pool.cognito.addUserPool(EmbeddedCognito.builder()).userPoolId();

		Refusals.assertInvalidParameter(
				() -> this.iam.listGroups((r) -> r.userPoolId(this.userPoolId).nextToken("AAAA.BBBB")),
				"Invalid pagination token given.");
		Refusals.assertInvalidParameter(() -> this.iam.listGroups((r) -> r.userPoolId(other).nextToken(token)),
				"Invalid pagination token given.");
	}

	@Test
	void listGroupsWhenPagedThenEveryGroupOnce() {
		create("a", null, null);
		create("b", null, null);
		create("c", null, null);

		ListGroupsResponse first = this.iam.listGroups((r) -> r.userPoolId(this.userPoolId).limit(2));
		ListGroupsResponse second = this.iam
			.listGroups((r) -> r.userPoolId(this.userPoolId).limit(2).nextToken(first.nextToken()));

		assertThat(first.groups()).extracting(GroupType::groupName).containsExactly("a", "b");
		assertThat(second.groups()).extracting(GroupType::groupName).containsExactly("c");
		assertThat(second.nextToken()).isNull();
	}

	@Test
	void listGroupsWhenUserCameWithGroupThenItExists() {
		this.pool.cognito.addUser(TestUsers.alice().group("staff").build());

		assertThat(this.iam.listGroups((r) -> r.userPoolId(this.userPoolId)).groups()).extracting(GroupType::groupName)
			.containsExactly("staff");
	}

	private void create(String name, String roleArn, Integer precedence) {
		this.iam
			.createGroup((r) -> r.userPoolId(this.userPoolId).groupName(name).roleArn(roleArn).precedence(precedence));
	}

	private void join(String username, String group) {
		this.iam.adminAddUserToGroup((r) -> r.userPoolId(this.userPoolId).username(username).groupName(group));
	}

	private List<UserType> usersIn(String group) {
		return this.iam.listUsersInGroup((r) -> r.userPoolId(this.userPoolId).groupName(group)).users();
	}

	private List<GroupType> groupsOf(String username) {
		return this.iam.adminListGroupsForUser((r) -> r.userPoolId(this.userPoolId).username(username)).groups();
	}

	private Map<String, Object> idToken(String username) throws ParseException {
		return SignedJWT.parse(this.pool.signIn(username).idToken()).getJWTClaimsSet().getClaims();
	}

}

package io.cognitex.embedded;

import java.util.List;
import java.util.Map;

import com.nimbusds.jwt.SignedJWT;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.DeletionProtectionType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.SchemaAttributeType;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * What the builder tells a pool of attributes, groups and protection.
 */
class PoolBuilderTests {

	private static final String ROLE = "arn:aws:iam::123456789012:role/admin";

	@ParameterizedTest
	@ValueSource(strings = { "", "with space", "longer-than-twenty-chars" })
	void customAttributeWhenNameIsNoneThenRefused(String name) {
		assertThatIllegalArgumentException().isThrownBy(() -> CustomAttribute.string(name));
	}

	@Test
	void customAttributeWhenLimitsMakeNoSenseThenRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> CustomAttribute.number("born").between(2, 1));
		assertThatIllegalStateException().isThrownBy(() -> CustomAttribute.bool("vip").between(0, 1));
		assertThatIllegalStateException().isThrownBy(() -> CustomAttribute.dateTime("since").between(0, 1));
	}

	@Test
	void groupWhenMalformedThenRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> EmbeddedGroup.named("with space"));
		assertThatIllegalArgumentException().isThrownBy(() -> EmbeddedGroup.named("admin").roleArn("admin"));
		assertThatIllegalArgumentException().isThrownBy(() -> EmbeddedGroup.named("admin").precedence(-1));
	}

	@Test
	void startWhenSomethingIsThereTwiceOrTooOftenThenRefused() {
		EmbeddedCognitoBuilder groups = EmbeddedCognito.builder()
			.group(EmbeddedGroup.named("admin"))
			.group(EmbeddedGroup.named("admin").precedence(1));
		EmbeddedCognitoBuilder attributes = EmbeddedCognito.builder()
			.customAttributes("tier")
			.customAttribute(CustomAttribute.number("tier"));
		EmbeddedCognitoBuilder many = EmbeddedCognito.builder();
		for (int i = 0; i <= 50; i++) {
			many.customAttribute(CustomAttribute.string("number-" + i));
		}

		assertThatIllegalStateException().isThrownBy(groups::start).withMessage("There are two groups admin");
		assertThatIllegalStateException().isThrownBy(attributes::start)
			.withMessage("There are two attributes custom:tier");
		assertThatIllegalStateException().isThrownBy(many::start)
			.withMessage("Maximum number of custom attributes exceeded.");
	}

	@Test
	void attributesWhenValueBreaksAConstraintThenRefused() {
		try (TestPool pool = TestPool
			.start((builder) -> builder.customAttribute(CustomAttribute.string("tier").between(2, 4))
				.customAttribute(CustomAttribute.number("born").between(1900, 2100).immutable())
				.customAttribute(CustomAttribute.bool("vip"))
				.customAttribute(CustomAttribute.dateTime("since"))
				.immutableAttributes("nickname"))) {
			pool.cognito.addUser(TestUsers.alice().attribute("nickname", "Al").build());
			String token = pool.accessToken("alice");

			Refusals.assertInvalidParameter(() -> pool.signUp("bob", "custom:tier", "a"),
					"Attributes did not conform to the schema: custom:tier: String must be between 2 and 4 characters "
							+ "long.");
			Refusals.assertInvalidParameter(() -> pool.signUp("bob", "custom:born", "soon"),
					"Attributes did not conform to the schema: custom:born: Value is not of type Number.");
			Refusals.assertInvalidParameter(() -> pool.signUp("bob", "custom:vip", "maybe"),
					"Attributes did not conform to the schema: custom:vip: Value is not of type Boolean.");
			Refusals.assertInvalidParameter(() -> pool.signUp("bob", "custom:since", "long ago"),
					"Attributes did not conform to the schema: custom:since: Value is not of type DateTime.");
			Refusals.assertInvalidParameter(() -> pool.updateAttributes(token, "custom:born", "1999"),
					"Invalid user attributes: user.custom:born: Attribute cannot be updated.\n");
			Refusals.assertInvalidParameter(() -> pool.updateAttributes(token, "nickname", "Ally"),
					"Invalid user attributes: user.nickname: Attribute cannot be updated.\n");
			pool.signUp("bob", "custom:tier", "gold", "custom:born", "1999", "custom:vip", "true", "nickname", "Bo");
		}
	}

	@Test
	void tokensWhenGroupHasRoleAndPrecedenceThenTellThem() throws Exception {
		try (TestPool pool = TestPool.start((builder) -> builder
			.group(EmbeddedGroup.named("admin").description("Everything").roleArn(ROLE).precedence(1)))) {
			pool.cognito.addUser(TestUsers.alice().group("admin").build());

			Map<String, Object> claims = SignedJWT.parse(pool.signIn("alice").idToken()).getJWTClaimsSet().getClaims();

			assertThat(claims).containsEntry("cognito:groups", List.of("admin"))
				.containsEntry("cognito:roles", List.of(ROLE))
				.containsEntry("cognito:preferred_role", ROLE);
		}
	}

	@Test
	void restoreAndResetWhenPoolWasChangedThenItIsAsItWasBuilt() {
		try (TestPool pool = TestPool.start((builder) -> builder.deletionProtection(true)
			.customAttribute(CustomAttribute.number("born").immutable())
			.group(EmbeddedGroup.named("admin").roleArn(ROLE).precedence(1)));
				CognitoIdentityProviderClient iam = TestClients.iam(pool.cognito)) {
			PoolSnapshot snapshot = pool.cognito.snapshot();

			change(iam, pool.cognito.userPoolId());
			pool.cognito.restore(snapshot);
			assertAsBuilt(iam, pool.cognito.userPoolId());
			change(iam, pool.cognito.userPoolId());
			pool.cognito.reset();
			assertAsBuilt(iam, pool.cognito.userPoolId());
		}
	}

	private static void change(CognitoIdentityProviderClient iam, String userPoolId) {
		Refusals.assertInvalidParameter(() -> iam.deleteUserPool((r) -> r.userPoolId(userPoolId)),
				"The user pool cannot be deleted because deletion protection is activated. "
						+ "Deletion protection must be inactivated first.");
		iam.updateUserPool((r) -> r.userPoolId(userPoolId).deletionProtection(DeletionProtectionType.INACTIVE));
		iam.addCustomAttributes(
				(r) -> r.userPoolId(userPoolId).customAttributes(SchemaAttributeType.builder().name("tier").build()));
		iam.updateGroup((r) -> r.userPoolId(userPoolId).groupName("admin").precedence(7));
		iam.createGroup((r) -> r.userPoolId(userPoolId).groupName("other"));
		iam.deleteUserPool((r) -> r.userPoolId(userPoolId));
	}

	private static void assertAsBuilt(CognitoIdentityProviderClient iam, String userPoolId) {
		assertThat(iam.describeUserPool((r) -> r.userPoolId(userPoolId)).userPool()).satisfies((userPool) -> {
			assertThat(userPool.deletionProtection()).isEqualTo(DeletionProtectionType.ACTIVE);
			assertThat(userPool.schemaAttributes()).filteredOn((attribute) -> attribute.name().startsWith("custom:"))
				.singleElement()
				.satisfies((attribute) -> {
					assertThat(attribute.name()).isEqualTo("custom:born");
					assertThat(attribute.attributeDataTypeAsString()).isEqualTo("Number");
					assertThat(attribute.mutable()).isFalse();
				});
		});
		assertThat(iam.listGroups((r) -> r.userPoolId(userPoolId)).groups()).singleElement().satisfies((group) -> {
			assertThat(group.groupName()).isEqualTo("admin");
			assertThat(group.roleArn()).isEqualTo(ROLE);
			assertThat(group.precedence()).isEqualTo(1);
		});
	}

}

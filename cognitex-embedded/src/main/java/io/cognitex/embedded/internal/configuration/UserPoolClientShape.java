package io.cognitex.embedded.internal.configuration;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.cognitex.embedded.internal.model.Member;
import io.cognitex.embedded.internal.model.Shapes;
import io.cognitex.embedded.internal.model.Type;
import io.cognitex.embedded.internal.model.Type.IntegerType;
import io.cognitex.embedded.internal.model.Type.ListType;
import io.cognitex.embedded.internal.model.Type.StringType;
import io.cognitex.embedded.internal.model.Type.StructureType;

import static io.cognitex.embedded.internal.model.Member.optional;
import static io.cognitex.embedded.internal.model.Member.required;

/**
 * What {@code CreateUserPoolClient} and {@code UpdateUserPoolClient} are sent.
 */
public final class UserPoolClientShape {

	private static final StringType CLIENT_NAME = StringType.of(1, 128, "[\\w\\s+=,.@-]+");

	private static final StringType TIME_UNIT = StringType.oneOf("seconds", "minutes", "hours", "days");

	private static final StringType REDIRECT_URL = StringType.of(1, 1024, "[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]+");

	private static final Map<String, Type> COMMON = Map.ofEntries(
			Map.entry("RefreshTokenValidity", new IntegerType(0, 315_360_000)),
			Map.entry("AccessTokenValidity", new IntegerType(1, 86_400)),
			Map.entry("IdTokenValidity", new IntegerType(1, 86_400)),
			Map.entry("TokenValidityUnits",
					StructureType.of(optional("AccessToken", TIME_UNIT), optional("IdToken", TIME_UNIT),
							optional("RefreshToken", TIME_UNIT))),
			Map.entry("ReadAttributes", ListType.of(StringType.of(1, 2048))),
			Map.entry("WriteAttributes", ListType.of(StringType.of(1, 2048))),
			Map.entry("ExplicitAuthFlows",
					ListType.of(StringType.oneOf("ADMIN_NO_SRP_AUTH", "CUSTOM_AUTH_FLOW_ONLY", "USER_PASSWORD_AUTH",
							"ALLOW_ADMIN_USER_PASSWORD_AUTH", "ALLOW_CUSTOM_AUTH", "ALLOW_USER_PASSWORD_AUTH",
							"ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH", "ALLOW_USER_AUTH"))),
			Map.entry("SupportedIdentityProviders",
					ListType.of(StringType.of(1, 32, "[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\p{Z}]+"))),
			Map.entry("CallbackURLs", new ListType(REDIRECT_URL, 0, 100)),
			Map.entry("LogoutURLs", new ListType(REDIRECT_URL, 0, 100)), Map.entry("DefaultRedirectURI", REDIRECT_URL),
			Map.entry("AllowedOAuthFlows",
					new ListType(StringType.oneOf("code", "implicit", "client_credentials"), 0, 3)),
			Map.entry("AllowedOAuthScopes",
					new ListType(StringType.of(1, 256, "[\\x21\\x23-\\x5B\\x5D-\\x7E]+"), 0, 50)),
			Map.entry("AllowedOAuthFlowsUserPoolClient", Shapes.BOOLEAN),
			Map.entry("AnalyticsConfiguration",
					StructureType.of(optional("ApplicationId", StringType.of(0, 64, "^[0-9a-fA-F]+$")),
							optional("ApplicationArn", StringType.of(20, 2048)),
							optional("RoleArn", StringType.of(20, 2048)), optional("ExternalId", Shapes.STRING),
							optional("UserDataShared", Shapes.BOOLEAN))),
			Map.entry("PreventUserExistenceErrors", StringType.oneOf("LEGACY", "ENABLED")),
			Map.entry("EnableTokenRevocation", Shapes.BOOLEAN),
			Map.entry("EnablePropagateAdditionalUserContextData", Shapes.BOOLEAN),
			Map.entry("AuthSessionValidity", new IntegerType(3, 15)),
			Map.entry("RefreshTokenRotation",
					StructureType.of(required("Feature", StringType.oneOf("ENABLED", "DISABLED")),
							optional("RetryGracePeriodSeconds", new IntegerType(0, 60)))));

	/**
	 * The members that change nothing here, because only the hosted pages, analytics and
	 * threat protection look at them, and those that are described as they came.
	 */
	static final Set<String> STORED = Set.of("SupportedIdentityProviders", "CallbackURLs", "LogoutURLs",
			"DefaultRedirectURI", "AllowedOAuthFlows", "AllowedOAuthScopes", "AllowedOAuthFlowsUserPoolClient",
			"AnalyticsConfiguration", "EnablePropagateAdditionalUserContextData", "RefreshTokenValidity",
			"AccessTokenValidity", "IdTokenValidity", "TokenValidityUnits", "ExplicitAuthFlows");

	private UserPoolClientShape() {
	}

	/**
	 * The input of {@code CreateUserPoolClient}.
	 * @return the members
	 */
	public static StructureType create() {
		return common(required("UserPoolId", Shapes.USER_POOL_ID), required("ClientName", CLIENT_NAME),
				optional("GenerateSecret", Shapes.BOOLEAN), optional("ClientSecret", Shapes.CLIENT_SECRET));
	}

	/**
	 * The input of {@code UpdateUserPoolClient}.
	 * @return the members
	 */
	public static StructureType update() {
		return common(required("UserPoolId", Shapes.USER_POOL_ID), required("ClientId", Shapes.CLIENT_ID),
				optional("ClientName", CLIENT_NAME));
	}

	private static StructureType common(Member... members) {
		List<Member> all = new ArrayList<>(List.of(members));
		COMMON.forEach((name, type) -> all.add(optional(name, type)));
		return new StructureType(all);
	}

}

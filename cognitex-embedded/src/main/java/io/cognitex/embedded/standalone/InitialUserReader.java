package io.cognitex.embedded.standalone;

import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import io.cognitex.embedded.internal.model.Request;
import io.cognitex.embedded.internal.model.Shapes;
import io.cognitex.embedded.internal.model.Type.ListType;
import io.cognitex.embedded.internal.model.Type.MapType;
import io.cognitex.embedded.internal.model.Type.StringType;
import io.cognitex.embedded.internal.model.Type.StructureType;
import io.cognitex.embedded.internal.model.Validator;
import io.cognitex.embedded.internal.pool.InitialUser;
import io.cognitex.embedded.internal.pool.MfaFactor;
import io.cognitex.embedded.internal.pool.SoftwareToken;
import io.cognitex.embedded.internal.pool.UserMfa;
import io.cognitex.embedded.internal.pool.UserStatus;
import io.cognitex.embedded.internal.totp.SoftwareTokens;

import static io.cognitex.embedded.internal.model.Member.optional;
import static io.cognitex.embedded.internal.model.Member.required;

/**
 * Reads a user, with the members of {@code GetUser} where it has them.
 */
final class InitialUserReader {

	private static final StringType FACTOR = StringType.oneOf("SMS_MFA", "SOFTWARE_TOKEN_MFA", "EMAIL_OTP");

	private static final StructureType USER = StructureType.of(required("Username", Shapes.USERNAME),
			optional("Password", Shapes.PASSWORD),
			optional("Attributes", new MapType(Shapes.ATTRIBUTE_NAME, Shapes.ATTRIBUTE_VALUE)),
			optional("Groups", ListType.of(Shapes.GROUP_NAME)),
			optional("UserStatus",
					StringType.oneOf("UNCONFIRMED", "CONFIRMED", "RESET_REQUIRED", "FORCE_CHANGE_PASSWORD")),
			optional("Enabled", Shapes.BOOLEAN), optional("UserMFASettingList", ListType.of(FACTOR)),
			optional("PreferredMfaSetting", FACTOR), optional("SoftwareTokenSecret", Shapes.STRING.secret()));

	private InitialUserReader() {
	}

	static InitialUser read(JsonNode json) {
		Request user = Validator.validate(USER, json);
		String status = user.optional("UserStatus");
		Map<String, String> attributes = user.map("Attributes");
		return new InitialUser(user.required("Username"), user.optional("Password"), attributes, user.strings("Groups"),
				(status != null) ? UserStatus.valueOf(status) : UserStatus.CONFIRMED,
				!user.has("Enabled") || user.flag("Enabled"), mfa(user));
	}

	private static UserMfa mfa(Request user) {
		UserMfa mfa = softwareToken(user.optional("SoftwareTokenSecret"));
		Set<String> factors = user.strings("UserMFASettingList");
		if (factors.contains("SOFTWARE_TOKEN_MFA") && mfa.softwareToken() == null) {
			throw new IllegalArgumentException("SOFTWARE_TOKEN_MFA needs a SoftwareTokenSecret");
		}
		for (String factor : factors) {
			mfa = mfa.enable(MfaFactor.valueOf(factor));
		}
		String preferred = user.optional("PreferredMfaSetting");
		if (preferred == null) {
			return mfa;
		}
		if (!mfa.enabled().contains(MfaFactor.valueOf(preferred))) {
			throw new IllegalArgumentException("The preferred factor is not in UserMFASettingList");
		}
		return mfa.prefer(MfaFactor.valueOf(preferred));
	}

	private static UserMfa softwareToken(@Nullable String secret) {
		if (secret == null) {
			return UserMfa.NONE;
		}
		if (!SoftwareTokens.isSecret(secret)) {
			throw new IllegalArgumentException("A SoftwareTokenSecret has at least 16 characters of A-Z and 2-7");
		}
		return UserMfa.NONE.register(new SoftwareToken(secret, "", Long.MIN_VALUE))
			.enable(MfaFactor.SOFTWARE_TOKEN_MFA);
	}

}

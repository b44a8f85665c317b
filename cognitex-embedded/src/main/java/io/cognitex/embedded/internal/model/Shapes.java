package io.cognitex.embedded.internal.model;

import io.cognitex.embedded.internal.model.Type.BooleanType;
import io.cognitex.embedded.internal.model.Type.IntegerType;
import io.cognitex.embedded.internal.model.Type.ListType;
import io.cognitex.embedded.internal.model.Type.MapType;
import io.cognitex.embedded.internal.model.Type.StringType;
import io.cognitex.embedded.internal.model.Type.StructureType;

import static io.cognitex.embedded.internal.model.Member.optional;
import static io.cognitex.embedded.internal.model.Member.required;

/**
 * The shapes that operations share, as the service model {@code cognito-idp} 2016-04-18
 * constrains them.
 */
public final class Shapes {

	private static final int ANY_LENGTH = Integer.MAX_VALUE;

	public static final StringType STRING = StringType.of(0, 131072);

	public static final BooleanType BOOLEAN = new BooleanType();

	public static final StringType CLIENT_ID = StringType.of(1, 128, "[\\w+]+").secret();

	public static final StringType CLIENT_SECRET = StringType.of(24, 64, "[\\w+]+").secret();

	public static final StringType USER_POOL_ID = StringType.of(1, 55, "[\\w-]+_[0-9a-zA-Z]+");

	public static final StringType USERNAME = StringType.of(1, 128, "[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]+").secret();

	/**
	 * The service shows a pattern that is not the public model's. What is matched here
	 * means the same, but takes linear time on long values.
	 */
	public static final StringType PASSWORD = StringType.of(0, 256, "\\S.*\\S").secret().shownAs("^[\\S]+.*[\\S]+$");

	public static final StringType SECRET_HASH = StringType.of(1, 128, "[\\w+=/]+").secret();

	public static final StringType CONFIRMATION_CODE = StringType.of(1, 2048, "[\\S]+");

	public static final StringType TOKEN = StringType.of(0, ANY_LENGTH, "[A-Za-z0-9-_=.]+").secret();

	public static final StringType SESSION = StringType.of(20, 2048).secret();

	public static final StringType DEVICE_KEY = StringType.of(1, 55, "[\\w-]+_[0-9a-f-]+");

	public static final StringType ATTRIBUTE_NAME = StringType.of(1, 32, "[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\t\\n\\r ]+");

	public static final StringType ATTRIBUTE_VALUE = StringType.of(0, 2048).secret();

	public static final StringType AUTH_FLOW = StringType.oneOf("USER_SRP_AUTH", "REFRESH_TOKEN_AUTH", "REFRESH_TOKEN",
			"CUSTOM_AUTH", "ADMIN_NO_SRP_AUTH", "USER_PASSWORD_AUTH", "ADMIN_USER_PASSWORD_AUTH", "USER_AUTH");

	public static final StringType CHALLENGE_NAME = StringType.oneOf("SMS_MFA", "EMAIL_OTP", "SOFTWARE_TOKEN_MFA",
			"SELECT_MFA_TYPE", "MFA_SETUP", "PASSWORD_VERIFIER", "CUSTOM_CHALLENGE", "SELECT_CHALLENGE",
			"DEVICE_SRP_AUTH", "DEVICE_PASSWORD_VERIFIER", "ADMIN_NO_SRP_AUTH", "NEW_PASSWORD_REQUIRED", "SMS_OTP",
			"PASSWORD", "WEB_AUTHN", "PASSWORD_SRP");

	/** {@code Limit} and {@code MaxResults} of most lists. */
	public static final IntegerType LIMIT = new IntegerType(0, 60);

	/** {@code NextToken} of most lists. */
	public static final StringType NEXT_TOKEN = StringType.of(1, 131072, "[\\S]+");

	/** {@code PaginationToken} of searches. */
	public static final StringType PAGINATION_TOKEN = StringType.of(1, ANY_LENGTH, "[\\S]+");

	public static final MapType STRING_MAP = new MapType(STRING, STRING);

	/**
	 * The values of {@code AuthParameters} and {@code ChallengeResponses} are secrets.
	 */
	public static final MapType SECRET_MAP = new MapType(STRING, STRING.secret());

	public static final ListType ATTRIBUTES = ListType
		.of(StructureType.of(required("Name", ATTRIBUTE_NAME), optional("Value", ATTRIBUTE_VALUE)));

	public static final StructureType ANALYTICS_METADATA = StructureType.of(optional("AnalyticsEndpointId", STRING));

	public static final StructureType USER_CONTEXT_DATA = StructureType.of(optional("IpAddress", STRING),
			optional("EncodedData", STRING));

	public static final StructureType CONTEXT_DATA = StructureType.of(required("IpAddress", STRING),
			required("ServerName", STRING), required("ServerPath", STRING),
			required("HttpHeaders",
					ListType.of(StructureType.of(optional("headerName", STRING), optional("headerValue", STRING)))),
			optional("EncodedData", STRING));

	public static final StringType ARN = StringType.of(20, 2048,
			"arn:[\\w+=/,.@-]+:[\\w+=/,.@-]+:([\\w+=/,.@-]*)?:[0-9]+:[\\w+=/,.@-]+(:[\\w+=/,.@-]+)?(:[\\w+=/,.@-]+)?");

	public static final StringType GROUP_NAME = StringType.of(1, 128, "[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]+");

	/** What is said of a group, beside its pool. */
	public static final StructureType GROUP = StructureType.of(required("GroupName", GROUP_NAME),
			optional("Description", StringType.of(0, 2048)), optional("RoleArn", ARN),
			optional("Precedence", new IntegerType(0, Integer.MAX_VALUE)));

	private Shapes() {
	}

}

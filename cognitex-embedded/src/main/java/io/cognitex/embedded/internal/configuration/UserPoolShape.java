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
 * What {@code CreateUserPool} and {@code UpdateUserPool} are sent.
 */
public final class UserPoolShape {

	private static final String MESSAGE = "[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\s*]*";

	private static final String SUBJECT = "[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\s]+";

	private static final StringType POOL_NAME = StringType.of(1, 128, "[\\w\\s+=,.@-]+");

	private static final StringType SMS_MESSAGE = StringType.of(6, 140, ".*\\{####\\}.*");

	private static final StringType EMAIL_MESSAGE = StringType.of(6, 20000, MESSAGE + "\\{####\\}" + MESSAGE);

	private static final StringType EMAIL_SUBJECT = StringType.of(1, 140, SUBJECT);

	private static final StringType VERIFIED_ATTRIBUTE = StringType.oneOf("phone_number", "email");

	private static final StructureType POLICIES = StructureType.of(
			optional("PasswordPolicy",
					StructureType.of(optional("MinimumLength", new IntegerType(6, 99)),
							optional("RequireUppercase", Shapes.BOOLEAN), optional("RequireLowercase", Shapes.BOOLEAN),
							optional("RequireNumbers", Shapes.BOOLEAN), optional("RequireSymbols", Shapes.BOOLEAN),
							optional("PasswordHistorySize", new IntegerType(0, 24)),
							optional("TemporaryPasswordValidityDays", new IntegerType(0, 365)))),
			optional("SignInPolicy",
					StructureType.of(optional("AllowedFirstAuthFactors",
							new ListType(
									StringType.oneOf("PASSWORD", "EMAIL_OTP", "SMS_OTP", "WEB_AUTHN", "SOFTWARE_TOKEN"),
									1, 5)))));

	private static final StructureType VERSIONED_LAMBDA = StructureType.of(required("LambdaVersion", Shapes.STRING),
			required("LambdaArn", Shapes.ARN));

	private static final StructureType LAMBDA_CONFIG = StructureType.of(optional("PreSignUp", Shapes.ARN),
			optional("CustomMessage", Shapes.ARN), optional("PostConfirmation", Shapes.ARN),
			optional("PreAuthentication", Shapes.ARN), optional("PostAuthentication", Shapes.ARN),
			optional("DefineAuthChallenge", Shapes.ARN), optional("CreateAuthChallenge", Shapes.ARN),
			optional("VerifyAuthChallengeResponse", Shapes.ARN), optional("PreTokenGeneration", Shapes.ARN),
			optional("UserMigration", Shapes.ARN), optional("PreTokenGenerationConfig", VERSIONED_LAMBDA),
			optional("CustomSMSSender", VERSIONED_LAMBDA), optional("CustomEmailSender", VERSIONED_LAMBDA),
			optional("KMSKeyID", Shapes.ARN), optional("InboundFederation", VERSIONED_LAMBDA));

	private static final StructureType VERIFICATION_MESSAGE_TEMPLATE = StructureType.of(
			optional("SmsMessage", SMS_MESSAGE), optional("EmailMessage", EMAIL_MESSAGE),
			optional("EmailSubject", EMAIL_SUBJECT),
			optional("EmailMessageByLink", StringType.of(6, 20000, MESSAGE + "\\{##" + MESSAGE + "##\\}" + MESSAGE)),
			optional("EmailSubjectByLink", EMAIL_SUBJECT),
			optional("DefaultEmailOption", StringType.oneOf("CONFIRM_WITH_LINK", "CONFIRM_WITH_CODE")));

	private static final StructureType EMAIL_CONFIGURATION = StructureType.of(optional("SourceArn", Shapes.ARN),
			optional("ReplyToEmailAddress", Shapes.STRING),
			optional("EmailSendingAccount", StringType.oneOf("COGNITO_DEFAULT", "DEVELOPER")),
			optional("From", Shapes.STRING), optional("ConfigurationSet", StringType.of(1, 64, "^[a-zA-Z0-9_-]+$")));

	static final StructureType SMS_CONFIGURATION = StructureType.of(optional("SnsCallerArn", StringType.of(0, 2048)),
			optional("ExternalId", Shapes.STRING), optional("SnsRegion", StringType.of(5, 32)),
			optional("EumsSms",
					StructureType.of(required("CallerArn", Shapes.ARN), optional("ExternalId", Shapes.STRING),
							optional("OriginationIdentity", Shapes.STRING),
							optional("ConfigurationSetName", Shapes.STRING), optional("InEntityId", Shapes.STRING),
							optional("InTemplateId", Shapes.STRING), optional("Region", StringType.of(5, 32)))));

	private static final StructureType ADMIN_CREATE_USER_CONFIG = StructureType.of(
			optional("AllowAdminCreateUserOnly", Shapes.BOOLEAN),
			optional("UnusedAccountValidityDays", new IntegerType(0, 365)),
			optional("InviteMessageTemplate",
					StructureType.of(optional("SMSMessage", StringType.of(6, 140, "(?s).*")),
							optional("EmailMessage", StringType.of(6, 20000, MESSAGE)),
							optional("EmailSubject", EMAIL_SUBJECT))));

	/** One attribute of a pool's schema. */
	public static final StructureType SCHEMA_ATTRIBUTE = StructureType.of(
			optional("Name", StringType.of(1, 20, "[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]+")),
			optional("AttributeDataType", StringType.oneOf("String", "Number", "DateTime", "Boolean")),
			optional("DeveloperOnlyAttribute", Shapes.BOOLEAN), optional("Mutable", Shapes.BOOLEAN),
			optional("Required", Shapes.BOOLEAN),
			optional("NumberAttributeConstraints",
					StructureType.of(optional("MinValue", Shapes.STRING), optional("MaxValue", Shapes.STRING))),
			optional("StringAttributeConstraints",
					StructureType.of(optional("MinLength", Shapes.STRING), optional("MaxLength", Shapes.STRING))));

	/** The members that both operations have. */
	private static final Map<String, Type> COMMON = Map.ofEntries(Map.entry("Policies", POLICIES),
			Map.entry("DeletionProtection", StringType.oneOf("ACTIVE", "INACTIVE")),
			Map.entry("LambdaConfig", LAMBDA_CONFIG),
			Map.entry("AutoVerifiedAttributes", ListType.of(VERIFIED_ATTRIBUTE)),
			Map.entry("SmsVerificationMessage", SMS_MESSAGE), Map.entry("EmailVerificationMessage", EMAIL_MESSAGE),
			Map.entry("EmailVerificationSubject", EMAIL_SUBJECT),
			Map.entry("VerificationMessageTemplate", VERIFICATION_MESSAGE_TEMPLATE),
			Map.entry("SmsAuthenticationMessage", SMS_MESSAGE),
			Map.entry("MfaConfiguration", StringType.oneOf("OFF", "ON", "OPTIONAL")),
			Map.entry("UserAttributeUpdateSettings",
					StructureType
						.of(optional("AttributesRequireVerificationBeforeUpdate", ListType.of(VERIFIED_ATTRIBUTE)))),
			Map.entry("DeviceConfiguration",
					StructureType.of(optional("ChallengeRequiredOnNewDevice", Shapes.BOOLEAN),
							optional("DeviceOnlyRememberedOnUserPrompt", Shapes.BOOLEAN))),
			Map.entry("EmailConfiguration", EMAIL_CONFIGURATION), Map.entry("SmsConfiguration", SMS_CONFIGURATION),
			Map.entry("UserPoolTags", Shapes.STRING_MAP), Map.entry("AdminCreateUserConfig", ADMIN_CREATE_USER_CONFIG),
			Map.entry("UserPoolAddOns",
					StructureType.of(required("AdvancedSecurityMode", StringType.oneOf("OFF", "AUDIT", "ENFORCED")),
							optional("AdvancedSecurityAdditionalFlows", StructureType
								.of(optional("CustomAuthMode", StringType.oneOf("AUDIT", "ENFORCED")))))),
			Map.entry("AccountRecoverySetting",
					StructureType.of(optional("RecoveryMechanisms", new ListType(
							StructureType.of(required("Priority", new IntegerType(1, 2)),
									required("Name",
											StringType.oneOf("verified_email", "verified_phone_number", "admin_only"))),
							1, 2)))),
			Map.entry("UserPoolTier", StringType.oneOf("LITE", "ESSENTIALS", "PLUS")),
			Map.entry("KeyConfiguration",
					StructureType.of(optional("KeyType", StringType.oneOf("AWS_OWNED_KEY", "CUSTOMER_MANAGED_KEY")),
							optional("KmsKeyArn", Shapes.ARN))),
			Map.entry("IssuerConfiguration",
					StructureType.of(optional("Type", StringType.oneOf("ORIGINAL", "UPDATED")))));

	/**
	 * The members of {@code UserPoolType} that are described as they were sent. They
	 * change nothing here, but for {@code UserPoolAddOns}: nothing is written into a
	 * message, nothing is billed, nothing is stored on a disk.
	 */
	static final Set<String> STORED = Set.of("SmsVerificationMessage", "EmailVerificationMessage",
			"EmailVerificationSubject", "VerificationMessageTemplate", "SmsAuthenticationMessage", "EmailConfiguration",
			"SmsConfiguration", "UserPoolTags", "UserPoolAddOns", "UserPoolTier", "KeyConfiguration",
			"IssuerConfiguration");

	private UserPoolShape() {
	}

	/**
	 * The input of {@code CreateUserPool}.
	 * @return the members
	 */
	public static StructureType create() {
		return common(required("PoolName", POOL_NAME),
				optional("AliasAttributes",
						ListType.of(StringType.oneOf("phone_number", "email", "preferred_username"))),
				optional("UsernameAttributes", ListType.of(VERIFIED_ATTRIBUTE)),
				optional("Schema", new ListType(SCHEMA_ATTRIBUTE, 1, 50)),
				optional("UsernameConfiguration", StructureType.of(required("CaseSensitive", Shapes.BOOLEAN))));
	}

	/**
	 * The input of {@code UpdateUserPool}.
	 * @return the members
	 */
	public static StructureType update() {
		return common(required("UserPoolId", Shapes.USER_POOL_ID), optional("PoolName", POOL_NAME));
	}

	private static StructureType common(Member... members) {
		List<Member> all = new ArrayList<>(List.of(members));
		COMMON.forEach((name, type) -> all.add(optional(name, type)));
		return new StructureType(all);
	}

}

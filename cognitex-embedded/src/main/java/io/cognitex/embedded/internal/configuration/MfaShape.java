package io.cognitex.embedded.internal.configuration;

import io.cognitex.embedded.internal.model.Shapes;
import io.cognitex.embedded.internal.model.Type.StringType;
import io.cognitex.embedded.internal.model.Type.StructureType;

import static io.cognitex.embedded.internal.model.Member.optional;
import static io.cognitex.embedded.internal.model.Member.required;

/**
 * The input of {@code SetUserPoolMfaConfig}.
 */
public final class MfaShape {

	private static final String MESSAGE = "[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\s*]*";

	private static final StructureType SMS = StructureType.of(
			optional("SmsAuthenticationMessage", StringType.of(6, 140, ".*\\{####\\}.*")),
			optional("SmsConfiguration", UserPoolShape.SMS_CONFIGURATION));

	private static final StructureType EMAIL = StructureType.of(
			optional("Message", StringType.of(6, 20000, MESSAGE + "\\{####\\}" + MESSAGE)),
			optional("Subject", StringType.of(0, 20000, "[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\s]+")));

	private static final StructureType WEB_AUTHN = StructureType.of(optional("RelyingPartyId", StringType.of(1, 127)),
			optional("UserVerification", StringType.oneOf("required", "preferred")),
			optional("FactorConfiguration", StringType.oneOf("SINGLE_FACTOR", "MULTI_FACTOR_WITH_USER_VERIFICATION")));

	private MfaShape() {
	}

	/**
	 * The input.
	 * @return the members
	 */
	public static StructureType set() {
		return StructureType.of(required("UserPoolId", Shapes.USER_POOL_ID), optional("SmsMfaConfiguration", SMS),
				optional("SoftwareTokenMfaConfiguration", StructureType.of(optional("Enabled", Shapes.BOOLEAN))),
				optional("EmailMfaConfiguration", EMAIL),
				optional("MfaConfiguration", StringType.oneOf("OFF", "ON", "OPTIONAL")),
				optional("WebAuthnConfiguration", WEB_AUTHN));
	}

}

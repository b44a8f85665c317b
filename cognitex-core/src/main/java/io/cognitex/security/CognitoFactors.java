package io.cognitex.security;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.cognitex.ProvenFactor;
import io.cognitex.SignInFactor;

import org.springframework.security.core.authority.FactorGrantedAuthority;

/**
 * The authorities that say what a user proved to log in with Cognito, beside those for
 * which Spring Security has a name of its own:
 * {@link FactorGrantedAuthority#PASSWORD_AUTHORITY FACTOR_PASSWORD} and
 * {@link FactorGrantedAuthority#WEBAUTHN_AUTHORITY FACTOR_WEBAUTHN} (a passkey). Each is
 * a {@link FactorGrantedAuthority} that knows when it was proven:
 *
 * <pre class="code">
 * &#64;EnableMultiFactorAuthentication(
 *     authorities = { FactorGrantedAuthority.PASSWORD_AUTHORITY, CognitoFactors.SOFTWARE_TOKEN_AUTHORITY })
 * </pre>
 */
public final class CognitoFactors {

	/** A code that was sent by text message. */
	public static final String SMS_OTP_AUTHORITY = "FACTOR_SMS_OTP";

	/** A code that was sent by e-mail. */
	public static final String EMAIL_OTP_AUTHORITY = "FACTOR_EMAIL_OTP";

	/** The code of an authenticator app. */
	public static final String SOFTWARE_TOKEN_AUTHORITY = "FACTOR_SOFTWARE_TOKEN";

	/**
	 * A remembered device, for which Cognito leaves out the second factor. A rule that
	 * wants the second factor itself is not satisfied by it.
	 */
	public static final String DEVICE_AUTHORITY = "FACTOR_DEVICE";

	/** The questions of the user pool's own triggers. */
	public static final String CUSTOM_CHALLENGE_AUTHORITY = "FACTOR_CUSTOM_CHALLENGE";

	private CognitoFactors() {
	}

	/**
	 * Every authority that a login with Cognito can bring.
	 * @return the names, Spring Security's among them
	 */
	public static List<String> authorities() {
		return List.of(FactorGrantedAuthority.PASSWORD_AUTHORITY, FactorGrantedAuthority.WEBAUTHN_AUTHORITY,
				SMS_OTP_AUTHORITY, EMAIL_OTP_AUTHORITY, SOFTWARE_TOKEN_AUTHORITY, DEVICE_AUTHORITY,
				CUSTOM_CHALLENGE_AUTHORITY);
	}

	/**
	 * What was proven, as authorities. Of a factor that was proven more than once, as the
	 * questions of a trigger may be, the last time counts.
	 * @param factors what Cognito has checked in a sign-in, in order
	 * @return one authority for each factor
	 */
	static Collection<FactorGrantedAuthority> authorities(List<ProvenFactor> factors) {
		Map<String, FactorGrantedAuthority> authorities = new LinkedHashMap<>();
		for (ProvenFactor factor : factors) {
			String authority = authority(factor.factor());
			authorities.put(authority,
					FactorGrantedAuthority.withAuthority(authority).issuedAt(factor.provenAt()).build());
		}
		return authorities.values();
	}

	private static String authority(SignInFactor factor) {
		return switch (factor) {
			case PASSWORD -> FactorGrantedAuthority.PASSWORD_AUTHORITY;
			case SMS_OTP -> SMS_OTP_AUTHORITY;
			case EMAIL_OTP -> EMAIL_OTP_AUTHORITY;
			case SOFTWARE_TOKEN -> SOFTWARE_TOKEN_AUTHORITY;
			case WEB_AUTHN -> FactorGrantedAuthority.WEBAUTHN_AUTHORITY;
			case DEVICE -> DEVICE_AUTHORITY;
			case CUSTOM -> CUSTOM_CHALLENGE_AUTHORITY;
		};
	}

}

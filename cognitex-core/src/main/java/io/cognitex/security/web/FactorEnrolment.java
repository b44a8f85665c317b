package io.cognitex.security.web;

import java.util.List;
import java.util.Set;

import io.cognitex.CognitoAccountManager;
import io.cognitex.CognitoException;
import io.cognitex.UserAuthFactors;
import io.cognitex.security.CognitoAuthentication;
import io.cognitex.security.CognitoFactors;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolderStrategy;

/**
 * The application's page on which users set a factor up, and whom to send there: those
 * who could have the factor and have not, for whom logging in again would lead nowhere.
 *
 * @param page where the page is
 * @param accounts knows which factors a user has
 * @param securityContextHolderStrategy knows who is logged in
 */
record FactorEnrolment(String page, ObjectProvider<CognitoAccountManager> accounts,
		SecurityContextHolderStrategy securityContextHolderStrategy) {

	/**
	 * Whether the user who is logged in has to set this factor up first. One call, and
	 * only where a factor is missing.
	 */
	boolean isNeeded(MissingFactor factor) {
		CognitoAuthentication user = user();
		Set<String> names = cognitosNames(factor.authority());
		if (factor.expired() || names.isEmpty() || user == null) {
			return false;
		}
		UserAuthFactors factors = factors(user);
		return factors != null && !containsAny(factors.userMfaSettings(), names)
				&& !containsAny(factors.configuredFactors(), names);
	}

	/**
	 * Who is logged in.
	 * @return the user; {@code null} if there is none who logged in with Cognito
	 */
	@Nullable CognitoAuthentication user() {
		Authentication user = this.securityContextHolderStrategy.getContext().getAuthentication();
		return (user instanceof CognitoAuthentication login && login.isAuthenticated()) ? login : null;
	}

	/**
	 * What the user has.
	 * @return the factors; {@code null} if Cognito cannot tell at the moment, in which
	 * case a login says why
	 */
	private @Nullable UserAuthFactors factors(CognitoAuthentication login) {
		try {
			return this.accounts.getObject().getUserAuthFactors(login.getTokens().accessToken());
		}
		catch (CognitoException ex) {
			return null;
		}
	}

	/**
	 * How Cognito calls a factor, as a first one and as a second one; nothing for what
	 * cannot be set up by a user alone.
	 */
	private static Set<String> cognitosNames(String authority) {
		return switch (authority) {
			case CognitoFactors.SMS_OTP_AUTHORITY -> Set.of("SMS_OTP", "SMS_MFA");
			case CognitoFactors.EMAIL_OTP_AUTHORITY -> Set.of("EMAIL_OTP");
			case CognitoFactors.SOFTWARE_TOKEN_AUTHORITY -> Set.of("SOFTWARE_TOKEN_MFA");
			case FactorGrantedAuthority.WEBAUTHN_AUTHORITY -> Set.of("WEB_AUTHN");
			default -> Set.of();
		};
	}

	private static boolean containsAny(List<String> names, Set<String> wanted) {
		return names.stream().anyMatch(wanted::contains);
	}

}

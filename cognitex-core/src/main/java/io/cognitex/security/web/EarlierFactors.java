package io.cognitex.security.web;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

import io.cognitex.security.CognitoAuthentication;
import io.cognitex.security.CognitoFactors;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;

/**
 * Adds to a login what the same user proved in the one before, where the application uses
 * Spring Security's multi-factor authentication.
 *
 * <p>
 * Spring Security's own filters add every authority of whoever is logged in under the
 * same name. Here it has to be the same Cognito user, because a name is free again once
 * its account is deleted; and only factors are added, because what the user may do is
 * what the new tokens say.
 */
final class EarlierFactors {

	private SecurityContextHolderStrategy securityContextHolderStrategy = SecurityContextHolder
		.getContextHolderStrategy();

	private boolean enabled;

	void setEnabled(boolean enabled) {
		this.enabled = enabled;
	}

	void setSecurityContextHolderStrategy(SecurityContextHolderStrategy securityContextHolderStrategy) {
		this.securityContextHolderStrategy = securityContextHolderStrategy;
	}

	/**
	 * Adds the factors of the login before, and hides that login from the filter, which
	 * would add the rest of it.
	 * @param login the new login
	 * @return the new login with the factors
	 */
	Authentication addTo(Authentication login) {
		Authentication earlier = current();
		if (!this.enabled || !(login instanceof CognitoAuthentication now)
				|| !(earlier instanceof CognitoAuthentication before)) {
			return login;
		}
		this.securityContextHolderStrategy.clearContext();
		if (!before.getPrincipal().equals(now.getPrincipal())) {
			return login;
		}
		return now.toBuilder().authorities((authorities) -> addFactors(authorities, before)).build();
	}

	/**
	 * Who was logged in before.
	 * @return the login; {@code null} if nobody was
	 */
	@Nullable Authentication current() {
		return this.securityContextHolderStrategy.getContext().getAuthentication();
	}

	/**
	 * Whether a remembered device has stood for a factor of the login before. Who logs in
	 * on top of that is asked for the factor itself, which a rule may want.
	 */
	boolean areFromDevice() {
		return current() instanceof CognitoAuthentication before
				&& AuthorityUtils.authorityListToSet(before.getAuthorities()).contains(CognitoFactors.DEVICE_AUTHORITY);
	}

	private static void addFactors(Collection<GrantedAuthority> authorities, CognitoAuthentication before) {
		Set<String> names = authorities.stream().map(GrantedAuthority::getAuthority).collect(Collectors.toSet());
		before.getAuthorities()
			.stream()
			.filter(FactorGrantedAuthority.class::isInstance)
			.filter((factor) -> !names.contains(factor.getAuthority()))
			.forEach(authorities::add);
	}

}

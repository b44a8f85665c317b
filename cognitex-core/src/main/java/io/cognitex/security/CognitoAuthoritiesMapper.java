package io.cognitex.security;

import java.util.Collection;
import java.util.stream.Stream;

import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/**
 * Decides what a Cognito user may do. Asked once for each login and each access token, in
 * the same way for form login, HTTP Basic and bearer tokens. What a user proved to log in
 * (the {@code FACTOR_} authorities) is not its matter.
 */
@FunctionalInterface
public interface CognitoAuthoritiesMapper {

	/**
	 * The authorities of a user.
	 * @param claims what the user's access token says
	 * @return the authorities, without factors; empty if there are none
	 */
	Collection<? extends GrantedAuthority> mapAuthorities(AccessTokenClaims claims);

	/**
	 * The default: a group {@code admin} is the authority {@code ROLE_admin}, so that
	 * {@code hasRole("admin")} holds, and a scope {@code orders/read} is
	 * {@code SCOPE_orders/read}. Nothing is upper-cased, because Cognito tells groups
	 * {@code admin} and {@code Admin} apart.
	 * @return the mapper
	 */
	static CognitoAuthoritiesMapper withDefaults() {
		return withRolePrefix("ROLE_");
	}

	/**
	 * The default with another prefix for groups.
	 * @param rolePrefix what stands before a group's name; may be empty
	 * @return the mapper
	 */
	static CognitoAuthoritiesMapper withRolePrefix(String rolePrefix) {
		return (claims) -> Stream
			.concat(claims.groups().stream().map((group) -> rolePrefix + group),
					claims.scopes().stream().map((scope) -> "SCOPE_" + scope))
			.distinct()
			.map(SimpleGrantedAuthority::new)
			.toList();
	}

}

package io.cognitex.security;

import java.io.Serial;
import java.util.Collection;
import java.util.Map;

import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthentication;

/**
 * A user whose access token came with the request. It is for this request only and is
 * never stored in a session.
 *
 * <p>
 * It declares no {@code toBuilder()} on purpose: Spring Security's filter would add to it
 * the authorities of whoever is logged in in the same session, without looking at who
 * that is.
 */
@SuppressWarnings("serial") // Claims are JSON: maps, lists, texts, numbers
public final class CognitoBearerAuthentication extends BearerTokenAuthentication {

	@Serial
	private static final long serialVersionUID = 1L;

	private final CognitoPrincipal principal;

	private final Map<String, Object> claims;

	/**
	 * A user with an access token.
	 * @param principal the user
	 * @param accessToken the token
	 * @param claims what the token says
	 * @param authorities what the user may do and what was proven, such as
	 * {@code FACTOR_BEARER}
	 */
	public CognitoBearerAuthentication(CognitoPrincipal principal, OAuth2AccessToken accessToken,
			Map<String, Object> claims, Collection<? extends GrantedAuthority> authorities) {
		super(principal, accessToken, authorities);
		this.principal = principal;
		this.claims = Map.copyOf(claims);
	}

	@Override
	public CognitoPrincipal getPrincipal() {
		return this.principal;
	}

	/**
	 * The claims of the token; the user's attributes are the principal's.
	 */
	@Override
	public Map<String, Object> getTokenAttributes() {
		return this.claims;
	}

}

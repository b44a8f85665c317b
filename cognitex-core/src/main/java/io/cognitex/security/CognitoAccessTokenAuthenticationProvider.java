package io.cognitex.security;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import io.cognitex.CognitoAccountManager;
import io.cognitex.CognitoException;
import io.cognitex.token.CognitoTokenVerifier;
import org.jspecify.annotations.Nullable;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.util.Assert;

/**
 * Authenticates requests that bear an access token, with what a
 * {@link CognitoAccessTokenIntrospector} knows of it.
 *
 * <p>
 * A token that is not good is an {@link InvalidBearerTokenException}; one that does not
 * allow to read its user is refused with {@code insufficient_scope}; that Cognito is
 * down, slow or throttling is an {@link AuthenticationServiceException}.
 */
public final class CognitoAccessTokenAuthenticationProvider implements AuthenticationProvider {

	/** What RFC 6750, section 2.1, calls a {@code b64token}. */
	private static final Pattern BEARER_TOKEN = Pattern.compile("[A-Za-z0-9._~+/-]++=*+");

	private final CognitoAccessTokenIntrospector introspector;

	/**
	 * Checks with this user pool, and remembers as much and as long as an introspector
	 * does by default.
	 * @param verifier the local check
	 * @param accounts the user pool
	 */
	public CognitoAccessTokenAuthenticationProvider(CognitoTokenVerifier verifier, CognitoAccountManager accounts) {
		this(CognitoAccessTokenIntrospector.builder(verifier, accounts).build());
	}

	/**
	 * Checks with an introspector, which may serve others as well.
	 * @param introspector knows the tokens
	 */
	public CognitoAccessTokenAuthenticationProvider(CognitoAccessTokenIntrospector introspector) {
		Assert.notNull(introspector, "introspector cannot be null");
		this.introspector = introspector;
	}

	/**
	 * Checks an access token.
	 * @param authentication a {@link BearerTokenAuthenticationToken}
	 * @return a {@link CognitoBearerAuthentication} with the factor {@code FACTOR_BEARER}
	 * @throws AuthenticationException see above
	 */
	@Override
	public Authentication authenticate(Authentication authentication) throws AuthenticationException {
		String token = ((BearerTokenAuthenticationToken) authentication).getToken();
		try {
			return authenticated(token, this.introspector.introspect(token), authentication.getDetails());
		}
		catch (CognitoException ex) {
			throw translate(ex, token);
		}
	}

	@Override
	public boolean supports(Class<?> authentication) {
		return BearerTokenAuthenticationToken.class.isAssignableFrom(authentication);
	}

	private static CognitoBearerAuthentication authenticated(String token, KnownAccessToken known,
			@Nullable Object details) {
		CognitoPrincipal principal = known.principal();
		List<GrantedAuthority> authorities = new ArrayList<>(principal.getAuthorities().size() + 1);
		authorities.addAll(principal.getAuthorities());
		authorities.add(FactorGrantedAuthority.fromAuthority(FactorGrantedAuthority.BEARER_AUTHORITY));
		OAuth2AccessToken accessToken = new OAuth2AccessToken(OAuth2AccessToken.TokenType.BEARER, token,
				known.issuedAt(), known.expiresAt(), known.scopes());
		CognitoBearerAuthentication result = new CognitoBearerAuthentication(principal, accessToken, known.claims(),
				authorities);
		result.setDetails(details);
		return result;
	}

	/**
	 * The texts are sent to whoever sent the token, and are ours: Cognito's may not fit
	 * into the header, and are nobody's business.
	 */
	private static AuthenticationException translate(CognitoException ex, String token) {
		if (!CognitoAccessTokenIntrospector.isRefusal(ex)) {
			return new AuthenticationServiceException("The access token cannot be checked at the moment", ex);
		}
		return new InvalidBearerTokenException(
				BEARER_TOKEN.matcher(token).matches() ? "The access token is not valid" : "Bearer token is malformed",
				ex);
	}

}

package io.cognitex.security;

import java.util.ArrayList;
import java.util.List;

import io.cognitex.CognitoAccountManager;
import io.cognitex.CognitoError;
import io.cognitex.CognitoException;
import io.cognitex.CognitoUser;
import io.cognitex.token.CognitoTokenVerifier;
import io.cognitex.token.VerifiedAccessToken;
import org.jspecify.annotations.Nullable;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.server.resource.BearerTokenErrors;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.util.Assert;

/**
 * Checks an access token in two steps. The first is local: signature, issuer, expiry, use
 * and app client. It turns forged and foreign tokens away without a call; that it comes
 * first is not for speed alone, because Cognito's {@code GetUser} accepts the tokens of
 * every pool in the region. The second is {@code GetUser}, which knows of revocation and
 * of disabled users, and tells the user's attributes.
 *
 * <p>
 * {@code GetUser} needs the scope {@code aws.cognito.signin.user.admin}, which every
 * sign-in through the API brings. A token without it, or without a user (client
 * credentials), is refused with {@code insufficient_scope}.
 *
 * <p>
 * A token that is not good is an {@link InvalidBearerTokenException}; that Cognito is
 * down, slow or throttling is an {@link AuthenticationServiceException}.
 */
public final class CognitoAccessTokenAuthenticationProvider implements AuthenticationProvider {

	private static final String GET_USER_SCOPE = "aws.cognito.signin.user.admin";

	private final CognitoTokenVerifier verifier;

	private final CognitoAccountManager accounts;

	private CognitoAuthoritiesMapper authoritiesMapper = CognitoAuthoritiesMapper.withDefaults();

	/**
	 * Checks with this user pool.
	 * @param verifier the local check
	 * @param accounts the user pool
	 */
	public CognitoAccessTokenAuthenticationProvider(CognitoTokenVerifier verifier, CognitoAccountManager accounts) {
		Assert.notNull(verifier, "verifier cannot be null");
		Assert.notNull(accounts, "accounts cannot be null");
		this.verifier = verifier;
		this.accounts = accounts;
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
			VerifiedAccessToken verified = this.verifier.verifyAccessToken(token);
			return authenticated(token, verified, user(token, verified), authentication.getDetails());
		}
		catch (CognitoException ex) {
			throw translate(ex);
		}
	}

	@Override
	public boolean supports(Class<?> authentication) {
		return BearerTokenAuthenticationToken.class.isAssignableFrom(authentication);
	}

	/**
	 * Decides what a user may do. The default is
	 * {@link CognitoAuthoritiesMapper#withDefaults()}.
	 * @param authoritiesMapper the mapper
	 */
	public void setAuthoritiesMapper(CognitoAuthoritiesMapper authoritiesMapper) {
		Assert.notNull(authoritiesMapper, "authoritiesMapper cannot be null");
		this.authoritiesMapper = authoritiesMapper;
	}

	private CognitoUser user(String token, VerifiedAccessToken verified) {
		if (verified.username() == null || !verified.scopes().contains(GET_USER_SCOPE)) {
			throw new OAuth2AuthenticationException(BearerTokenErrors
				.insufficientScope("The access token does not allow to read its user", GET_USER_SCOPE));
		}
		CognitoUser user = this.accounts.getUser(token);
		if (!user.username().equals(verified.username())) {
			throw new CognitoException(CognitoError.NOT_AUTHORIZED, "The access token is of another user");
		}
		return user;
	}

	private CognitoBearerAuthentication authenticated(String token, VerifiedAccessToken verified, CognitoUser user,
			@Nullable Object details) {
		CognitoPrincipal principal = CognitoPrincipal.of(AccessTokenClaims.of(verified, user.username()),
				user.attributes(), this.authoritiesMapper);
		List<GrantedAuthority> authorities = new ArrayList<>(principal.getAuthorities());
		authorities.add(FactorGrantedAuthority.fromAuthority(FactorGrantedAuthority.BEARER_AUTHORITY));
		OAuth2AccessToken accessToken = new OAuth2AccessToken(OAuth2AccessToken.TokenType.BEARER, token,
				verified.issuedAt(), verified.expiresAt(), verified.scopes());
		CognitoBearerAuthentication result = new CognitoBearerAuthentication(principal, accessToken, verified.claims(),
				authorities);
		result.setDetails(details);
		return result;
	}

	/**
	 * The texts are sent to whoever sent the token, and are ours: Cognito's may not fit
	 * into the header, and are nobody's business.
	 */
	private static AuthenticationException translate(CognitoException ex) {
		return switch (ex.error().kind()) {
			case INPUT, CREDENTIALS, CONFLICT, ACCOUNT_STATE ->
				new InvalidBearerTokenException("The access token is not valid", ex);
			case LIMIT, UNAVAILABLE, CONFIGURATION ->
				new AuthenticationServiceException("The access token cannot be checked at the moment", ex);
		};
	}

}

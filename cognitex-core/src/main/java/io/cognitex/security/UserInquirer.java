package io.cognitex.security;

import java.util.Map;

import io.cognitex.CognitoAccountManager;
import io.cognitex.CognitoError;
import io.cognitex.CognitoError.Kind;
import io.cognitex.CognitoException;
import io.cognitex.CognitoUser;
import io.cognitex.token.VerifiedAccessToken;

import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.server.resource.BearerTokenErrors;

/**
 * Finds out whose a verified access token is: from Cognito, or from the token alone where
 * that is to do.
 */
final class UserInquirer {

	private static final String GET_USER_SCOPE = "aws.cognito.signin.user.admin";

	private final CognitoAccountManager accounts;

	private final CognitoAuthoritiesMapper authoritiesMapper;

	private final boolean asksCognito;

	private final WithoutUserScope withoutUserScope;

	private final Outage outage;

	private final AccessTokenCounters counters;

	UserInquirer(CognitoAccountManager accounts, CognitoAuthoritiesMapper authoritiesMapper, boolean asksCognito,
			WithoutUserScope withoutUserScope, Outage outage, AccessTokenCounters counters) {
		this.accounts = accounts;
		this.authoritiesMapper = authoritiesMapper;
		this.asksCognito = asksCognito;
		this.withoutUserScope = withoutUserScope;
		this.outage = outage;
		this.counters = counters;
	}

	/**
	 * Refuses a token whose user would have to be asked and cannot be.
	 */
	void check(VerifiedAccessToken verified) {
		boolean enough = this.asksCognito ? isReadable(verified) : verified.username() != null;
		if (!enough && this.withoutUserScope == WithoutUserScope.REFUSE) {
			throw new OAuth2AuthenticationException(BearerTokenErrors
				.insufficientScope("The access token does not allow to read its user", GET_USER_SCOPE));
		}
	}

	KnownAccessToken ask(String token, VerifiedAccessToken verified) {
		if (this.asksCognito && isReadable(verified)) {
			return known(verified, getUser(token, verified).attributes());
		}
		return known(verified, Map.of("sub", verified.sub()));
	}

	private static boolean isReadable(VerifiedAccessToken verified) {
		return verified.username() != null && verified.scopes().contains(GET_USER_SCOPE);
	}

	private CognitoUser getUser(String token, VerifiedAccessToken verified) {
		Outage.Attempt attempt = this.outage.begin();
		this.counters.called();
		try {
			CognitoUser user = this.accounts.getUser(token);
			this.outage.answered();
			if (!user.username().equals(verified.username())) {
				throw new CognitoException(CognitoError.NOT_AUTHORIZED, "The access token is of another user");
			}
			return user;
		}
		catch (CognitoException ex) {
			if (ex.error().kind() == Kind.UNAVAILABLE) {
				this.outage.failed(attempt, ex);
			}
			else {
				this.outage.answered();
			}
			throw ex;
		}
	}

	private KnownAccessToken known(VerifiedAccessToken verified, Map<String, String> attributes) {
		VerifiedAccessToken token = CompactClaims.of(verified);
		AccessTokenClaims claims = AccessTokenClaims.of(token,
				(token.username() != null) ? token.username() : token.sub());
		return new KnownAccessToken(CognitoPrincipal.of(claims, attributes, this.authoritiesMapper), token.claims(),
				token.scopes(), token.issuedAt(), token.expiresAt());
	}

}

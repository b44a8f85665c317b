package io.cognitex.security;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.cognitex.jwt.UnverifiedJwt;
import io.cognitex.token.VerifiedAccessToken;

import org.springframework.util.Assert;

/**
 * What a Cognito access token says about its user, for a {@link CognitoAuthoritiesMapper}
 * to decide on.
 *
 * @param username the canonical username, claim {@code username}
 * @param subject the user's unchanging id, claim {@code sub}
 * @param groups the user's groups, claim {@code cognito:groups}; empty if there is none
 * @param scopes what the token may be used for, claim {@code scope}; empty if there is
 * none
 * @param claims every claim, with those that a pre token generation trigger added
 * @see <a href=
 * "https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-access-token.html">The
 * access token</a>
 */
public record AccessTokenClaims(String username, String subject, List<String> groups, Set<String> scopes,
		Map<String, Object> claims) {

	public AccessTokenClaims {
		Assert.hasText(username, "username cannot be empty");
		Assert.hasText(subject, "subject cannot be empty");
		groups = List.copyOf(groups);
		scopes = Set.copyOf(scopes);
		claims = Collections.unmodifiableMap(new LinkedHashMap<>(claims));
	}

	/**
	 * The claims of a token that Cognito itself just sent.
	 * @param accessToken the token
	 * @return its claims
	 * @throws IllegalArgumentException if this is not a user's access token
	 */
	static AccessTokenClaims of(UnverifiedJwt accessToken) {
		return new AccessTokenClaims(text(accessToken, "username"), text(accessToken, "sub"),
				accessToken.texts("cognito:groups"), words(text(accessToken, "scope")), accessToken.claims());
	}

	/**
	 * The claims of a token that has been verified.
	 * @param accessToken the token
	 * @param username its username
	 * @return its claims
	 */
	static AccessTokenClaims of(VerifiedAccessToken accessToken, String username) {
		return new AccessTokenClaims(username, accessToken.sub(), accessToken.groups(), accessToken.scopes(),
				accessToken.claims());
	}

	private static String text(UnverifiedJwt token, String claim) {
		String text = token.text(claim);
		return (text != null) ? text : "";
	}

	private static Set<String> words(String text) {
		return text.isBlank() ? Set.of() : Set.copyOf(List.of(text.strip().split(" +")));
	}

	/**
	 * The names of the claims only: the values are personal data.
	 */
	@Override
	public String toString() {
		return "AccessTokenClaims[username=" + this.username + ", groups=" + this.groups + ", scopes=" + this.scopes
				+ ", claims=" + this.claims.keySet() + "]";
	}

}

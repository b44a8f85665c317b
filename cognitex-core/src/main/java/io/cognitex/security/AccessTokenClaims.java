package io.cognitex.security;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

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
public record AccessTokenClaims(String username, String subject, List<String> groups, List<String> scopes,
		Map<String, Object> claims) {

	public AccessTokenClaims {
		Assert.hasText(username, "username cannot be empty");
		Assert.hasText(subject, "subject cannot be empty");
		groups = List.copyOf(groups);
		scopes = List.copyOf(scopes);
		claims = Map.copyOf(claims);
	}

	/**
	 * The claims of a token whose signature needs no check, because Cognito itself just
	 * sent it.
	 * @param accessToken the token
	 * @return its claims
	 * @throws IllegalArgumentException if this is not a user's access token
	 */
	static AccessTokenClaims parse(String accessToken) {
		Map<String, Object> claims = TokenPayload.parse(accessToken);
		return new AccessTokenClaims(text(claims.get("username")), text(claims.get("sub")),
				strings(claims.get("cognito:groups")), words(claims.get("scope")), claims);
	}

	private static String text(@Nullable Object claim) {
		return (claim instanceof String text) ? text : "";
	}

	private static List<String> strings(@Nullable Object claim) {
		return (claim instanceof List<?> list)
				? list.stream().filter(String.class::isInstance).map(String.class::cast).toList() : List.of();
	}

	private static List<String> words(@Nullable Object claim) {
		return text(claim).isBlank() ? List.of() : List.of(text(claim).trim().split("\\s+"));
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

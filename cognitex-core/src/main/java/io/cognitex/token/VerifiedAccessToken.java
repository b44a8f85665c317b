package io.cognitex.token;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What an access token says, all of it vouched for by the user pool when the token was
 * issued. Whether it has been revoked since, only Cognito knows.
 *
 * @param username the canonical username; {@code null} for a token that an application
 * got for itself (client credentials)
 * @param sub the user's immutable id, or the client id where there is no user
 * @param clientId the app client for which the token was issued
 * @param scopes such as {@code aws.cognito.signin.user.admin}, which every sign-in
 * through the API brings
 * @param groups the user's groups in the pool
 * @param issuedAt when the token was issued
 * @param expiresAt when it runs out
 * @param jti the token's own id
 * @param claims all claims
 * @see <a href=
 * "https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-access-token.html">Understanding
 * the access token</a>
 */
public record VerifiedAccessToken(@Nullable String username, String sub, String clientId, Set<String> scopes,
		List<String> groups, Instant issuedAt, Instant expiresAt, String jti, Map<String, Object> claims) {

	@Override
	public String toString() {
		return "VerifiedAccessToken[username=" + this.username + ", clientId=" + this.clientId + ", scopes="
				+ this.scopes + ", groups=" + this.groups + ", expiresAt=" + this.expiresAt + "]";
	}

}

package io.cognitex;

import java.io.Serial;
import java.io.Serializable;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What Cognito issues when a sign-in is complete. All three tokens are secrets:
 * {@link #toString()} shows none of them.
 *
 * @param accessToken what the user's own operations and APIs take, a JWT
 * @param idToken who the user is, a JWT; for profiles only, never for APIs
 * @param refreshToken opaque; {@code null} if none was issued
 * @param expiresAt when the access token runs out
 */
public record CognitoTokens(String accessToken, String idToken, @Nullable String refreshToken,
		Instant expiresAt) implements Serializable {

	@Serial
	private static final long serialVersionUID = 1L;

	@Override
	public String toString() {
		return "CognitoTokens[expiresAt=" + this.expiresAt + "]";
	}

}

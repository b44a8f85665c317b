package io.cognitex;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;

import io.cognitex.jwt.MalformedJwtException;
import io.cognitex.jwt.UnverifiedJwt;
import org.jspecify.annotations.Nullable;

/**
 * Reads what Cognito issued.
 */
final class IssuedTokens {

	private final Clock clock;

	IssuedTokens(Clock clock) {
		this.clock = clock;
	}

	CognitoTokens read(@Nullable String accessToken, @Nullable String idToken, @Nullable String refreshToken,
			@Nullable Integer expiresIn) {
		String access = BrokenAnswer.require(accessToken, "AccessToken");
		return new CognitoTokens(access, BrokenAnswer.require(idToken, "IdToken"), refreshToken,
				expiry(access, expiresIn));
	}

	/**
	 * The model does not promise {@code ExpiresIn}, and cognito-local leaves it out; the
	 * token says the same.
	 */
	private Instant expiry(String accessToken, @Nullable Integer expiresIn) {
		if (expiresIn != null) {
			return this.clock.instant().plusSeconds(expiresIn);
		}
		try {
			return Instant.ofEpochSecond(BrokenAnswer.require(UnverifiedJwt.parse(accessToken).number("exp"), "exp"));
		}
		catch (MalformedJwtException | DateTimeException ex) {
			throw BrokenAnswer.because("its access token has no lifetime");
		}
	}

}

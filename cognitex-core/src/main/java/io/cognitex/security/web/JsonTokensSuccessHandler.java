package io.cognitex.security.web;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

import io.cognitex.CognitoTokens;
import io.cognitex.security.CognitoAuthentication;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;

/**
 * Hands the tokens to the client, in the words of OAuth 2.0.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-5.1">RFC 6749, 5.1</a>
 */
final class JsonTokensSuccessHandler implements AuthenticationSuccessHandler {

	private final Clock clock;

	JsonTokensSuccessHandler(Clock clock) {
		this.clock = clock;
	}

	@Override
	public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response,
			Authentication authentication) throws IOException {
		CognitoTokens tokens = ((CognitoAuthentication) authentication).getTokens();
		Map<String, Object> members = new LinkedHashMap<>();
		members.put("access_token", tokens.accessToken());
		members.put("token_type", "Bearer");
		members.put("expires_in", Math.max(0, Duration.between(this.clock.instant(), tokens.expiresAt()).toSeconds()));
		if (tokens.refreshToken() != null) {
			members.put("refresh_token", tokens.refreshToken());
		}
		members.put("id_token", tokens.idToken());
		JsonResponse.write(response, MediaType.APPLICATION_JSON, members);
	}

}

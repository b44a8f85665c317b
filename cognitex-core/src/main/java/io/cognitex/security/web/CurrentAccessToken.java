package io.cognitex.security.web;

import io.cognitex.CognitoTokens;
import io.cognitex.security.CognitoAuthentication;
import io.cognitex.security.CognitoBearerAuthentication;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * The tokens of whoever is logged in, by a session or by an access token.
 */
final class CurrentAccessToken {

	private CurrentAccessToken() {
	}

	/**
	 * The access token of this thread's user.
	 * @return the token; {@code null} if nobody is logged in with Cognito
	 */
	static @Nullable String get() {
		return of(authentication());
	}

	static @Nullable Authentication authentication() {
		return SecurityContextHolder.getContext().getAuthentication();
	}

	static @Nullable String of(@Nullable Authentication authentication) {
		if (authentication instanceof CognitoBearerAuthentication bearer) {
			return bearer.getToken().getTokenValue();
		}
		CognitoTokens tokens = tokens(authentication);
		return (tokens != null) ? tokens.accessToken() : null;
	}

	static @Nullable CognitoTokens tokens(@Nullable Authentication authentication) {
		return (authentication instanceof CognitoAuthentication login) ? login.getTokens() : null;
	}

}

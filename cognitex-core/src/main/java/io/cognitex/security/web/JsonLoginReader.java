package io.cognitex.security.web;

import java.io.IOException;
import java.util.Set;

import io.cognitex.security.CognitoSignInAuthenticationToken;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;

/**
 * Reads the first step: username and password, or the username alone where the pool asks
 * for what it wants afterwards.
 */
final class JsonLoginReader implements JsonLoginFilter.JsonAuthenticationReader {

	/** Others would be refused by Cognito, as if the application were set up wrongly. */
	private static final Set<String> FIRST_FACTORS = Set.of("PASSWORD", "PASSWORD_SRP", "EMAIL_OTP", "SMS_OTP",
			"WEB_AUTHN");

	private final boolean passwordless;

	/**
	 * Reads first steps.
	 * @param passwordless whether the password may be left out
	 */
	JsonLoginReader(boolean passwordless) {
		this.passwordless = passwordless;
	}

	@Override
	public AbstractAuthenticationToken read(HttpServletRequest request) throws IOException {
		JsonBody body = JsonBody.of(request).only("username", "password", "preferredChallenge", JsonBody.ENCODED_DATA);
		String username = body.text("username");
		String password = this.passwordless ? body.optionalText("password") : body.text("password");
		String preferredChallenge = body.optionalText("preferredChallenge");
		if (preferredChallenge != null && !FIRST_FACTORS.contains(preferredChallenge)) {
			throw JsonRequestException.malformed("'preferredChallenge' must be a first factor");
		}
		return (password != null && preferredChallenge == null)
				? UsernamePasswordAuthenticationToken.unauthenticated(username, password)
				: new CognitoSignInAuthenticationToken(username, password, preferredChallenge, null);
	}

}

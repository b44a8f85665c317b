package io.cognitex.embedded.internal.token;

import org.jspecify.annotations.Nullable;

/**
 * What a sign-in or a refresh gives.
 *
 * @param accessToken the access token
 * @param idToken the ID token
 * @param refreshToken the refresh token, if there is a new one
 * @param expiresIn the access token's lifetime in seconds
 * @param newDevice the device, if the sign-in came from a new one and the client is to
 * know
 */
public record Tokens(String accessToken, String idToken, @Nullable String refreshToken, long expiresIn,
		@Nullable LoginDevice newDevice) {

	Tokens onNewDevice(LoginDevice device) {
		return new Tokens(this.accessToken, this.idToken, this.refreshToken, this.expiresIn, device);
	}

	@Override
	public String toString() {
		return "Tokens[expiresIn=" + this.expiresIn + "]";
	}

}

package io.cognitex.embedded.internal.signin;

import java.util.Set;

import io.cognitex.embedded.internal.error.Refusal;
import io.cognitex.embedded.internal.error.Refusals;
import io.cognitex.embedded.internal.pool.User;
import io.cognitex.embedded.internal.token.RefreshToken;
import io.cognitex.embedded.internal.token.TokenRefresh;

/**
 * {@code REFRESH_TOKEN_AUTH}: new access and ID tokens for a refresh token. No username
 * is sent; the secret hash is made with the user's real one.
 */
final class RefreshTokenAuth implements Flow {

	private final TokenRefresh refresh;

	RefreshTokenAuth(TokenRefresh refresh) {
		this.refresh = refresh;
	}

	@Override
	public Set<String> names() {
		return Set.of("REFRESH_TOKEN_AUTH", "REFRESH_TOKEN");
	}

	@Override
	public boolean isOfferedTo(boolean admin) {
		return true;
	}

	@Override
	public String clientSwitch() {
		return "ALLOW_REFRESH_TOKEN_AUTH";
	}

	@Override
	public Refusal notEnabled() {
		return Refusals.flowNotEnabled("Auth flow not enabled for this client");
	}

	@Override
	public AuthStep begin(AuthRequest request) {
		request.allowOnly(Set.of("REFRESH_TOKEN"));
		String token = request.required("REFRESH_TOKEN");
		RefreshToken refreshToken = this.refresh.require(token, request.pool(), request.client());
		User user = this.refresh.user(refreshToken, request.pool());
		request.checkSecretHash(user.username());
		return new AuthStep.Authenticated(this.refresh.refresh(token, refreshToken, request.pool(), request.client(),
				user, request.parameters().get("DEVICE_KEY"), request.clientMetadata()));
	}

}

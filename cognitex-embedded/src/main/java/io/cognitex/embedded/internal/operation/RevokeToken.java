package io.cognitex.embedded.internal.operation;

import tools.jackson.databind.node.ObjectNode;

import io.cognitex.embedded.internal.error.Refusal;
import io.cognitex.embedded.internal.error.Refusals;
import io.cognitex.embedded.internal.model.Request;
import io.cognitex.embedded.internal.model.Shapes;
import io.cognitex.embedded.internal.model.Type.StructureType;
import io.cognitex.embedded.internal.pool.UserPools;
import io.cognitex.embedded.internal.token.AccessTokens;
import io.cognitex.embedded.internal.token.Login;
import io.cognitex.embedded.internal.token.Logins;
import io.cognitex.embedded.internal.token.RefreshToken;
import io.cognitex.embedded.internal.token.RefreshTokens;

import static io.cognitex.embedded.internal.model.Member.optional;
import static io.cognitex.embedded.internal.model.Member.required;

/**
 * Ends one sign-in. The model declares the types of its refusals, but nobody has
 * published when which one comes: the assignment here is a guess.
 */
final class RevokeToken implements Operation {

	private final UserPools pools;

	private final RefreshTokens refreshTokens;

	private final Logins logins;

	RevokeToken(Services services) {
		this.pools = services.pools();
		this.refreshTokens = services.refreshTokens();
		this.logins = services.logins();
	}

	@Override
	public StructureType input() {
		return StructureType.of(required("Token", Shapes.TOKEN), required("ClientId", Shapes.CLIENT_ID),
				optional("ClientSecret", Shapes.CLIENT_SECRET));
	}

	@Override
	public ObjectNode perform(Request request) {
		ClientCall call = call(request);
		if (!call.client().hasSecret(request.optional("ClientSecret"))) {
			throw Refusals.revocationUnauthorized();
		}
		if (!call.client().settings().enableTokenRevocation()) {
			throw Refusals.revocationDisabled();
		}
		Login login = login(request.required("Token"));
		if (!login.clientId().equals(call.client().id())) {
			throw Refusals.revocationUnauthorized();
		}
		this.logins.revoke(login);
		return Answers.empty();
	}

	/**
	 * The model has no {@code ResourceNotFoundException} here, so an unknown client is
	 * taken for one that is not authorized.
	 */
	private ClientCall call(Request request) {
		try {
			return ClientCall.of(this.pools, request);
		}
		catch (Refusal ex) {
			throw Refusals.revocationUnauthorized();
		}
	}

	private Login login(String token) {
		return this.refreshTokens.find(token)
			.map(RefreshToken::login)
			.orElseThrow(() -> AccessTokens.isJwt(token) ? Refusals.unsupportedTokenType()
					: Refusals.revocationTokenInvalid());
	}

}

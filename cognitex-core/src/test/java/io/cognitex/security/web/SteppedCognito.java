package io.cognitex.security.web;

import java.util.function.Supplier;

import io.cognitex.embedded.EmbeddedCognito;
import io.cognitex.security.web.Interleaving.Outcome;
import io.cognitex.security.web.Interleaving.Point;
import io.cognitex.security.web.Interleaving.Task;
import io.cognitex.security.web.IssuedLogins.Fate;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CognitoIdentityProviderException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.GetTokensFromRefreshTokenRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.GetTokensFromRefreshTokenResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InitiateAuthRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InitiateAuthResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.RespondToAuthChallengeRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.RespondToAuthChallengeResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.RevokeTokenRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.RevokeTokenResponse;

/**
 * A node's way to an embedded pool: the AWS SDK over loopback, where a call can be made
 * to wait before the pool gets it and before the node gets the answer, and where the
 * answer can be lost.
 */
final class SteppedCognito implements CognitoIdentityProviderClient {

	private final CognitoIdentityProviderClient client;

	private final Interleaving interleaving;

	private final TestNode node;

	private final IssuedLogins issued;

	SteppedCognito(EmbeddedCognito pool, Interleaving interleaving, TestNode node, IssuedLogins issued) {
		this.client = client(pool);
		this.interleaving = interleaving;
		this.node = node;
		this.issued = issued;
	}

	/**
	 * The SDK without repetitions, which take real time.
	 */
	static CognitoIdentityProviderClient client(EmbeddedCognito pool) {
		return CognitoIdentityProviderClient.builder()
			.endpointOverride(pool.endpoint())
			.region(Region.of(pool.region()))
			.credentialsProvider(AnonymousCredentialsProvider.create())
			.overrideConfiguration((configuration) -> configuration.retryStrategy(DefaultRetryStrategy.doNotRetry()))
			.build();
	}

	@Override
	public GetTokensFromRefreshTokenResponse getTokensFromRefreshToken(GetTokensFromRefreshTokenRequest request) {
		this.node.asks(request.refreshToken());
		return step(() -> {
			GetTokensFromRefreshTokenResponse response = this.client.getTokensFromRefreshToken(request);
			this.issued.add(request.refreshToken(), response.authenticationResult().refreshToken(),
					this.interleaving.current());
			return response;
		});
	}

	@Override
	public RevokeTokenResponse revokeToken(RevokeTokenRequest request) {
		return step(() -> this.client.revokeToken(request));
	}

	@Override
	public InitiateAuthResponse initiateAuth(InitiateAuthRequest request) {
		return this.client.initiateAuth(request);
	}

	@Override
	public RespondToAuthChallengeResponse respondToAuthChallenge(RespondToAuthChallengeRequest request) {
		return this.client.respondToAuthChallenge(request);
	}

	private <T> T step(Supplier<T> call) {
		this.interleaving.reach(Point.ASK, this.node);
		T answer = null;
		CognitoIdentityProviderException error = null;
		try {
			answer = call.get();
		}
		catch (CognitoIdentityProviderException ex) {
			error = ex;
		}
		if (this.interleaving.reach(Point.ANSWER, this.node) == Outcome.FAILS) {
			Task task = this.interleaving.current();
			if (task != null) {
				task.loses();
			}
			this.issued.settle(task, Fate.LOST);
			this.node.hasNoAnswer();
			throw SdkClientException.create("The answer was lost");
		}
		if (error != null) {
			if (!error.awsErrorDetails().errorCode().matches("NotAuthorizedException|RefreshTokenReuseException")) {
				this.node.hasNoAnswer();
			}
			throw error;
		}
		this.issued.settle(this.interleaving.current(), Fate.DELIVERED);
		return answer;
	}

	@Override
	public String serviceName() {
		return this.client.serviceName();
	}

	@Override
	public void close() {
		this.client.close();
	}

}

package io.cognitex.embedded.internal.operation;

import tools.jackson.databind.node.ObjectNode;

import io.cognitex.embedded.internal.model.Timestamps;
import io.cognitex.embedded.internal.pool.ClientSecret;

/**
 * What is told of a client secret, but for the secret itself.
 */
final class ClientSecretAnswer {

	private ClientSecretAnswer() {
	}

	static ObjectNode of(ClientSecret secret) {
		return Answers.empty()
			.put("ClientSecretId", secret.id())
			.put("ClientSecretCreateDate", Timestamps.seconds(secret.createdAt()));
	}

}

package io.cognitex.embedded;

import org.jspecify.annotations.Nullable;

/**
 * An app client that was added to an {@link EmbeddedUserPool}.
 *
 * @param clientId the client id
 * @param clientSecret the client secret, or {@code null} if the client is public
 */
public record EmbeddedUserPoolClient(String clientId, @Nullable String clientSecret) {

	@Override
	public String toString() {
		return "EmbeddedUserPoolClient[clientId=" + this.clientId + "]";
	}

}

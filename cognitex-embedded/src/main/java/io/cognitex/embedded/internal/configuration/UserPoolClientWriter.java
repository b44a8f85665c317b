package io.cognitex.embedded.internal.configuration;

import java.time.Duration;
import java.util.Map;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import io.cognitex.embedded.internal.model.Json;
import io.cognitex.embedded.internal.model.Json;
import io.cognitex.embedded.internal.model.Timestamps;
import io.cognitex.embedded.internal.pool.AppClient;
import io.cognitex.embedded.internal.pool.ClientSettings;
import io.cognitex.embedded.internal.pool.UserPool;

/**
 * Describes an app client: {@code UserPoolClientType}.
 */
public final class UserPoolClientWriter {

	private static final Duration DEFAULT_REFRESH_TOKEN_VALIDITY = Duration.ofDays(30);

	private static final Duration DEFAULT_TOKEN_VALIDITY = Duration.ofHours(1);

	private UserPoolClientWriter() {
	}

	/**
	 * Describes an app client.
	 * @param pool the pool
	 * @param client the client
	 * @return the description
	 */
	public static ObjectNode write(UserPool pool, AppClient client) {
		ClientSettings settings = client.settings();
		ObjectNode answer = Json.object()
			.put("UserPoolId", pool.id())
			.put("ClientName", client.name())
			.put("ClientId", client.id())
			.put("CreationDate", Timestamps.seconds(client.createdAt()))
			.put("LastModifiedDate", Timestamps.seconds(client.modifiedAt()))
			.put("PreventUserExistenceErrors", settings.preventUserExistenceErrors() ? "ENABLED" : "LEGACY")
			.put("EnableTokenRevocation", settings.enableTokenRevocation())
			.put("AuthSessionValidity", settings.authSessionValidity().toMinutes())
			.put("AllowedOAuthFlowsUserPoolClient", false)
			.put("EnablePropagateAdditionalUserContextData", false);
		if (client.secret() != null) {
			answer.put("ClientSecret", client.secret());
		}
		answer.set("ExplicitAuthFlows", UserPoolWriter.strings(settings.explicitAuthFlows()));
		if (settings.readAttributes() != null) {
			answer.set("ReadAttributes", UserPoolWriter.strings(settings.readAttributes()));
		}
		if (settings.writeAttributes() != null) {
			answer.set("WriteAttributes", UserPoolWriter.strings(settings.writeAttributes()));
		}
		if (settings.rotationGracePeriod() != null) {
			answer.putObject("RefreshTokenRotation")
				.put("Feature", "ENABLED")
				.put("RetryGracePeriodSeconds", settings.rotationGracePeriod().toSeconds());
		}
		putValidities(answer, settings);
		for (Map.Entry<String, JsonNode> stored : settings.stored().entrySet()) {
			answer.set(stored.getKey(), stored.getValue());
		}
		return answer;
	}

	private static void putValidities(ObjectNode answer, ClientSettings settings) {
		answer.put("RefreshTokenValidity", DEFAULT_REFRESH_TOKEN_VALIDITY.toDays());
		boolean described = settings.stored().keySet().stream().anyMatch((member) -> member.endsWith("TokenValidity"));
		boolean defaults = settings.refreshTokenValidity().equals(DEFAULT_REFRESH_TOKEN_VALIDITY)
				&& settings.accessTokenValidity().equals(DEFAULT_TOKEN_VALIDITY)
				&& settings.idTokenValidity().equals(DEFAULT_TOKEN_VALIDITY);
		if (!described && !defaults) {
			answer.put("AccessTokenValidity", settings.accessTokenValidity().toSeconds())
				.put("IdTokenValidity", settings.idTokenValidity().toSeconds())
				.put("RefreshTokenValidity", settings.refreshTokenValidity().toSeconds())
				.putObject("TokenValidityUnits")
				.put("AccessToken", "seconds")
				.put("IdToken", "seconds")
				.put("RefreshToken", "seconds");
		}
	}

}

package io.cognitex.embedded.internal.trigger;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.cognitex.embedded.internal.pool.User;
import io.cognitex.embedded.internal.pool.UserPool;
import io.cognitex.embedded.trigger.TriggerType;

/**
 * Asks before tokens are made. An answer of version 1 ({@code claimsOverrideDetails})
 * changes the ID token and the groups of both; one of version 2
 * ({@code claimsAndScopeOverrideDetails}) also the access token.
 */
public final class PreTokenGenerationTrigger {

	private PreTokenGenerationTrigger() {
	}

	/**
	 * Asks.
	 * @param pool the pool
	 * @param clientId the app client
	 * @param user the user
	 * @param source why tokens are made, such as {@code TokenGeneration_Authentication}
	 * @param scopes the scopes of the access token
	 * @param clientMetadata what the client passes on
	 * @return what is to be changed
	 */
	public static TokenOverrides fire(UserPool pool, String clientId, User user, String source, List<String> scopes,
			Map<String, String> clientMetadata) {
		TriggerResponse response = TriggerCall.of(pool, TriggerType.PRE_TOKEN_GENERATION)
			.client(clientId)
			.user(user)
			.with("groupConfiguration", Map.of("groupsToOverride", new ArrayList<>(user.groups())))
			.with("scopes", scopes)
			.withIfAny("clientMetadata", clientMetadata)
			.fire(source);
		if (response.has("claimsAndScopeOverrideDetails")) {
			TriggerResponse details = response.object("claimsAndScopeOverrideDetails");
			return new TokenOverrides(claims(details.object("idTokenGeneration")),
					claims(details.object("accessTokenGeneration")), groups(details));
		}
		TriggerResponse details = response.object("claimsOverrideDetails");
		return new TokenOverrides(claims(details), TokenOverrides.Claims.NONE, groups(details));
	}

	private static TokenOverrides.Claims claims(TriggerResponse response) {
		return new TokenOverrides.Claims(response.object("claimsToAddOrOverride").values(),
				response.list("claimsToSuppress"), response.list("scopesToAdd"), response.list("scopesToSuppress"));
	}

	private static @Nullable List<String> groups(TriggerResponse details) {
		TriggerResponse groups = details.object("groupOverrideDetails");
		return groups.has("groupsToOverride") ? groups.list("groupsToOverride") : null;
	}

}

package io.cognitex.embedded.internal.configuration;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import io.cognitex.embedded.internal.error.Refusals;
import io.cognitex.embedded.internal.model.Request;
import io.cognitex.embedded.internal.pool.ClientSettings;
import io.cognitex.embedded.internal.pool.Schema;
import io.cognitex.embedded.internal.pool.UserPool;

/**
 * Reads what an app client is to be.
 */
public final class UserPoolClientReader {

	private static final String ALLOW = "ALLOW_";

	private static final Set<String> DEFAULT_FLOWS = Set.of("ALLOW_REFRESH_TOKEN_AUTH", "ALLOW_USER_SRP_AUTH",
			"ALLOW_CUSTOM_AUTH");

	private static final Duration SHORTEST_TOKEN = Duration.ofMinutes(5);

	private static final Duration LONGEST_TOKEN = Duration.ofDays(1);

	private static final Duration SHORTEST_REFRESH_TOKEN = Duration.ofHours(1);

	private static final Duration LONGEST_REFRESH_TOKEN = Duration.ofDays(3650);

	private static final int DEFAULT_REFRESH_TOKEN_DAYS = 30;

	private UserPoolClientReader() {
	}

	/**
	 * Reads the settings of a new app client, or all new settings of an old one.
	 * @param request a valid request
	 * @param pool the client's pool
	 * @return the settings
	 */
	public static ClientSettings read(Request request, UserPool pool) {
		for (String provider : request.strings("SupportedIdentityProviders")) {
			if (!"COGNITO".equals(provider)) {
				throw Refusals.providerNotFound(provider, pool.id());
			}
		}
		ClientSettings.Builder settings = ClientSettings.builder()
			.preventUserExistenceErrors("ENABLED".equals(request.optional("PreventUserExistenceErrors")))
			.enableTokenRevocation(!request.has("EnableTokenRevocation") || request.flag("EnableTokenRevocation"))
			.authSessionValidity(Duration.ofMinutes(request.integer("AuthSessionValidity", 3)))
			.readAttributes(attributes(request, "ReadAttributes"))
			.writeAttributes(attributes(request, "WriteAttributes"));
		checkAttributes(request, pool.settings().schema());
		Set<String> flows = flows(request.strings("ExplicitAuthFlows"));
		Request rotation = request.structure("RefreshTokenRotation");
		if ("ENABLED".equals(rotation.optional("Feature"))) {
			if (flows.contains("ALLOW_REFRESH_TOKEN_AUTH")) {
				throw Refusals.rotationWithRefreshTokenAuth();
			}
			settings.rotationGracePeriod(Duration.ofSeconds(rotation.integer("RetryGracePeriodSeconds", 0)));
		}
		readValidities(request, settings);
		return settings.explicitAuthFlows(flows).stored(stored(request)).build();
	}

	private static void readValidities(Request request, ClientSettings.Builder settings) {
		Duration access = validity(request, "AccessToken", ChronoUnit.HOURS, 1);
		Duration id = validity(request, "IdToken", ChronoUnit.HOURS, 1);
		Duration refresh = validity(request, "RefreshToken", ChronoUnit.DAYS, DEFAULT_REFRESH_TOKEN_DAYS);
		if (outside(access, SHORTEST_TOKEN, LONGEST_TOKEN) || outside(id, SHORTEST_TOKEN, LONGEST_TOKEN)
				|| outside(refresh, SHORTEST_REFRESH_TOKEN, LONGEST_REFRESH_TOKEN) || access.compareTo(refresh) > 0
				|| id.compareTo(refresh) > 0) {
			throw Refusals.tokenValidity();
		}
		settings.accessTokenValidity(access).idTokenValidity(id).refreshTokenValidity(refresh);
	}

	private static Duration validity(Request request, String token, ChronoUnit defaultUnit, int defaultValue) {
		String unitName = request.structure("TokenValidityUnits").optional(token);
		ChronoUnit unit = (unitName != null) ? ChronoUnit.valueOf(unitName.toUpperCase(Locale.ROOT)) : defaultUnit;
		int value = request.integer(token + "Validity", defaultValue);
		// Zero is the default, whatever the unit is. A unit without a value is reported
		// to change the default, which is then easily out of range.
		return (value != 0) ? Duration.of(value, unit) : Duration.of(defaultValue, defaultUnit);
	}

	private static boolean outside(Duration value, Duration least, Duration greatest) {
		return value.compareTo(least) < 0 || value.compareTo(greatest) > 0;
	}

	/**
	 * The switches that stand for the flows of a request. A client with one of the older
	 * names has SRP, custom challenges and refresh beside it.
	 */
	private static Set<String> flows(Set<String> flows) {
		if (flows.isEmpty()) {
			return DEFAULT_FLOWS;
		}
		boolean old = flows.stream().noneMatch((flow) -> flow.startsWith(ALLOW));
		if (!old && !flows.stream().allMatch((flow) -> flow.startsWith(ALLOW))) {
			throw Refusals.mixedAuthFlows();
		}
		if (!old) {
			return flows;
		}
		if (flows.contains("CUSTOM_AUTH_FLOW_ONLY")) {
			return Set.of("ALLOW_CUSTOM_AUTH", "ALLOW_REFRESH_TOKEN_AUTH");
		}
		Set<String> switches = new LinkedHashSet<>(DEFAULT_FLOWS);
		if (flows.contains("ADMIN_NO_SRP_AUTH")) {
			switches.add("ALLOW_ADMIN_USER_PASSWORD_AUTH");
		}
		if (flows.contains("USER_PASSWORD_AUTH")) {
			switches.add("ALLOW_USER_PASSWORD_AUTH");
		}
		return switches;
	}

	private static @Nullable Set<String> attributes(Request request, String member) {
		return request.has(member) ? Set.copyOf(request.strings(member)) : null;
	}

	private static void checkAttributes(Request request, Schema schema) {
		if (!request.strings("ReadAttributes").stream().allMatch((name) -> schema.find(name) != null)) {
			throw Refusals.clientAttributes("read");
		}
		Set<String> writable = request.strings("WriteAttributes");
		boolean known = writable.stream()
			.allMatch((name) -> schema.find(name) != null && !Schema.isVerificationState(name) && !"sub".equals(name));
		if (!known || (!writable.isEmpty() && !writable.containsAll(schema.required()))) {
			throw Refusals.clientAttributes("write");
		}
	}

	private static Map<String, JsonNode> stored(Request request) {
		Map<String, JsonNode> stored = new HashMap<>();
		for (String member : UserPoolClientShape.STORED) {
			if (request.has(member)) {
				stored.put(member, request.json(member));
			}
		}
		if (request.integer("RefreshTokenValidity", 0) == 0) {
			stored.remove("RefreshTokenValidity");
		}
		return stored;
	}

}

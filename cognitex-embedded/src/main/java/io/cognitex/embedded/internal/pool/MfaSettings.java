package io.cognitex.embedded.internal.pool;

import java.util.Map;
import java.util.Set;

import tools.jackson.databind.JsonNode;

/**
 * When a pool asks for a second factor, and for which.
 *
 * @param mode when
 * @param factors which
 * @param stored members of {@code SetUserPoolMfaConfig} that change nothing here, kept to
 * be described
 */
public record MfaSettings(MfaMode mode, Set<MfaFactor> factors, Map<String, JsonNode> stored) {

	/** What a pool has unless told otherwise. */
	public static final MfaSettings OFF = new MfaSettings(MfaMode.OFF, Set.of(), Map.of());

	public MfaSettings {
		factors = Set.copyOf(factors);
		stored = Map.copyOf(stored);
	}

}

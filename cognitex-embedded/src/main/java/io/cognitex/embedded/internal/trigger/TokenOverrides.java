package io.cognitex.embedded.internal.trigger;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What a trigger changes about tokens.
 *
 * @param id about the ID token
 * @param access about the access token
 * @param groups the groups in both; {@code null} for the user's own
 */
public record TokenOverrides(Claims id, Claims access, @Nullable List<String> groups) {

	/**
	 * What a trigger changes about one token.
	 *
	 * @param add claims by name
	 * @param suppress the names of claims to leave out
	 * @param scopesToAdd more scopes
	 * @param scopesToSuppress scopes to leave out
	 */
	public record Claims(Map<?, ? extends @Nullable Object> add, List<String> suppress, List<String> scopesToAdd,
			List<String> scopesToSuppress) {

		static final Claims NONE = new Claims(Map.of(), List.of(), List.of(), List.of());

	}

}

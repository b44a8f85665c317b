package io.cognitex.embedded.internal.trigger;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.cognitex.embedded.internal.error.Refusals;

/**
 * What a trigger has answered. A value of another kind than the service reads is refused.
 *
 * @param values the values by name
 */
record TriggerResponse(Map<?, ? extends @Nullable Object> values) {

	static final TriggerResponse NONE = new TriggerResponse(Map.of());

	boolean flag(String name) {
		Boolean flag = value(name, Boolean.class);
		return flag != null && flag;
	}

	@Nullable String text(String name) {
		return value(name, String.class);
	}

	TriggerResponse object(String name) {
		Map<?, ?> map = value(name, Map.class);
		return (map != null) ? new TriggerResponse(map) : NONE;
	}

	boolean has(String name) {
		return this.values.get(name) != null;
	}

	/**
	 * A map whose values are all strings.
	 */
	Map<String, String> strings(String name) {
		Map<String, String> strings = new LinkedHashMap<>();
		Map<?, ?> map = value(name, Map.class);
		if (map != null) {
			map.forEach((key, value) -> strings.put(checked(key, String.class), checked(value, String.class)));
		}
		return strings;
	}

	List<String> list(String name) {
		List<String> strings = new ArrayList<>();
		List<?> list = value(name, List.class);
		if (list != null) {
			list.forEach((value) -> strings.add(checked(value, String.class)));
		}
		return strings;
	}

	private <T> @Nullable T value(String name, Class<T> type) {
		Object value = this.values.get(name);
		return (value != null) ? checked(value, type) : null;
	}

	private static <T> T checked(@Nullable Object value, Class<T> type) {
		if (!type.isInstance(value)) {
			throw Refusals.triggerOutputInvalid();
		}
		return type.cast(value);
	}

}

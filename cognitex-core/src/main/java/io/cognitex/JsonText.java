package io.cognitex;

import java.text.ParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.nimbusds.jose.util.JSONArrayUtils;
import com.nimbusds.jose.util.JSONObjectUtils;
import org.jspecify.annotations.Nullable;

/**
 * Lists and objects that Cognito writes as JSON into one text. What is empty may also be
 * absent.
 */
final class JsonText {

	private JsonText() {
	}

	static List<String> list(String name, @Nullable String json) {
		if (json == null) {
			return List.of();
		}
		try {
			return JSONArrayUtils.parse(json).stream().map(String::valueOf).toList();
		}
		catch (ParseException | RuntimeException ex) {
			throw BrokenAnswer.because(name + " is not a JSON array");
		}
	}

	static Map<String, String> object(String name, @Nullable String json) {
		if (json == null) {
			return Map.of();
		}
		try {
			Map<String, String> object = new HashMap<>();
			JSONObjectUtils.parse(json).forEach((key, value) -> object.put(key, String.valueOf(value)));
			return object;
		}
		catch (ParseException | RuntimeException ex) {
			throw BrokenAnswer.because(name + " is not a JSON object");
		}
	}

}

package io.cognitex.test;

import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.util.Assert;

/**
 * Reads attributes from annotations, which have no maps.
 */
final class NameValuePairs {

	private NameValuePairs() {
	}

	static Map<String, String> parse(String... pairs) {
		Map<String, String> result = new LinkedHashMap<>();
		for (String pair : pairs) {
			int separator = pair.indexOf('=');
			Assert.isTrue(separator > 0, () -> "'" + pair + "' is not an attribute of the form 'name=value'");
			result.put(pair.substring(0, separator), pair.substring(separator + 1));
		}
		return result;
	}

}

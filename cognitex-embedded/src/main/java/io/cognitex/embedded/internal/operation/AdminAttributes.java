package io.cognitex.embedded.internal.operation;

import java.util.LinkedHashMap;
import java.util.Map;

import io.cognitex.embedded.internal.error.Refusals;
import io.cognitex.embedded.internal.model.Request;

/**
 * The {@code UserAttributes} that an administrator sets, who may set all but the
 * {@code sub}.
 */
final class AdminAttributes {

	private AdminAttributes() {
	}

	static Map<String, String> of(Request request) {
		Map<String, String> attributes = new LinkedHashMap<>();
		request.attributes("UserAttributes").forEach((name, value) -> {
			if ("sub".equals(name)) {
				throw Refusals.nonMutableAttribute(name);
			}
			if (value == null) {
				throw Refusals.attributeValueNull(name);
			}
			attributes.put(name, value);
		});
		return attributes;
	}

}

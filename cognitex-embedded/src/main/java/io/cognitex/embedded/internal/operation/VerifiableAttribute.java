package io.cognitex.embedded.internal.operation;

import io.cognitex.embedded.internal.error.Refusals;

/**
 * An attribute to which a code can be sent.
 */
final class VerifiableAttribute {

	private VerifiableAttribute() {
	}

	static String check(String name) {
		if (!"email".equals(name) && !"phone_number".equals(name)) {
			throw Refusals.attributeNotVerifiable();
		}
		return name;
	}

}

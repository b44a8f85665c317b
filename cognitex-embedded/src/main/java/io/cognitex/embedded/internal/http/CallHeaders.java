package io.cognitex.embedded.internal.http;

import java.util.Locale;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * The headers of a call that mean something.
 *
 * @param first the first value of a header, or {@code null}
 */
record CallHeaders(Function<String, @Nullable String> first) {

	private static final String TARGET_PREFIX = "AWSCognitoIdentityProviderService.";

	/**
	 * The operation that is called; empty if none is named.
	 */
	String operation() {
		String target = this.first.apply("X-Amz-Target");
		return (target != null && target.startsWith(TARGET_PREFIX)) ? target.substring(TARGET_PREFIX.length()) : "";
	}

	boolean isJson() {
		String contentType = this.first.apply("Content-Type");
		return contentType != null
				&& "application/x-amz-json-1.1".equals(contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT));
	}

	/**
	 * Whether the call bears an AWS signature. The signature itself is not checked: there
	 * are no secret keys here to check it with.
	 */
	boolean isSigned() {
		String authorization = this.first.apply("Authorization");
		return authorization != null && authorization.startsWith("AWS4-HMAC-SHA256 ")
				&& authorization.contains("Credential=") && authorization.contains("Signature=");
	}

}

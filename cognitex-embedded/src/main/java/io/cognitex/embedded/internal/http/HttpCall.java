package io.cognitex.embedded.internal.http;

import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * A request that has arrived.
 *
 * @param method the method
 * @param path the path, as it was sent
 * @param query the query, as it was sent; {@code null} if there was none
 * @param header the first value of a header, or {@code null}
 * @param body the body; {@code null} if it was larger than we read
 */
public record HttpCall(String method, String path, @Nullable String query, Function<String, @Nullable String> header,
		byte @Nullable [] body) {

	@Override
	public String toString() {
		return "HttpCall[method=" + this.method + ", path=" + this.path + "]";
	}

}

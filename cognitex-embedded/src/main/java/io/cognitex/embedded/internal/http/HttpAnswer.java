package io.cognitex.embedded.internal.http;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * An answer that is ready to be sent.
 *
 * @param status the HTTP status
 * @param headers the headers
 * @param body the body
 * @param sending how much of it is sent
 */
public record HttpAnswer(int status, Map<String, String> headers, byte[] body, Sending sending) {

	static final String ERROR_TYPE = "x-amzn-ErrorType";

	public HttpAnswer(int status, Map<String, String> headers, byte[] body) {
		this(status, headers, body, Sending.WHOLE);
	}

	/**
	 * No answer: the connection ends.
	 */
	static HttpAnswer none() {
		return new HttpAnswer(0, Map.of(), new byte[0], Sending.NOTHING);
	}

	/**
	 * This answer, of which only a part arrives.
	 */
	HttpAnswer truncated() {
		return new HttpAnswer(this.status, this.headers, this.body, Sending.PART);
	}

	/**
	 * This answer with more headers.
	 */
	HttpAnswer with(Map<String, String> more) {
		Map<String, String> all = new LinkedHashMap<>(this.headers);
		all.putAll(more);
		return new HttpAnswer(this.status, all, this.body, this.sending);
	}

	/**
	 * The type of the error that this answer tells, or {@code null} if it is none.
	 */
	@Nullable String error() {
		if (this.sending != Sending.WHOLE) {
			return "ConnectionClosed";
		}
		String type = this.headers.get(ERROR_TYPE);
		return (type != null) ? type.substring(0, type.length() - 1) : null;
	}

	enum Sending {

		WHOLE, PART, NOTHING

	}

}

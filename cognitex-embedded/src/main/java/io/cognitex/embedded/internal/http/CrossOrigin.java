package io.cognitex.embedded.internal.http;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Lets pages of any origin call another part, as the service lets them call it: libraries
 * such as Amplify run in browsers.
 *
 * @see <a href="https://fetch.spec.whatwg.org/#http-cors-protocol">Fetch, CORS
 * protocol</a>
 */
public final class CrossOrigin implements HttpResource {

	/** What of an answer pages can read beside its body. */
	private static final String EXPOSED = "x-amzn-RequestId,x-amzn-ErrorType,x-amzn-ErrorMessage,Date";

	private static final String TWO_DAYS = "172800";

	private final HttpResource opened;

	public CrossOrigin(HttpResource opened) {
		this.opened = opened;
	}

	@Override
	public boolean serves(HttpCall call) {
		return isPreflight(call) || this.opened.serves(call);
	}

	@Override
	public HttpAnswer answer(HttpCall call) {
		if (isPreflight(call)) {
			return new HttpAnswer(200, preflightHeaders(header(call, "Access-Control-Request-Headers")), new byte[0]);
		}
		HttpAnswer answer = this.opened.answer(call);
		return (header(call, "Origin") != null)
				? answer.with(Map.of("Access-Control-Allow-Origin", "*", "Access-Control-Expose-Headers", EXPOSED))
				: answer;
	}

	private static boolean isPreflight(HttpCall call) {
		return "OPTIONS".equals(call.method()) && "/".equals(call.path()) && header(call, "Origin") != null
				&& header(call, "Access-Control-Request-Method") != null;
	}

	private static Map<String, String> preflightHeaders(@Nullable String requested) {
		Map<String, String> headers = new LinkedHashMap<>();
		headers.put("Access-Control-Allow-Origin", "*");
		headers.put("Access-Control-Allow-Methods", "POST");
		headers.put("Access-Control-Max-Age", TWO_DAYS);
		if (requested != null) {
			headers.put("Access-Control-Allow-Headers", HeaderText.of(requested));
		}
		return headers;
	}

	private static @Nullable String header(HttpCall call, String name) {
		return call.header().apply(name);
	}

}

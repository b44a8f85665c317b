package io.cognitex.embedded.internal.http;

import java.time.Clock;
import java.time.Instant;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

import io.cognitex.embedded.internal.call.Call;
import io.cognitex.embedded.internal.call.Calls;
import io.cognitex.embedded.internal.model.Json;

/**
 * Keeps a record of the calls that another part answers. Of what was sent it keeps the
 * client id and the username, nothing else.
 */
public final class CallRecorder implements HttpResource {

	private final HttpResource recorded;

	private final Calls calls;

	private final Clock clock;

	public CallRecorder(HttpResource recorded, Calls calls, Clock clock) {
		this.recorded = recorded;
		this.calls = calls;
		this.clock = clock;
	}

	@Override
	public boolean serves(HttpCall call) {
		return this.recorded.serves(call);
	}

	@Override
	public HttpAnswer answer(HttpCall call) {
		Instant at = this.clock.instant();
		HttpAnswer answer = this.recorded.answer(call);
		JsonNode request = read(call.body());
		this.calls.add(new Call(new CallHeaders(call.header()).operation(), string(request.path("ClientId")),
				username(request), answer.error(), at));
		return answer;
	}

	private static JsonNode read(byte @Nullable [] body) {
		try {
			return (body != null) ? Json.read(body) : Json.object();
		}
		catch (JacksonException ex) {
			return Json.object();
		}
	}

	private static @Nullable String username(JsonNode request) {
		for (String parameters : new String[] { "AuthParameters", "ChallengeResponses" }) {
			String username = string(request.path(parameters).path("USERNAME"));
			if (username != null) {
				return username;
			}
		}
		return string(request.path("Username"));
	}

	private static @Nullable String string(JsonNode value) {
		return value.isString() ? value.stringValue() : null;
	}

}

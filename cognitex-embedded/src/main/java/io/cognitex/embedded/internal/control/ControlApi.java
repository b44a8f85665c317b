package io.cognitex.embedded.internal.control;

import java.util.List;
import java.util.Map;

import tools.jackson.databind.JsonNode;

import io.cognitex.embedded.internal.call.Calls;
import io.cognitex.embedded.internal.fault.Faults;
import io.cognitex.embedded.internal.http.HttpAnswer;
import io.cognitex.embedded.internal.http.HttpCall;
import io.cognitex.embedded.internal.http.HttpResource;
import io.cognitex.embedded.internal.message.Outbox;
import io.cognitex.embedded.internal.model.Json;
import io.cognitex.embedded.internal.pool.UserPools;
import io.cognitex.embedded.internal.time.MovableClock;

/**
 * Everything under {@code /_cognitex/}.
 */
public final class ControlApi implements HttpResource {

	private static final String ROOT = "/_cognitex/";

	private final List<ControlAction> actions;

	public ControlApi(UserPools pools, Outbox outbox, MovableClock clock, Calls calls, Faults faults, Runnable reset) {
		this.actions = List.of(new GetHealth(), new GetMessages(pools, outbox), new PostClock(clock),
				new GetCalls(calls), new PostFaults(faults), new DeleteFaults(faults), new PostRisk(pools),
				new PostReset(reset));
	}

	@Override
	public boolean serves(HttpCall call) {
		return call.path().startsWith(ROOT);
	}

	@Override
	public HttpAnswer answer(HttpCall call) {
		List<ControlAction> found = this.actions.stream()
			.filter((action) -> call.path().equals(ROOT + action.path()))
			.toList();
		if (found.isEmpty()) {
			return refusal(404, "There is nothing at " + call.path());
		}
		if (isFromAPage(call)) {
			return refusal(403, "Pages of other sites must not come here");
		}
		try {
			return found.stream()
				.filter((action) -> action.method().equals(call.method()))
				.findFirst()
				.map((action) -> answer(200, action.perform(new ControlRequest(call))))
				.orElseGet(() -> refusal(405, "This path takes " + methods(found)));
		}
		catch (BadRequest ex) {
			return refusal(400, String.valueOf(ex.getMessage()));
		}
	}

	/**
	 * Whether a browser sends it for a page that is not on this machine: what listens on
	 * loopback can be reached by every page that its user opens.
	 */
	private static boolean isFromAPage(HttpCall call) {
		String origin = call.header().apply("Origin");
		return origin != null && !origin.matches("https?://(localhost|127\\.0\\.0\\.1|\\[::1])(:[0-9]+)?");
	}

	private static String methods(List<ControlAction> actions) {
		return String.join(", ", actions.stream().map(ControlAction::method).toList());
	}

	private static HttpAnswer refusal(int status, String message) {
		return answer(status, Json.object().put("message", message));
	}

	private static HttpAnswer answer(int status, JsonNode body) {
		return new HttpAnswer(status, Map.of("Content-Type", "application/json"), Json.bytes(body));
	}

}

package io.cognitex.embedded.internal.http;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import io.cognitex.embedded.internal.error.Refusal;
import io.cognitex.embedded.internal.error.Refusals;
import io.cognitex.embedded.internal.model.Json;
import io.cognitex.embedded.internal.model.Validator;
import io.cognitex.embedded.internal.operation.Operation;
import io.cognitex.embedded.internal.operation.Operations;

/**
 * AWS JSON 1.1: finds the operation, reads and checks the request, and writes the answer
 * or the refusal.
 *
 * @see <a href="https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html">AWS JSON
 * 1.1</a>
 */
public final class JsonProtocol implements HttpResource {

	private static final Logger logger = LoggerFactory.getLogger(JsonProtocol.class);

	private static final String CONTENT_TYPE = "application/x-amz-json-1.1";

	private final Operations operations;

	public JsonProtocol(Operations operations) {
		this.operations = operations;
	}

	@Override
	public boolean serves(HttpCall call) {
		return "POST".equals(call.method()) && "/".equals(call.path());
	}

	@Override
	public HttpAnswer answer(HttpCall call) {
		CallHeaders headers = new CallHeaders(call.header());
		try {
			return answer(200, Map.of(), perform(headers, call.body()));
		}
		catch (Refusal refusal) {
			return answer(refusal);
		}
		catch (RuntimeException | Error ex) {
			logger.error("Operation {} failed", headers.operation(), ex);
			return answer(Refusals.internalError());
		}
	}

	private JsonNode perform(CallHeaders headers, byte @Nullable [] body) {
		if (!headers.isJson()) {
			throw Refusals.unsupportedMediaType();
		}
		Operation operation = this.operations.find(headers.operation()).orElseThrow(Refusals::unknownOperation);
		if (operation.needsIam() && !headers.isSigned()) {
			throw Refusals.missingAuthenticationToken();
		}
		if (body == null) {
			throw Refusals.requestTooLarge();
		}
		return operation.perform(Validator.validate(operation.input(), read(body)));
	}

	private JsonNode read(byte[] body) {
		try {
			JsonNode request = Json.read(body);
			if (!request.isObject()) {
				throw Refusals.notJson();
			}
			return request;
		}
		catch (JacksonException ex) {
			throw Refusals.notJson();
		}
	}

	HttpAnswer answer(Refusal refusal) {
		ObjectNode body = Json.object().put("__type", refusal.type()).put("message", refusal.text());
		Map<String, String> headers = new LinkedHashMap<>();
		// The colon is the service's, not a slip.
		headers.put(HttpAnswer.ERROR_TYPE, refusal.type() + ":");
		headers.put("x-amzn-ErrorMessage", HeaderText.of(refusal.text()));
		return answer(refusal.status(), headers, body);
	}

	private HttpAnswer answer(int status, Map<String, String> headers, JsonNode body) {
		Map<String, String> all = new LinkedHashMap<>(headers);
		all.put("Content-Type", CONTENT_TYPE);
		all.put("x-amzn-RequestId", UUID.randomUUID().toString());
		return new HttpAnswer(status, all, body.isMissingNode() ? new byte[0] : Json.bytes(body));
	}

}

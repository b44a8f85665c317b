package io.cognitex.security.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import com.nimbusds.jose.util.JSONObjectUtils;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/**
 * Answers with a JSON object that nobody may store.
 */
final class JsonResponse {

	private JsonResponse() {
	}

	static void write(HttpServletResponse response, MediaType mediaType, Map<String, ?> members) throws IOException {
		byte[] body = JSONObjectUtils.toJSONString(members).getBytes(StandardCharsets.UTF_8);
		response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
		response.setContentType(mediaType.toString());
		response.setContentLength(body.length);
		response.getOutputStream().write(body);
	}

}

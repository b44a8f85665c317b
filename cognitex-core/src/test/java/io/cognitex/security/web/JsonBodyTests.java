package io.cognitex.security.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockHttpServletRequest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link JsonBody}.
 */
class JsonBodyTests {

	private static final String SECRET = "s3cr3t";

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "text/plain", "application/x-www-form-urlencoded", "application/json;charset=utf-16",
			"application/problem+json", "application/*", "*/*", "json" })
	void readWhenContentTypeIsNotJsonThenUnsupported(String contentType) {
		MockHttpServletRequest request = request("{}".getBytes(StandardCharsets.UTF_8));
		request.setContentType(contentType);

		assertThatExceptionOfType(JsonRequestException.class).isThrownBy(() -> JsonBody.of(request))
			.returns(HttpStatus.UNSUPPORTED_MEDIA_TYPE, JsonRequestException::status);
	}

	@Test
	void readWhenTooLongThenRefused() {
		byte[] body = ("{\"a\":\"" + "x".repeat(JsonBody.MAXIMUM_LENGTH) + "\"}").getBytes(StandardCharsets.UTF_8);

		assertThatExceptionOfType(JsonRequestException.class).isThrownBy(() -> JsonBody.of(request(body)))
			.returns(HttpStatus.CONTENT_TOO_LARGE, JsonRequestException::status);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "null", "[]", "\"s3cr3t\"", "1", "{", "{}{}", "{} x", "{'a':'s3cr3t'}",
			"{a:\"s3cr3t\"}", "{\"a\":\"s3cr3t\",}", "{\"a\":\"s3cr3t\",\"a\":\"s3cr3t\"}", "{\"a\":NaN}",
			"// s3cr3t\n{}", ")]}'\n{}", "{\"a\":\"line\nbreak\"}" })
	void readWhenNotAStrictJsonObjectThenRefusedAndNotRepeated(String body) {
		assertThatExceptionOfType(JsonRequestException.class).isThrownBy(() -> body(body))
			.returns(HttpStatus.BAD_REQUEST, JsonRequestException::status)
			.satisfies((ex) -> assertThat(ex.getMessage()).doesNotContain(SECRET))
			.withNoCause();
	}

	@Test
	void readWhenNestedWithoutEndThenRefused() {
		assertThatExceptionOfType(JsonRequestException.class)
			.isThrownBy(() -> body("{\"a\":" + "[".repeat(30_000) + "]".repeat(30_000) + "}"));
	}

	@Test
	void readWhenNotUtf8ThenRefused() {
		byte[] body = "{\"a\":\"\u00e4\"}".getBytes(StandardCharsets.ISO_8859_1);

		assertThatExceptionOfType(JsonRequestException.class).isThrownBy(() -> JsonBody.of(request(body)))
			.returns(HttpStatus.BAD_REQUEST, JsonRequestException::status);
	}

	@Test
	void onlyWhenThereIsAnotherMemberThenRefusedAndNotRepeated() throws IOException {
		JsonBody body = body("{\"username\":\"alice\",\"s3cr3t\":1}");

		assertThatExceptionOfType(JsonRequestException.class).isThrownBy(() -> body.only("username", "password"))
			.withMessage("The body must have no members but password, username");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "{\"a\":null}", "{\"a\":1}", "{\"a\":true}", "{\"a\":[]}", "{\"a\":{}}" })
	void textWhenThereIsNoneThenRefused(String json) throws IOException {
		JsonBody body = body(json);

		assertThatExceptionOfType(JsonRequestException.class).isThrownBy(() -> body.text("a"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"a\":\"s3cr3t\"}", "{\"a\":[]}", "{\"a\":{\"s3cr3t\":1}}", "{\"a\":{\"b\":null}}" })
	void textsWhenNotAnObjectOfTextsThenRefused(String json) throws IOException {
		JsonBody body = body(json);

		assertThatExceptionOfType(JsonRequestException.class).isThrownBy(() -> body.texts("a"))
			.satisfies((ex) -> assertThat(ex.getMessage()).doesNotContain(SECRET));
	}

	@Test
	void readWhenJsonThenMembers() throws IOException {
		JsonBody body = body("{\"a\":\"\u00e4\\u00f6\",\"b\":{\"c\":\"d\"},\"n\":null}");

		assertThat(body.only("a", "b", "n").text("a")).isEqualTo("\u00e4\u00f6");
		assertThat(body.texts("b")).isEqualTo(Map.of("c", "d"));
		assertThat(body.texts("none")).isEmpty();
		assertThat(body.optionalText("n")).isNull();
		assertThat(body.json("b")).isEqualTo("{\"c\":\"d\"}");
	}

	private static JsonBody body(String json) throws IOException {
		return JsonBody.of(request(json.getBytes(StandardCharsets.UTF_8)));
	}

	private static MockHttpServletRequest request(byte[] body) {
		MockHttpServletRequest request = new MockHttpServletRequest("POST", "/login/json");
		request.setContentType("application/json");
		request.setContent(body);
		return request;
	}

}

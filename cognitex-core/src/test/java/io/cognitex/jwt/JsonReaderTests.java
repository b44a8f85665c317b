package io.cognitex.jwt;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class JsonReaderTests {

	private static final JsonMapper JACKSON = JsonMapper.builder()
		.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
		.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
		.build();

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "null", "true", "1", "\"a\"", "[]", "[{}]", "{", "}", "{]", "{}{}", "{},", "{} x",
			"{\"a\"}", "{\"a\":}", "{\"a\":1", "{\"a\":1,}", "{,\"a\":1}", "{\"a\":1,,\"b\":2}", "{\"a\" 1}", "{a:1}",
			"{'a':1}", "{1:1}", "{null:1}", "{\"a\":1 \"b\":2}", "{\"a\":[1}", "{\"a\":[1,]}", "{\"a\":[,1]}",
			"{\"a\":[1 2]}", "{\"a\":[1,", "{\"a\":[", "{\"a\":tru}", "{\"a\":TRUE}", "{\"a\":truex}", "{\"a\":nul",
			"{\"a\":NaN}", "{\"a\":Infinity}", "{\"a\":-}", "{\"a\":+1}", "{\"a\":01}", "{\"a\":-01}", "{\"a\":1.}",
			"{\"a\":.5}", "{\"a\":1e}", "{\"a\":1e+}", "{\"a\":1e999}", "{\"a\":0x1}", "{\"a\":1_000}", "{\"a\":--1}",
			"{\"a\":\"b}", "{\"a\":\"\\\"}", "{\"a\":\"\\x\"}", "{\"a\":\"\\u12\"}", "{\"a\":\"\\u12g4\"}",
			"{\"a\":\"\\u\uff11\uff12\uff13\uff14\"}", "{\"a\":\"\\ud800\"}", "{\"a\":\"\\udc00\\ud800\"}",
			"{\"a\":\"\\ud800x\"}", "{\"a\":\"line\nbreak\"}", "{\"a\":\"\t\"}", "{\"a\":\"\u0000\"}", "\ufeff{}",
			"\u00a0{}", "{}\u0000", "{/* */}", "{\"a\":1}// b", "{\"a\":1,\"a\":1}", "{\"a\":1,\"\\u0061\":2}",
			"{\"a\":null,\"a\":1}", "{\"a\":1,\"a\":null}", "{\"a\":{\"b\":1,\"b\":2}}",
			"{\"a\":[{\"b\":1,\"b\":2}]}" })
	void readObjectWhenNotOneObjectOfStrictJsonThenRefused(String json) {
		assertRefused(json.getBytes(StandardCharsets.UTF_8));
	}

	@Test
	void readObjectWhenNotUtf8ThenRefused() {
		int[][] broken = { { 0xff }, { 0xc3 }, { 0x80 }, { 0xc0, 0xaf }, { 0xc1, 0x81 }, { 0xe0, 0x80, 0xaf },
				{ 0xed, 0xa0, 0x80 }, { 0xf4, 0x90, 0x80, 0x80 }, { 0xf8, 0x88, 0x80, 0x80, 0x80 }, { 0xe4 } };

		for (int[] bytes : broken) {
			byte[] json = "{\"a\":\"----------\"}".getBytes(StandardCharsets.US_ASCII);
			for (int i = 0; i < bytes.length; i++) {
				json[6 + i] = (byte) bytes[i];
			}
			assertRefused(json);
		}
	}

	@Test
	void readObjectWhenNestedTooDeeplyThenRefused() throws Exception {
		String open = "{\"a\":".repeat(JsonReader.MAX_DEPTH - 1);
		String close = "}".repeat(JsonReader.MAX_DEPTH - 1);

		assertThat(read(open + "{}" + close)).containsKey("a");
		assertRefused((open + "{\"a\":{}}" + close).getBytes(StandardCharsets.UTF_8));
		assertRefused((open + "{\"a\":[]}" + close).getBytes(StandardCharsets.UTF_8));
		assertRefused(("{\"a\":" + "[".repeat(100_000)).getBytes(StandardCharsets.UTF_8));
	}

	@Test
	void readObjectWhenTruncatedAnywhereThenRefused() {
		byte[] json = "{\"a\":[1,-2.5e3,true,null,{\"b\":\"\\u00e9\\n\u00e9\ud83d\ude00\"}],\"c\":\"d\"}"
			.getBytes(StandardCharsets.UTF_8);

		for (int length = 0; length < json.length; length++) {
			assertRefused(Arrays.copyOf(json, length));
		}
	}

	@Test
	void readObjectWhenSpoiltThenAgreesWithJackson() {
		Random random = new Random(5);
		byte[] good = ("{\"sub\":\"3f1e\",\"cognito:groups\":[\"a\",\"\\u00e9\u00e9\"],\"exp\":1700000000,\"x\":-1.5e3,"
				+ "\"n\":null,\"t\":true,\"o\":{\"i\":[{},[],0]}}")
			.getBytes(StandardCharsets.UTF_8);
		byte[] splinters = "{}[]\",:\\0123456789.eE+-truefalsn /u\u00e9".getBytes(StandardCharsets.UTF_8);
		int accepted = 0;

		for (int round = 0; round < 20_000; round++) {
			byte[] json = good.clone();
			for (int change = random.nextInt(3); change >= 0; change--) {
				json[random.nextInt(json.length)] = splinters[random.nextInt(splinters.length)];
			}
			Object expected = jackson(json);
			Object actual = ours(json);
			assertThat(actual).as(() -> new String(json, StandardCharsets.UTF_8)).isEqualTo(expected);
			accepted += (actual != null) ? 1 : 0;
		}

		assertThat(accepted).isBetween(2_000, 18_000);
	}

	@Test
	void readObjectThenValues() throws Exception {
		Map<String, Object> object = read(
				" { \"text\" : \"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\ud83d\\ude00 \u00e9 \ud83d\ude00\" ,"
						+ "\"empty\":\"\",\"long\":9223372036854775807,\"negative\":-0,\"large\":9223372036854775808,"
						+ "\"real\":1.5E-1,\"true\":true,\"false\":false,\"null\":null,\"list\":[1,null,[]],\"object\":{}}\r\n\t");

		assertThat(object)
			.containsOnlyKeys("text", "empty", "long", "negative", "large", "real", "true", "false", "list", "object")
			.containsEntry("text", "\"\\/\b\f\n\r\t\u00e9\ud83d\ude00 \u00e9 \ud83d\ude00")
			.containsEntry("empty", "")
			.containsEntry("long", Long.MAX_VALUE)
			.containsEntry("negative", 0L)
			.containsEntry("large", 9223372036854775808d)
			.containsEntry("real", 0.15)
			.containsEntry("true", true)
			.containsEntry("false", false)
			.containsEntry("list", Arrays.asList(1L, null, List.of()))
			.containsEntry("object", Map.of());
	}

	private static Map<String, Object> read(String json) throws MalformedJwtException {
		return JsonReader.readObject(json.getBytes(StandardCharsets.UTF_8));
	}

	private static @Nullable Object ours(byte[] json) {
		try {
			return JsonReader.readObject(json);
		}
		catch (MalformedJwtException ex) {
			return null;
		}
	}

	private static @Nullable Object jackson(byte[] json) {
		try {
			JsonNode tree = JACKSON.readTree(json);
			return tree.isObject() ? plain(tree) : null;
		}
		catch (JacksonException ex) {
			return null;
		}
	}

	private static @Nullable Object plain(JsonNode node) {
		if (node.isObject()) {
			Map<String, Object> members = new HashMap<>();
			node.properties()
				.stream()
				.filter((member) -> !member.getValue().isNull())
				.forEach((member) -> members.put(member.getKey(), plain(member.getValue())));
			return members;
		}
		if (node.isArray()) {
			return node.valueStream().map(JsonReaderTests::plain).collect(Collectors.toCollection(ArrayList::new));
		}
		if (node.isNumber()) {
			return node.canConvertToLong() && node.isIntegralNumber() ? (Object) node.longValue() : node.doubleValue();
		}
		if (node.isBoolean()) {
			return node.booleanValue();
		}
		return node.isNull() ? null : node.stringValue();
	}

	private static void assertRefused(byte[] json) {
		assertThatExceptionOfType(MalformedJwtException.class).as(new String(json, StandardCharsets.UTF_8))
			.isThrownBy(() -> JsonReader.readObject(json));
	}

}

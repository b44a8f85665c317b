package io.cognitex;

import java.math.BigDecimal;
import java.text.ParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.nimbusds.jose.util.JSONObjectUtils;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkNumber;
import software.amazon.awssdk.core.document.Document;

/**
 * JSON text as the SDK's untyped values, and back.
 */
final class JsonDocument {

	private JsonDocument() {
	}

	/**
	 * Reads what a browser sent.
	 * @throws CognitoException if it is not a JSON object
	 */
	static Document read(String json) {
		try {
			// the parser takes an array of pairs for an object
			if (json.strip().startsWith("{")) {
				return document(JSONObjectUtils.parse(json));
			}
		}
		catch (ParseException | RuntimeException ex) {
			// as good as none
		}
		throw new CognitoException(CognitoError.INVALID_PARAMETER, "'credential' must be a JSON object");
	}

	static String write(Document document) {
		return JSONObjectUtils.toJSONString(map(document.asMap()));
	}

	private static Document document(@Nullable Object value) {
		if (value == null) {
			return Document.fromNull();
		}
		if (value instanceof Map<?, ?> map) {
			Map<String, Document> members = new HashMap<>();
			map.forEach((name, member) -> members.put(String.valueOf(name), document(member)));
			return Document.fromMap(members);
		}
		if (value instanceof List<?> list) {
			return Document.fromList(list.stream().map(JsonDocument::document).toList());
		}
		if (value instanceof Boolean bool) {
			return Document.fromBoolean(bool);
		}
		if (value instanceof Number) {
			return Document.fromNumber(value.toString());
		}
		return Document.fromString(value.toString());
	}

	private static Map<String, Object> map(Map<String, Document> members) {
		Map<String, Object> map = new HashMap<>();
		members.forEach((name, member) -> map.put(name, value(member)));
		return map;
	}

	private static @Nullable Object value(Document document) {
		if (document.isMap()) {
			return map(document.asMap());
		}
		if (document.isList()) {
			return document.asList().stream().map(JsonDocument::value).toList();
		}
		if (document.isNumber()) {
			return number(document.asNumber());
		}
		if (document.isBoolean()) {
			return document.asBoolean();
		}
		return document.isNull() ? null : document.asString();
	}

	private static Number number(SdkNumber number) {
		BigDecimal value = number.bigDecimalValue();
		return (value.stripTrailingZeros().scale() <= 0) ? value.longValue() : value;
	}

}

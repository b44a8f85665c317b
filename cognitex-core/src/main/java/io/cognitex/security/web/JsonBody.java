package io.cognitex.security.web;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import com.nimbusds.jose.util.JSONObjectUtils;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/**
 * The JSON object that a program sends to log in. It is read strictly: the content type
 * says JSON (which another site's form cannot), the size is limited, names do not repeat,
 * and a member that means nothing here is refused.
 */
final class JsonBody {

	/** More than a passkey's answer and a handle need, and no way to fill the memory. */
	static final int MAXIMUM_LENGTH = 65_536;

	/** The member that holds the fingerprint of the client, for threat protection. */
	static final String ENCODED_DATA = "encodedData";

	private final Map<String, Object> members;

	private JsonBody(Map<String, Object> members) {
		this.members = members;
	}

	/**
	 * Reads the body of a request.
	 * @throws JsonRequestException 415, 413 or 400 if there is none to read
	 */
	static JsonBody of(HttpServletRequest request) throws IOException {
		if (!isJson(request.getContentType())) {
			throw new JsonRequestException(HttpStatus.UNSUPPORTED_MEDIA_TYPE,
					"The content type must be application/json in UTF-8");
		}
		byte[] bytes = request.getInputStream().readNBytes(MAXIMUM_LENGTH + 1);
		if (bytes.length > MAXIMUM_LENGTH) {
			throw new JsonRequestException(HttpStatus.CONTENT_TOO_LARGE,
					"The body must not be longer than " + MAXIMUM_LENGTH + " bytes");
		}
		JsonBody body = new JsonBody(parse(bytes));
		request.setAttribute(RequestUserContextSource.ENCODED_DATA_ATTRIBUTE, body.optionalText(ENCODED_DATA));
		return body;
	}

	private static boolean isJson(@Nullable String contentType) {
		try {
			MediaType mediaType = MediaType.parseMediaType((contentType != null) ? contentType : "");
			return mediaType.equalsTypeAndSubtype(MediaType.APPLICATION_JSON)
					&& (mediaType.getCharset() == null || StandardCharsets.UTF_8.equals(mediaType.getCharset()));
		}
		catch (InvalidMediaTypeException ex) {
			return false;
		}
	}

	private static Map<String, Object> parse(byte[] bytes) {
		try {
			String json = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString().strip();
			// The parser takes an array of pairs for an object
			if (json.startsWith("{")) {
				return JSONObjectUtils.parse(json);
			}
		}
		catch (CharacterCodingException | ParseException ex) {
			// Neither says more, and the cause would hold what was sent
		}
		throw JsonRequestException.malformed("The body must be a JSON object");
	}

	/**
	 * Refuses members of any other name.
	 */
	JsonBody only(String... names) {
		Set<String> others = new TreeSet<>(this.members.keySet());
		others.removeAll(Set.of(names));
		if (!others.isEmpty()) {
			throw JsonRequestException
				.malformed("The body must have no members but " + String.join(", ", new TreeSet<>(Set.of(names))));
		}
		return this;
	}

	String text(String name) {
		String text = optionalText(name);
		if (text == null) {
			throw JsonRequestException.malformed("The body must have a text '" + name + "'");
		}
		return text;
	}

	@Nullable String optionalText(String name) {
		Object value = this.members.get(name);
		if (value != null && !(value instanceof String)) {
			throw JsonRequestException.malformed("'" + name + "' must be a text");
		}
		return (String) value;
	}

	/**
	 * Texts by name; empty if there are none.
	 */
	Map<String, String> texts(String name) {
		Map<String, String> texts = new LinkedHashMap<>();
		object(name).forEach((key, value) -> {
			if (!(value instanceof String text)) {
				throw JsonRequestException.malformed("'" + name + "' must have texts only");
			}
			texts.put(key, text);
		});
		return texts;
	}

	/**
	 * An object, written as JSON again.
	 */
	String json(String name) {
		if (this.members.get(name) == null) {
			throw JsonRequestException.malformed("The body must have an object '" + name + "'");
		}
		return JSONObjectUtils.toJSONString(object(name));
	}

	@SuppressWarnings("unchecked")
	private Map<String, Object> object(String name) {
		Object value = this.members.get(name);
		if (value != null && !(value instanceof Map<?, ?>)) {
			throw JsonRequestException.malformed("'" + name + "' must be an object");
		}
		return (value != null) ? (Map<String, Object>) value : Map.of();
	}

}

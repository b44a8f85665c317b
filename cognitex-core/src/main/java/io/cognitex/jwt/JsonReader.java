package io.cognitex.jwt;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Reads one JSON object, and takes nothing but JSON for it: no member twice, no broken
 * UTF-8, no half surrogate pairs, nothing after the end. What two parsers could read in
 * two ways is refused, since a token that another party has checked must say the same
 * here.
 *
 * <p>
 * Strings are {@link String}, numbers {@link Long} where they are whole and fit, and
 * {@link Double} otherwise, the rest {@link Boolean}, {@link List} and {@link Map}. A
 * member that is {@code null} is left out.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8259">RFC 8259</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7493">RFC 7493, I-JSON</a>
 */
final class JsonReader {

	/** How deep lists and objects may be nested. Cognito's have two levels. */
	static final int MAX_DEPTH = 32;

	/** Room for the claims of a token, of which there are a dozen and more. */
	private static final int USUAL_SIZE = 32;

	/** Stands for a member that is {@code null} until the object has been read. */
	private static final Object NULL = new Object();

	private final byte[] json;

	private int position;

	private int depth;

	private JsonReader(byte[] json) {
		this.json = json;
	}

	static Map<String, Object> readObject(byte[] json) throws MalformedJwtException {
		JsonReader reader = new JsonReader(json);
		if (reader.nextToken() != '{') {
			throw malformed();
		}
		Map<String, Object> object = reader.object();
		if (reader.nextToken() >= 0) {
			throw malformed();
		}
		return object;
	}

	private Map<String, Object> object() throws MalformedJwtException {
		enter();
		Map<String, Object> members = new LinkedHashMap<>(USUAL_SIZE);
		boolean nulls = false;
		int token = nextToken();
		while (token != '}') {
			if (token != '"') {
				throw malformed();
			}
			String name = string();
			if (nextToken() != ':') {
				throw malformed();
			}
			Object value = value(nextToken());
			nulls |= value == NULL;
			if (members.put(name, value) != null) {
				throw malformed();
			}
			token = separator('}');
		}
		this.depth--;
		if (nulls) {
			members.values().removeIf((value) -> value == NULL);
		}
		return Collections.unmodifiableMap(members);
	}

	private List<@Nullable Object> array() throws MalformedJwtException {
		enter();
		List<@Nullable Object> elements = new ArrayList<>();
		int token = nextToken();
		while (token != ']') {
			Object value = value(token);
			elements.add((value != NULL) ? value : null);
			token = separator(']');
		}
		this.depth--;
		return Collections.unmodifiableList(elements);
	}

	/**
	 * What comes after a member or element: the end, or a comma and then something that
	 * is not the end.
	 */
	private int separator(int end) throws MalformedJwtException {
		int token = nextToken();
		if (token == ',') {
			token = nextToken();
			if (token == end) {
				throw malformed();
			}
		}
		else if (token != end) {
			throw malformed();
		}
		return token;
	}

	private Object value(int token) throws MalformedJwtException {
		return switch (token) {
			case '"' -> string();
			case '{' -> object();
			case '[' -> array();
			case 't' -> literal("true", true);
			case 'f' -> literal("false", false);
			case 'n' -> literal("null", NULL);
			case -1 -> throw malformed();
			default -> number();
		};
	}

	private void enter() throws MalformedJwtException {
		if (++this.depth > MAX_DEPTH) {
			throw malformed();
		}
	}

	private Object literal(String text, Object value) throws MalformedJwtException {
		for (int i = 1; i < text.length(); i++) {
			if (next() != text.charAt(i)) {
				throw malformed();
			}
		}
		return value;
	}

	private String string() throws MalformedJwtException {
		int start = this.position;
		for (int i = start; i < this.json.length; i++) {
			byte b = this.json[i];
			if (b == '"') {
				this.position = i + 1;
				return new String(this.json, start, i - start, StandardCharsets.ISO_8859_1);
			}
			// bytes beyond ASCII are negative
			if (b < ' ' || b == '\\') {
				break;
			}
		}
		return unescaped(start);
	}

	/** The rare string, with escapes or characters beyond ASCII. */
	private String unescaped(int start) throws MalformedJwtException {
		StringBuilder text = new StringBuilder();
		int from = start;
		while (true) {
			int b = next();
			if (b == '"' || b == '\\') {
				text.append(decoded(from, this.position - 1));
				if (b == '"') {
					return wellFormed(text);
				}
				text.append(escape());
				from = this.position;
			}
			else if (b < ' ') {
				throw malformed();
			}
		}
	}

	private CharSequence decoded(int from, int to) throws MalformedJwtException {
		try {
			return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(this.json, from, to - from));
		}
		catch (CharacterCodingException ex) {
			throw malformed();
		}
	}

	private char escape() throws MalformedJwtException {
		int b = next();
		return switch (b) {
			case '"', '\\', '/' -> (char) b;
			case 'b' -> '\b';
			case 'f' -> '\f';
			case 'n' -> '\n';
			case 'r' -> '\r';
			case 't' -> '\t';
			case 'u' -> (char) (hex() << 12 | hex() << 8 | hex() << 4 | hex());
			default -> throw malformed();
		};
	}

	private int hex() throws MalformedJwtException {
		int b = next();
		// Character.digit alone would also take digits of other scripts
		int digit = (b < 0x80) ? Character.digit(b, 16) : -1;
		if (digit < 0) {
			throw malformed();
		}
		return digit;
	}

	private static String wellFormed(CharSequence text) throws MalformedJwtException {
		boolean wellFormed = text.codePoints()
			.noneMatch((c) -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
		if (!wellFormed) {
			throw malformed();
		}
		return text.toString();
	}

	private Object number() throws MalformedJwtException {
		int start = this.position - 1;
		this.position = start;
		if (peek() == '-') {
			this.position++;
		}
		if (peek() == '0') {
			this.position++;
		}
		else {
			digits();
		}
		boolean whole = true;
		if (peek() == '.') {
			whole = false;
			this.position++;
			digits();
		}
		if (peek() == 'e' || peek() == 'E') {
			whole = false;
			this.position++;
			if (peek() == '+' || peek() == '-') {
				this.position++;
			}
			digits();
		}
		String number = new String(this.json, start, this.position - start, StandardCharsets.ISO_8859_1);
		return whole ? whole(number) : real(number);
	}

	private void digits() throws MalformedJwtException {
		int start = this.position;
		while (peek() >= '0' && peek() <= '9') {
			this.position++;
		}
		if (this.position == start) {
			throw malformed();
		}
	}

	private static Object whole(String number) throws MalformedJwtException {
		try {
			return Long.valueOf(number);
		}
		catch (NumberFormatException ex) {
			return real(number);
		}
	}

	private static Object real(String number) throws MalformedJwtException {
		double value = Double.parseDouble(number);
		if (Double.isInfinite(value)) {
			throw malformed();
		}
		return value;
	}

	/** The next byte that is not a blank, or -1 at the end. */
	private int nextToken() {
		while (this.position < this.json.length) {
			byte b = this.json[this.position++];
			if (b != ' ' && b != '\n' && b != '\r' && b != '\t') {
				return b & 0xff;
			}
		}
		return -1;
	}

	private int next() throws MalformedJwtException {
		if (this.position == this.json.length) {
			throw malformed();
		}
		return this.json[this.position++] & 0xff;
	}

	private int peek() {
		return (this.position < this.json.length) ? this.json[this.position] & 0xff : -1;
	}

	private static MalformedJwtException malformed() {
		return new MalformedJwtException("The token's header or claims are not a JSON object");
	}

}

package io.cognitex.jwt;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A signed JSON Web Token that has been read but <em>not</em> verified: nothing that it
 * claims is known to be true. Good for tokens that have just come from Cognito itself,
 * and for turning tokens away before a dearer check; never for letting anybody in. To
 * verify an access token, use {@code io.cognitex.token.CognitoTokenVerifier}.
 *
 * <p>
 * A claim that is absent, or of another type than the method asks for, is {@code null}.
 * Reading is strict: a token that could be read in two ways (members that come twice,
 * broken UTF-8, base64url with surplus bits) is malformed.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7515#section-7.1">RFC 7515, section
 * 7.1</a>
 */
public final class UnverifiedJwt {

	/**
	 * The longest token that is looked at, in characters. Cognito's are one to three
	 * thousand characters long.
	 */
	public static final int MAX_LENGTH = 16 * 1024;

	private final Map<String, Object> header;

	private final Map<String, Object> claims;

	private final byte[] signingInput;

	private final byte[] signature;

	private UnverifiedJwt(Map<String, Object> header, Map<String, Object> claims, byte[] signingInput,
			byte[] signature) {
		this.header = header;
		this.claims = claims;
		this.signingInput = signingInput;
		this.signature = signature;
	}

	/**
	 * Takes a token apart.
	 * @param token in the compact serialization, with three parts
	 * @return the token
	 * @throws MalformedJwtException if it is longer than {@link #MAX_LENGTH} or not a
	 * signed JSON Web Token
	 */
	public static UnverifiedJwt parse(String token) throws MalformedJwtException {
		if (token.length() > MAX_LENGTH) {
			throw new MalformedJwtException("The token is too long");
		}
		int first = token.indexOf('.');
		int second = token.indexOf('.', first + 1);
		if (first < 0 || second < 0 || token.indexOf('.', second + 1) >= 0) {
			throw new MalformedJwtException("The token is not a signed JSON Web Token");
		}
		// what is not Latin-1 becomes a question mark, which is not base64url either
		byte[] bytes = token.getBytes(StandardCharsets.ISO_8859_1);
		return new UnverifiedJwt(JsonReader.readObject(Base64Url.decode(bytes, 0, first)),
				JsonReader.readObject(Base64Url.decode(bytes, first + 1, second)), Arrays.copyOf(bytes, second),
				Base64Url.decode(bytes, second + 1, bytes.length));
	}

	/**
	 * The JOSE header.
	 * @return the header, unmodifiable
	 */
	public Map<String, Object> header() {
		return this.header;
	}

	/**
	 * All claims. Numbers are {@link Long} or {@link Double}.
	 * @return name to value, unmodifiable
	 */
	public Map<String, Object> claims() {
		return this.claims;
	}

	/**
	 * A claim that is a text.
	 * @param name the claim's name, such as {@code token_use}
	 * @return its value
	 */
	public @Nullable String text(String name) {
		return (this.claims.get(name) instanceof String text) ? text : null;
	}

	/**
	 * A claim that is a whole number, such as a time in seconds since 1970.
	 * @param name the claim's name, such as {@code exp}
	 * @return its value
	 */
	public @Nullable Long number(String name) {
		return (this.claims.get(name) instanceof Long number) ? number : null;
	}

	/**
	 * A claim that is a list of texts.
	 * @param name the claim's name, such as {@code cognito:groups}
	 * @return its values; empty if the claim is absent or anything else
	 */
	public List<String> texts(String name) {
		if (!(this.claims.get(name) instanceof List<?> list)) {
			return List.of();
		}
		List<String> texts = new ArrayList<>(list.size());
		for (Object element : list) {
			if (!(element instanceof String text)) {
				return List.of();
			}
			texts.add(text);
		}
		return List.copyOf(texts);
	}

	/**
	 * What was signed: header and claims as they were sent.
	 * @return the bytes
	 */
	public byte[] signingInput() {
		return this.signingInput.clone();
	}

	/**
	 * The signature, not yet compared with anything.
	 * @return the bytes
	 */
	public byte[] signature() {
		return this.signature.clone();
	}

	@Override
	public String toString() {
		return "[protected]";
	}

}

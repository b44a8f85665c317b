package io.cognitex.embedded.internal.paging;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.jspecify.annotations.Nullable;

import io.cognitex.embedded.internal.error.Refusals;

/**
 * Cuts lists into pages. A token holds the key of the last item that was shown, so that
 * items may come and go between two pages, and a signature over key and list, so that it
 * is good for no other list and cannot be made up.
 */
public final class Pages {

	private static final String ALGORITHM = "HmacSHA256";

	private static final int LARGEST = 60;

	private static final char SEPARATOR = '.';

	private final byte[] secret = new byte[32];

	public Pages() {
		new SecureRandom().nextBytes(this.secret);
	}

	/**
	 * Cuts a page out of a list.
	 * @param <T> what is listed
	 * @param list the operation with all that decides about what is listed
	 * @param items the whole list
	 * @param key the unique key of an item, by which items are sorted
	 * @param limit the greatest number of items; 0 for the service's greatest, which is
	 * 60
	 * @param token the token of the page before; {@code null} for the first page
	 * @return the page
	 * @throws io.cognitex.embedded.internal.error.Refusal if the token is not one that
	 * was made for this list
	 */
	public <T> Page<T> cut(String list, Collection<T> items, Function<T, String> key, int limit,
			@Nullable String token) {
		String after = (token != null) ? open(list, token) : null;
		int size = (limit != 0) ? limit : LARGEST;
		List<Keyed<T>> rest = items.stream()
			.map((item) -> new Keyed<>(key.apply(item), item))
			.filter((keyed) -> after == null || keyed.key().compareTo(after) > 0)
			.sorted(Comparator.comparing(Keyed::key))
			.limit(size + 1L)
			.toList();
		List<T> page = rest.stream().limit(size).map(Keyed::item).toList();
		return new Page<>(page, (rest.size() > size) ? seal(list, rest.get(size - 1).key()) : null);
	}

	private record Keyed<T>(String key, T item) {
	}

	private String seal(String list, String last) {
		Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
		return encoder.encodeToString(last.getBytes(StandardCharsets.UTF_8)) + SEPARATOR
				+ encoder.encodeToString(sign(list, last));
	}

	private String open(String list, String token) {
		int separator = token.indexOf(SEPARATOR);
		try {
			Base64.Decoder decoder = Base64.getUrlDecoder();
			String last = new String(decoder.decode(token.substring(0, Math.max(0, separator))),
					StandardCharsets.UTF_8);
			if (MessageDigest.isEqual(sign(list, last), decoder.decode(token.substring(separator + 1)))) {
				return last;
			}
		}
		catch (IllegalArgumentException ex) {
			// Not Base64, so not one of ours
		}
		throw Refusals.paginationToken();
	}

	private byte[] sign(String list, String last) {
		try {
			Mac mac = Mac.getInstance(ALGORITHM);
			mac.init(new SecretKeySpec(this.secret, ALGORITHM));
			mac.update(list.getBytes(StandardCharsets.UTF_8));
			mac.update((byte) 0);
			return mac.doFinal(last.getBytes(StandardCharsets.UTF_8));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

}

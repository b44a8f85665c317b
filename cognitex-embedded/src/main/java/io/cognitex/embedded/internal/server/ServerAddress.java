package io.cognitex.embedded.internal.server;

import java.net.URI;

import org.jspecify.annotations.Nullable;

/**
 * Where a server listens, and under what URL it is known.
 *
 * @param host the name or address to listen on
 * @param port the port; 0 for any free one
 * @param publicUrl the URL that the issuers of tokens are under, without a slash at the
 * end; {@code null} if it is where the server listens
 */
public record ServerAddress(String host, int port, @Nullable String publicUrl) {

	/** Where others cannot come. */
	public static final String LOOPBACK = "127.0.0.1";

	/**
	 * Checks a public URL. It may have a path, as behind a proxy, but nothing after it.
	 * @param url the URL
	 * @return the URL without a slash at the end
	 * @throws IllegalArgumentException if issuers cannot be under it
	 */
	public static String checkedPublicUrl(String url) {
		URI uri = URI.create(url);
		boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
		if (!http || uri.getHost() == null || uri.getRawUserInfo() != null || uri.getRawQuery() != null
				|| uri.getRawFragment() != null) {
			throw new IllegalArgumentException("'" + url + "' is not a URL such as http://cognito.example:9229");
		}
		return url.replaceAll("/+$", "");
	}

}

package io.cognitex.security.web;

import java.net.URI;
import java.util.Locale;

import org.springframework.util.Assert;

/**
 * Where requests go: scheme, host and port.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6454">RFC 6454</a>
 */
record Origin(String scheme, String host, int port) {

	/**
	 * The origin of an address.
	 * @throws IllegalArgumentException if the address names no host
	 */
	static Origin of(URI uri) {
		String scheme = uri.getScheme();
		String host = uri.getHost();
		Assert.isTrue(scheme != null && host != null, "The address must be absolute and name a host");
		return new Origin(scheme.toLowerCase(Locale.ROOT), host.toLowerCase(Locale.ROOT), port(uri));
	}

	boolean isOf(URI uri) {
		return uri.getScheme() != null && uri.getHost() != null && equals(of(uri));
	}

	private static int port(URI uri) {
		if (uri.getPort() >= 0) {
			return uri.getPort();
		}
		return "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
	}

}

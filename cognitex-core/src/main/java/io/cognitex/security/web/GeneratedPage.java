package io.cognitex.security.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;

/**
 * Sends a generated page. Scripts, styles and pictures come from this application only,
 * nothing is kept in a cache, and no other page can frame it.
 */
final class GeneratedPage {

	/**
	 * Without {@code form-action}, which browsers also apply to the redirects that follow
	 * a form: a login may lead on to another host, as that of an authorization server
	 * does.
	 */
	private static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
			+ "img-src 'self'; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'";

	private GeneratedPage() {
	}

	static void write(HttpServletResponse response, Html page) throws IOException {
		byte[] content = page.markup().getBytes(StandardCharsets.UTF_8);
		response.setHeader("Content-Security-Policy", CONTENT_SECURITY_POLICY);
		response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
		response.setContentType("text/html;charset=UTF-8");
		response.setContentLength(content.length);
		response.getOutputStream().write(content);
	}

}

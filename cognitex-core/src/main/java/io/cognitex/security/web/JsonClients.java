package io.cognitex.security.web;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpHeaders;

/**
 * Tells one client from another by what it says of itself with each request.
 */
final class JsonClients {

	private JsonClients() {
	}

	static String describe(HttpServletRequest request) {
		return header(request, HttpHeaders.ORIGIN) + "\n" + header(request, HttpHeaders.USER_AGENT);
	}

	private static String header(HttpServletRequest request, String name) {
		String value = request.getHeader(name);
		return (value != null) ? value : "";
	}

}

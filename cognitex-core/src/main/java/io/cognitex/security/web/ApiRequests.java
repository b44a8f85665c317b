package io.cognitex.security.web;

import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.util.StringUtils;

/**
 * Tells programs, which are answered in JSON, from people, who are sent to a page.
 */
final class ApiRequests {

	private static final RequestMatcher JSON = accepts(MediaType.APPLICATION_JSON, MediaType.APPLICATION_PROBLEM_JSON);

	private static final RequestMatcher HTML = accepts(MediaType.TEXT_HTML, MediaType.APPLICATION_XHTML_XML);

	private ApiRequests() {
	}

	/**
	 * Whether JSON is asked for and HTML is not.
	 */
	static boolean isApi(HttpServletRequest request) {
		return isScripted(request) || (JSON.matches(request) && !HTML.matches(request));
	}

	/**
	 * Whether it is for a program, whatever it accepts.
	 */
	static boolean isProgram(HttpServletRequest request) {
		return isApi(request) || isBearer(request);
	}

	/**
	 * Whether a script of a page says that it sent this.
	 */
	static boolean isScripted(HttpServletRequest request) {
		return "XMLHttpRequest".equals(request.getHeader("X-Requested-With"));
	}

	/**
	 * Whether an access token came with it, which no browser sends by itself.
	 */
	static boolean isBearer(HttpServletRequest request) {
		return StringUtils.startsWithIgnoreCase(request.getHeader(HttpHeaders.AUTHORIZATION), "Bearer ");
	}

	private static RequestMatcher accepts(MediaType... mediaTypes) {
		MediaTypeRequestMatcher matcher = new MediaTypeRequestMatcher(mediaTypes);
		matcher.setIgnoredMediaTypes(Set.of(MediaType.ALL));
		return matcher;
	}

}

package io.cognitex.security.web;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Serves the stylesheet and the scripts of the generated pages, to everybody. The pages
 * work without scripts, passkeys aside.
 */
final class PageResourcesFilter extends OncePerRequestFilter {

	static final String STYLESHEET = "/cognitex/login.css";

	static final String SCRIPT = "/cognitex/login.js";

	static final String PASSKEY_SCRIPT = "/cognitex/passkey.js";

	private final List<Resource> resources;

	PageResourcesFilter(PathPatternRequestMatcher.Builder matchers) {
		this.resources = List.of(new Resource(matchers.matcher(HttpMethod.GET, STYLESHEET), "login.css", "text/css"),
				new Resource(matchers.matcher(HttpMethod.GET, SCRIPT), "login.js", "text/javascript"),
				new Resource(matchers.matcher(HttpMethod.GET, PASSKEY_SCRIPT), "passkey.js", "text/javascript"));
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain filterChain)
			throws ServletException, IOException {
		for (Resource resource : this.resources) {
			if (resource.matcher().matches(request)) {
				resource.write(response);
				return;
			}
		}
		filterChain.doFilter(request, response);
	}

	private record Resource(RequestMatcher matcher, String file, String mediaType) {

		void write(HttpServletResponse response) throws IOException {
			byte[] content = content();
			response.setContentType(this.mediaType + ";charset=UTF-8");
			response.setContentLength(content.length);
			response.setHeader(HttpHeaders.CACHE_CONTROL, "max-age=3600");
			response.getOutputStream().write(content);
		}

		private byte[] content() throws IOException {
			try (InputStream in = PageResourcesFilter.class.getResourceAsStream(this.file)) {
				if (in == null) {
					throw new IOException(this.file + " is missing");
				}
				return in.readAllBytes();
			}
		}

	}

}

package io.cognitex.security.web;

import java.net.URI;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/**
 * The request for the page from which a form was sent, with nothing of what was typed.
 */
final class FormPage extends HttpServletRequestWrapper {

	private static final Set<String> HEADERS_OF_FORM = Set.of("content-type", "content-length", "origin", "referer");

	private final URI page;

	private FormPage(HttpServletRequest form, URI page) {
		super(form);
		this.page = page;
	}

	/**
	 * The page of this form, if it is one, and was sent from a page of this application.
	 */
	static Optional<FormPage> of(HttpServletRequest request) {
		String referer = request.getHeader(HttpHeaders.REFERER);
		if (referer == null || !isForm(request)) {
			return Optional.empty();
		}
		try {
			URI page = URI.create(referer);
			boolean ours = Origin.of(URI.create(request.getRequestURL().toString())).isOf(page)
					&& page.getPath().startsWith(request.getContextPath() + "/");
			return ours ? Optional.of(new FormPage(request, page)) : Optional.empty();
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	private static boolean isForm(HttpServletRequest request) {
		String type = request.getContentType();
		return "POST".equals(request.getMethod()) && !ApiRequests.isProgram(request) && type != null
				&& (type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE)
						|| type.startsWith(MediaType.MULTIPART_FORM_DATA_VALUE));
	}

	@Override
	public String getMethod() {
		return "GET";
	}

	@Override
	public String getRequestURI() {
		return this.page.getRawPath();
	}

	@Override
	public StringBuffer getRequestURL() {
		return new StringBuffer(this.page.getScheme()).append("://")
			.append(this.page.getRawAuthority())
			.append(this.page.getRawPath());
	}

	@Override
	public String getServletPath() {
		return this.page.getPath().substring(getContextPath().length());
	}

	@Override
	public @Nullable String getPathInfo() {
		return null;
	}

	@Override
	public @Nullable String getQueryString() {
		return this.page.getRawQuery();
	}

	@Override
	public @Nullable String getParameter(String name) {
		return null;
	}

	@Override
	public Map<String, String[]> getParameterMap() {
		return Map.of();
	}

	@Override
	public Enumeration<String> getParameterNames() {
		return Collections.emptyEnumeration();
	}

	@Override
	public String @Nullable [] getParameterValues(String name) {
		return null;
	}

	@Override
	public Enumeration<String> getHeaderNames() {
		return Collections.enumeration(Collections.list(super.getHeaderNames())
			.stream()
			.filter((name) -> !HEADERS_OF_FORM.contains(name.toLowerCase(Locale.ROOT)))
			.toList());
	}

}

package io.cognitex.security.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import org.jspecify.annotations.Nullable;

/**
 * A request with a parameter that an earlier one had.
 */
final class AddedParameterRequest extends HttpServletRequestWrapper {

	private final String name;

	private final String value;

	AddedParameterRequest(HttpServletRequest request, String name, String value) {
		super(request);
		this.name = name;
		this.value = value;
	}

	@Override
	public @Nullable String getParameter(String name) {
		return this.name.equals(name) ? this.value : super.getParameter(name);
	}

}

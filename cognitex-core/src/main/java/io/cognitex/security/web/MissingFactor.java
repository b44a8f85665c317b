package io.cognitex.security.web;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

import io.cognitex.security.CognitoFactors;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.security.authorization.RequiredFactorError;
import org.springframework.security.web.WebAttributes;

/**
 * A factor that a rule of the application asks for and the user who is logged in has not
 * proven, or not recently enough.
 *
 * @param authority the authority, such as {@code FACTOR_SOFTWARE_TOKEN}
 * @param expired whether it was proven, but too long ago
 */
record MissingFactor(String authority, boolean expired) {

	private static final String PREFIX = "FACTOR_";

	static MissingFactor of(String authority, HttpServletRequest request) {
		return new MissingFactor(authority,
				request.getAttribute(WebAttributes.REQUIRED_FACTOR_ERRORS) instanceof Collection<?> errors
						&& errors.stream().anyMatch((error) -> isExpired(error, authority)));
	}

	/**
	 * The factor that the address of a login page names, as {@link #query()} writes it or
	 * as Spring Security's own entry point for a missing password does.
	 */
	static Optional<MissingFactor> of(HttpServletRequest request) {
		String name = parameter(request, "factor", "factor.type");
		String reason = parameter(request, "reason", "factor.reason");
		return CognitoFactors.authorities()
			.stream()
			.filter((authority) -> authority.equals(PREFIX + name.toUpperCase(Locale.ROOT)))
			.map((authority) -> new MissingFactor(authority, "expired".equals(reason)))
			.findFirst();
	}

	private static String parameter(HttpServletRequest request, String name, String alternative) {
		String value = request.getParameter(name);
		String other = (value != null) ? value : request.getParameter(alternative);
		return (other != null) ? other : "";
	}

	private static boolean isExpired(Object error, String authority) {
		return error instanceof RequiredFactorError factorError && factorError.isExpired()
				&& authority.equals(factorError.getRequiredFactor().getAuthority());
	}

	/**
	 * Its name without the prefix that every factor has, such as {@code SOFTWARE_TOKEN}.
	 */
	String name() {
		return this.authority.substring(PREFIX.length());
	}

	String reason() {
		return this.expired ? "expired" : "missing";
	}

	/**
	 * How it stands in the address of a page.
	 */
	String query() {
		return "factor=" + name().toLowerCase(Locale.ROOT) + "&reason=" + reason();
	}

	/**
	 * What to tell the person.
	 */
	String text(MessageSourceAccessor messages) {
		return messages.getMessage(messageCode());
	}

	String messageCode() {
		return "MissingFactor." + reason() + "." + name();
	}

}

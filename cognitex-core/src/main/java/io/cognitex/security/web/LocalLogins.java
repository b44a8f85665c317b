package io.cognitex.security.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.context.SecurityContextRepository;

/**
 * Logins in the sessions of the servlet container, which all requests see at once.
 */
final class LocalLogins implements StoredLogins {

	private final SecurityContextRepository repository;

	LocalLogins(SecurityContextRepository repository) {
		this.repository = repository;
	}

	@Override
	public @Nullable SecurityContext load(HttpServletRequest request) {
		try {
			return this.repository.loadDeferredContext(request).get();
		}
		catch (IllegalStateException ex) {
			// the session has ended a moment ago
			return null;
		}
	}

	@Override
	public SecurityContext replace(SecurityContext before, SecurityContext after, HttpServletRequest request,
			HttpServletResponse response) {
		try {
			if (request.getSession(false) != null) {
				this.repository.saveContext(after, request, response);
			}
		}
		catch (IllegalStateException ex) {
			// the session has ended a moment ago, and nothing is to be stored
		}
		return after;
	}

	@Override
	public boolean areShared() {
		return false;
	}

}

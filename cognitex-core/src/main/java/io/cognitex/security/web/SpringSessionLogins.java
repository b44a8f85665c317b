package io.cognitex.security.web;

import java.util.Objects;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.util.ClassUtils;

/**
 * Logins in Spring Session's store. It is read and written at once: the session of a
 * request is a copy that was made when the request began, and is written when it ends.
 *
 * @param <S> the store's sessions
 */
final class SpringSessionLogins<S extends Session> implements StoredLogins {

	private static final boolean PRESENT = ClassUtils.isPresent("org.springframework.session.SessionRepository",
			SpringSessionLogins.class.getClassLoader());

	private static final String KEY = HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY;

	private final SessionRepository<S> sessions;

	private SpringSessionLogins(SessionRepository<S> sessions) {
		this.sessions = sessions;
	}

	/**
	 * The store of a request.
	 * @return the logins; {@code null} if the session is not Spring Session's
	 */
	static @Nullable StoredLogins of(HttpServletRequest request) {
		return PRESENT ? Lookup.find(request) : null;
	}

	@Override
	public @Nullable SecurityContext load(HttpServletRequest request) {
		S session = find(request);
		return (session != null) ? session.getAttribute(KEY) : null;
	}

	@Override
	public @Nullable SecurityContext replace(SecurityContext before, SecurityContext after, HttpServletRequest request,
			HttpServletResponse response) {
		S session = find(request);
		SecurityContext stored = (session != null) ? session.getAttribute(KEY) : null;
		if (session == null || !Objects.equals(StoredLogins.tokens(stored), StoredLogins.tokens(before))) {
			return stored;
		}
		session.setAttribute(KEY, after);
		this.sessions.save(session);
		return after;
	}

	private @Nullable S find(HttpServletRequest request) {
		HttpSession session = request.getSession(false);
		return (session != null) ? this.sessions.findById(session.getId()) : null;
	}

	@Override
	public boolean areShared() {
		return true;
	}

	/**
	 * Apart, so that nothing of Spring Session is loaded where it is absent.
	 */
	private static final class Lookup {

		/** Spring Session's filter leaves its store here. */
		private static final String ATTRIBUTE = SessionRepository.class.getName();

		static @Nullable StoredLogins find(HttpServletRequest request) {
			return (request.getAttribute(ATTRIBUTE) instanceof SessionRepository<?> sessions)
					? new SpringSessionLogins<>(sessions) : null;
		}

	}

}

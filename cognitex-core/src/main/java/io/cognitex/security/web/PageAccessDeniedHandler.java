package io.cognitex.security.web;

import java.io.IOException;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.DefaultRedirectStrategy;
import org.springframework.security.web.RedirectStrategy;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Refuses forms of a generated page that come without the CSRF token of the session, as
 * from another site, and from a page whose session is gone. What was sent is not looked
 * at; the browser is shown the page as it is now, where a person would be at a loss with
 * "forbidden".
 */
final class PageAccessDeniedHandler implements AccessDeniedHandler {

	private final AccessDeniedHandler others = new AccessDeniedHandlerImpl();

	private final RedirectStrategy redirectStrategy = new DefaultRedirectStrategy();

	private final RequestMatcher forms;

	private final String page;

	PageAccessDeniedHandler(RequestMatcher forms, String page) {
		this.forms = forms;
		this.page = page;
	}

	@Override
	public void handle(HttpServletRequest request, HttpServletResponse response,
			AccessDeniedException accessDeniedException) throws IOException, ServletException {
		if (accessDeniedException instanceof CsrfException && this.forms.matches(request)
				&& !ApiRequests.isApi(request)) {
			this.redirectStrategy.sendRedirect(request, response, this.page);
		}
		else {
			this.others.handle(request, response, accessDeniedException);
		}
	}

}

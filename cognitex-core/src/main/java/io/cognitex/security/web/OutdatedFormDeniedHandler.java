package io.cognitex.security.web;

import java.io.IOException;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationTrustResolver;
import org.springframework.security.authentication.AuthenticationTrustResolverImpl;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.web.DefaultRedirectStrategy;
import org.springframework.security.web.RedirectStrategy;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Leads to the login, and back to its page, who sends a form from a page whose session is
 * gone: logged out in another window, or left alone for too long. The form has the CSRF
 * token of that session, so it is refused as one from another site is, and "forbidden"
 * would be no help. Nothing of it is done.
 */
final class OutdatedFormDeniedHandler implements AccessDeniedHandler {

	private final AccessDeniedHandler others = new AccessDeniedHandlerImpl();

	private final RedirectStrategy redirectStrategy = new DefaultRedirectStrategy();

	private final AuthenticationTrustResolver trustResolver = new AuthenticationTrustResolverImpl();

	private final RequestMatcher logins;

	private final String loginPage;

	private final RequestCache requestCache;

	private final SecurityContextHolderStrategy strategy;

	OutdatedFormDeniedHandler(RequestMatcher logins, String loginPage, RequestCache requestCache,
			SecurityContextHolderStrategy strategy) {
		this.logins = logins;
		this.loginPage = loginPage;
		this.requestCache = requestCache;
		this.strategy = strategy;
	}

	/**
	 * Whether this may be such a form.
	 */
	boolean matches(HttpServletRequest request) {
		return FormPage.of(request).isPresent()
				&& !this.trustResolver.isAuthenticated(this.strategy.getContext().getAuthentication());
	}

	@Override
	public void handle(HttpServletRequest request, HttpServletResponse response,
			AccessDeniedException accessDeniedException) throws IOException, ServletException {
		if (!(accessDeniedException instanceof CsrfException)) {
			this.others.handle(request, response, accessDeniedException);
			return;
		}
		if (this.logins.matches(request)) {
			FormPageRequestCache.setNotSent(request);
		}
		else {
			this.requestCache.saveRequest(request, response);
		}
		this.redirectStrategy.sendRedirect(request, response, this.loginPage);
	}

}

package io.cognitex.security.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.util.Assert;

/**
 * Has a login lead back to the page of a form that could not be sent any more, as it
 * leads back to a page that could not be shown. {@link CognitoLoginConfigurer} puts it
 * around Spring Security's request cache, which forgets forms. What was typed is not
 * kept: it may be secret, and nobody should send it without seeing it.
 *
 * <p>
 * The page is what the browser names in {@code Referer}, if that is of this application.
 */
public final class FormPageRequestCache implements RequestCache {

	private static final String NOT_SENT = FormPageRequestCache.class.getName() + ".NOT_SENT";

	private final RequestCache pages;

	/**
	 * Keeps pages of forms where other pages are kept.
	 * @param pages what keeps them
	 */
	public FormPageRequestCache(RequestCache pages) {
		Assert.notNull(pages, "pages cannot be null");
		this.pages = pages;
	}

	/**
	 * Whether the login page is shown in place of what a form would have led to, which it
	 * should say then. Says so once.
	 * @param request the request for the login page
	 * @return whether a form was not sent
	 */
	public static boolean takeNotSent(HttpServletRequest request) {
		HttpSession session = request.getSession(false);
		boolean notSent = session != null && session.getAttribute(NOT_SENT) != null;
		if (notSent) {
			session.removeAttribute(NOT_SENT);
		}
		return notSent;
	}

	static void setNotSent(HttpServletRequest request) {
		request.getSession().setAttribute(NOT_SENT, true);
	}

	@Override
	public void saveRequest(HttpServletRequest request, HttpServletResponse response) {
		FormPage page = FormPage.of(request).orElse(null);
		if (page != null) {
			this.pages.saveRequest(page, response);
			setNotSent(request);
		}
		else {
			this.pages.saveRequest(request, response);
		}
	}

	@Override
	public @Nullable SavedRequest getRequest(HttpServletRequest request, HttpServletResponse response) {
		return this.pages.getRequest(request, response);
	}

	@Override
	public @Nullable HttpServletRequest getMatchingRequest(HttpServletRequest request, HttpServletResponse response) {
		return this.pages.getMatchingRequest(request, response);
	}

	@Override
	public void removeRequest(HttpServletRequest request, HttpServletResponse response) {
		this.pages.removeRequest(request, response);
	}

}

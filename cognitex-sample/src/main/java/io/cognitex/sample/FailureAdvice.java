package io.cognitex.sample;

import io.cognitex.CognitoException;
import io.cognitex.security.web.FormPageRequestCache;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/**
 * Answers what no form can: a page that cannot be shown because Cognito does not answer,
 * and a login that was revoked, which leads to a new one and back. (Access tokens that
 * run out are refreshed before a controller sees them.)
 */
@ControllerAdvice
class FailureAdvice {

	private final RequestCache pagesToComeBackTo = new FormPageRequestCache(pages());

	private static RequestCache pages() {
		HttpSessionRequestCache pages = new HttpSessionRequestCache();
		pages.setRequestMatcher((request) -> HttpMethod.GET.matches(request.getMethod()));
		return pages;
	}

	@ExceptionHandler
	ModelAndView handle(CognitoException ex, HttpServletRequest request, HttpServletResponse response) {
		Failure failure = Failure.of(ex);
		if (failure.status() == HttpStatus.UNAUTHORIZED) {
			new SecurityContextLogoutHandler().logout(request, response, null);
			this.pagesToComeBackTo.saveRequest(request, response);
			return new ModelAndView("redirect:/login?ended");
		}
		failure.applyTo(response, ex);
		return new ModelAndView("failure").addObject("messageCode", failure.messageCode());
	}

}

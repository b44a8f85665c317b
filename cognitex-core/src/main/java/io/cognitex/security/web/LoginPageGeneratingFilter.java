package io.cognitex.security.web;

import java.io.IOException;

import io.cognitex.security.CognitexMessageSource;
import io.cognitex.security.SignInFailure;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.security.web.WebAttributes;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Serves the login page of an application that has none. Spring Security's own says
 * "Invalid credentials" whatever happened, and forgets the username.
 */
final class LoginPageGeneratingFilter extends OncePerRequestFilter {

	private final RequestMatcher loginPageMatcher;

	private final LoginPage page;

	private final MessageSourceAccessor messages;

	LoginPageGeneratingFilter(RequestMatcher loginPageMatcher, LoginPage page, MessageSource messageSource) {
		this.loginPageMatcher = loginPageMatcher;
		this.page = page;
		this.messages = CognitexMessageSource.getAccessor(messageSource);
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return !this.loginPageMatcher.matches(request);
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain filterChain)
			throws ServletException, IOException {
		GeneratedPage.write(response, page(request));
	}

	private Html page(HttpServletRequest request) {
		PageTemplate template = PageTemplate.of(this.messages, request);
		if (request.getParameterMap().containsKey("error")) {
			CognitoLoginFailedException failure = failure(request);
			return (failure != null)
					? this.page.render(template, PageTemplate.error(text(template.texts(), failure)),
							failure.getFailure(), failure.getUsername())
					: this.page.render(template,
							PageTemplate.error(template.texts().text(SignInFailure.BAD_CREDENTIALS.messageCode())),
							SignInFailure.BAD_CREDENTIALS, "");
		}
		return this.page.render(template, notice(request, template.texts()), null, "");
	}

	private static Html notice(HttpServletRequest request, PageTexts texts) {
		if (FormPageRequestCache.takeNotSent(request)) {
			return PageTemplate.notice(texts.text("LoginPage.notSent"));
		}
		if (request.getParameterMap().containsKey("logout")) {
			return PageTemplate.notice(texts.text("LoginPage.loggedOut"));
		}
		if (request.getParameterMap().containsKey(FactorEnrolmentPage.ENROLLED)) {
			return PageTemplate.notice(texts.text("FactorEnrolmentPage.enrolled"));
		}
		return MissingFactor.of(request)
			.map((factor) -> PageTemplate.notice(texts.text(factor.messageCode())))
			.orElse(Html.NONE);
	}

	private static @Nullable CognitoLoginFailedException failure(HttpServletRequest request) {
		HttpSession session = request.getSession(false);
		Object failure = (session != null) ? session.getAttribute(WebAttributes.AUTHENTICATION_EXCEPTION) : null;
		return (failure instanceof CognitoLoginFailedException failed) ? failed : null;
	}

	private static String text(PageTexts texts, CognitoLoginFailedException failure) {
		String text = failure.getMessage();
		return (text != null) ? text : texts.text(failure.getFailure().messageCode());
	}

}

package io.cognitex.security.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import io.cognitex.CognitoAccountManager;
import io.cognitex.CognitoError;
import io.cognitex.CognitoException;
import io.cognitex.security.CognitexMessageSource;
import io.cognitex.security.CognitoAuthentication;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.MessageSource;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.CredentialsExpiredException;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.web.DefaultRedirectStrategy;
import org.springframework.security.web.RedirectStrategy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Serves the page for passkeys, and does what it is asked to.
 */
final class PasskeysFilter extends OncePerRequestFilter {

	private static final Logger logger = LoggerFactory.getLogger(PasskeysFilter.class);

	private final RedirectStrategy redirectStrategy = new DefaultRedirectStrategy();

	private final RequestMatcher showMatcher;

	private final RequestMatcher changeMatcher;

	private final RequestMatcher optionsMatcher;

	private final String path;

	private final CognitoAccountManager accounts;

	private final @Nullable PasskeysPage generatedPage;

	private final MessageSourceAccessor messages;

	private final SecurityContextHolderStrategy securityContextHolderStrategy;

	PasskeysFilter(PathPatternRequestMatcher.Builder matchers, String path, CognitoAccountManager accounts,
			@Nullable PasskeysPage generatedPage, MessageSource messageSource,
			SecurityContextHolderStrategy securityContextHolderStrategy) {
		this.showMatcher = matchers.matcher(HttpMethod.GET, path);
		this.changeMatcher = matchers.matcher(HttpMethod.POST, path);
		this.optionsMatcher = matchers.matcher(HttpMethod.POST, path + PasskeysPage.OPTIONS);
		this.path = path;
		this.accounts = accounts;
		this.generatedPage = generatedPage;
		this.messages = CognitexMessageSource.getAccessor(messageSource);
		this.securityContextHolderStrategy = securityContextHolderStrategy;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain filterChain)
			throws ServletException, IOException {
		if (this.showMatcher.matches(request)) {
			show(request, response, filterChain);
		}
		else if (this.changeMatcher.matches(request)) {
			change(request, response);
		}
		else if (this.optionsMatcher.matches(request)) {
			sendOptions(request, response);
		}
		else {
			filterChain.doFilter(request, response);
		}
	}

	private void show(HttpServletRequest request, HttpServletResponse response, FilterChain filterChain)
			throws ServletException, IOException {
		CognitoPasskeysView view = view(request);
		if (this.generatedPage != null) {
			GeneratedPage.write(response, this.generatedPage.render(PageTemplate.of(this.messages, request), view));
		}
		else {
			request.setAttribute(CognitoPasskeysView.ATTRIBUTE, view);
			filterChain.doFilter(request, response);
		}
	}

	private CognitoPasskeysView view(HttpServletRequest request) {
		PageTexts texts = PageTexts.of(this.messages, request);
		String error = PasskeyFailure.named(parameter(request, "error"))
			.map((failure) -> texts.text(failure.messageCode()))
			.orElse(null);
		String notice = (request.getParameter("registered") != null) ? texts.text("PasskeysPage.registered")
				: (request.getParameter("deleted") != null) ? texts.text("PasskeysPage.deleted") : null;
		try {
			return new CognitoPasskeysView(this.accounts.listWebAuthnCredentials(accessToken()), notice, error);
		}
		catch (CognitoException ex) {
			return new CognitoPasskeysView(List.of(), null, texts.text(failure(ex).messageCode()));
		}
	}

	private void change(HttpServletRequest request, HttpServletResponse response) throws IOException {
		String delete = request.getParameter(PasskeysPage.DELETE);
		String result = (delete != null)
				? attempt("deleted", (accessToken) -> this.accounts.deleteWebAuthnCredential(accessToken, delete))
				: attempt("registered", (accessToken) -> this.accounts.completeWebAuthnRegistration(accessToken,
						parameter(request, PasskeysPage.CREDENTIAL)));
		this.redirectStrategy.sendRedirect(request, response, this.path + "?" + result);
	}

	private String attempt(String done, Consumer<String> change) {
		try {
			change.accept(accessToken());
			return done;
		}
		catch (CognitoException ex) {
			return "error=" + failure(ex).name();
		}
	}

	private void sendOptions(HttpServletRequest request, HttpServletResponse response) throws IOException {
		try {
			byte[] options = this.accounts.startWebAuthnRegistration(accessToken()).getBytes(StandardCharsets.UTF_8);
			response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
			response.setContentType(MediaType.APPLICATION_JSON_VALUE);
			response.setContentLength(options.length);
			response.getOutputStream().write(options);
		}
		catch (CognitoException ex) {
			PasskeyFailure failure = failure(ex);
			response.setStatus(failure.status().value());
			JsonResponse.write(response, MediaType.APPLICATION_PROBLEM_JSON,
					Map.of("status", failure.status().value(), "title", failure.status().getReasonPhrase(), "detail",
							PageTexts.of(this.messages, request).text(failure.messageCode())));
		}
	}

	/**
	 * What to tell, unless only a new login leads on.
	 */
	private PasskeyFailure failure(CognitoException ex) {
		if (ex.error() == CognitoError.NOT_AUTHORIZED) {
			throw new CredentialsExpiredException(
					this.messages.getMessage("AuthenticationProblem.authenticationRequired"), ex);
		}
		PasskeyFailure failure = PasskeyFailure.of(ex);
		if (failure == PasskeyFailure.MISCONFIGURED || failure == PasskeyFailure.UNAVAILABLE) {
			logger.warn("Passkeys cannot be managed: {}", ex.toString());
		}
		return failure;
	}

	private String accessToken() {
		if (this.securityContextHolderStrategy.getContext().getAuthentication() instanceof CognitoAuthentication user
				&& user.isAuthenticated()) {
			return user.getTokens().accessToken();
		}
		throw new AccessDeniedException("Passkeys are those of a user whom Cognito has logged in");
	}

	private static String parameter(HttpServletRequest request, String name) {
		String value = request.getParameter(name);
		return (value != null) ? value : "";
	}

}

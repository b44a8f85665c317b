package io.cognitex.security.web;

import java.io.IOException;
import java.util.function.Supplier;

import io.cognitex.security.CognitexMessageSource;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.web.util.ThrowableAnalyzer;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets requests go on with fresh tokens. Nothing happens before somebody asks who is
 * logged in.
 */
final class SessionRefreshFilter extends OncePerRequestFilter {

	private static final String ATTRIBUTE = SessionRefreshFilter.class.getName() + ".CONTEXT";

	/**
	 * Set by Spring MVC, which need not be there, once it knows who handles a request.
	 */
	private static final String HANDLER = "org.springframework.web.servlet.HandlerMapping.bestMatchingHandler";

	private static final String RETRY_AFTER_SECONDS = "5";

	/**
	 * Whose the request is once its session has come to its end. Where there was nothing,
	 * a remember-me cookie would log the user in again that Cognito has turned away.
	 */
	private static final Authentication NOBODY = new AnonymousAuthenticationToken(SessionRefreshFilter.class.getName(),
			"anonymousUser", AuthorityUtils.createAuthorityList("ROLE_ANONYMOUS"));

	private final SessionRefresh refresh;

	private final SecurityContextHolderStrategy strategy;

	private final ThrowableAnalyzer throwableAnalyzer = new ThrowableAnalyzer();

	private final MessageSourceAccessor messages;

	SessionRefreshFilter(SessionRefresh refresh, SecurityContextHolderStrategy strategy, MessageSource messageSource) {
		this.refresh = refresh;
		this.strategy = strategy;
		this.messages = CognitexMessageSource.getAccessor(messageSource);
	}

	/**
	 * An asynchronous request goes on with what it began with.
	 */
	@Override
	protected boolean shouldNotFilterAsyncDispatch() {
		return false;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		RequestAttributes outside = RequestContextHolder.getRequestAttributes();
		Supplier<SecurityContext> stored = this.strategy.getDeferredContext();
		this.strategy.setDeferredContext(SingletonSupplier.of(() -> fresh(stored, request, response, outside)));
		try {
			chain.doFilter(request, response);
		}
		catch (ServletException | IOException | RuntimeException ex) {
			if (response.isCommitted() || !isUnavailable(ex)) {
				throw ex;
			}
			sendUnavailable(request, response);
		}
	}

	private SecurityContext fresh(Supplier<SecurityContext> stored, HttpServletRequest request,
			HttpServletResponse response, @Nullable RequestAttributes outside) {
		if (request.getAttribute(ATTRIBUTE) instanceof SecurityContext context) {
			return context;
		}
		if (isHandled(request, outside)) {
			return stored.get();
		}
		SecurityContext before = stored.get();
		SecurityContext context = this.refresh.refresh(before, request, response);
		if (context.getAuthentication() == null && before.getAuthentication() != null) {
			context.setAuthentication(NOBODY);
		}
		if (context != before) {
			request.setAttribute(ATTRIBUTE, context);
		}
		return context;
	}

	/**
	 * Whether Spring MVC has handled the request. It then asks for the user's name, for
	 * its {@code RequestHandledEvent}, even where nobody else did.
	 */
	private static boolean isHandled(HttpServletRequest request, @Nullable RequestAttributes outside) {
		return request.getAttribute(HANDLER) != null && RequestContextHolder.getRequestAttributes() == outside;
	}

	private boolean isUnavailable(Exception ex) {
		return this.throwableAnalyzer.getFirstThrowableOfType(SessionUnavailableException.class,
				this.throwableAnalyzer.determineCauseChain(ex)) != null;
	}

	private void sendUnavailable(HttpServletRequest request, HttpServletResponse response) throws IOException {
		if (ApiRequests.isApi(request)) {
			AuthenticationProblem.unavailable(this.messages).write(response);
			return;
		}
		response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
		response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
	}

}

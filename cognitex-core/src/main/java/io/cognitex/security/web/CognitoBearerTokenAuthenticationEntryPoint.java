package io.cognitex.security.web;

import java.io.IOException;

import io.cognitex.CognitoError.Kind;
import io.cognitex.CognitoException;
import io.cognitex.security.CognitexMessageSource;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceAware;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.server.resource.web.BearerTokenAuthenticationEntryPoint;
import org.springframework.security.web.AuthenticationEntryPoint;

/**
 * Answers requests whose access token is missing, malformed or not good with Spring
 * Security's RFC 6750 header, and says the same in {@code application/problem+json}. That
 * a token cannot be checked is nobody's fault: 503 with {@code Retry-After} and no
 * challenge.
 */
final class CognitoBearerTokenAuthenticationEntryPoint implements AuthenticationEntryPoint, MessageSourceAware {

	private static final Logger logger = LoggerFactory.getLogger(CognitoBearerTokenAuthenticationEntryPoint.class);

	private final BearerTokenAuthenticationEntryPoint bearer = new BearerTokenAuthenticationEntryPoint();

	private MessageSourceAccessor messages = CognitexMessageSource.getAccessor();

	@Override
	public void commence(HttpServletRequest request, HttpServletResponse response,
			AuthenticationException authException) throws IOException {
		AuthenticationProblem problem = AuthenticationProblem.of(authException, this.messages);
		if (authException instanceof AuthenticationServiceException) {
			log(authException.getCause());
			problem.write(response);
			return;
		}
		this.bearer.commence(request, response, authException);
		new AuthenticationProblem(HttpStatus.valueOf(response.getStatus()), detail(authException, problem))
			.write(response);
	}

	/**
	 * An outage is logged where it is noticed, and not once for each request.
	 */
	private static void log(@Nullable Throwable cause) {
		boolean outage = cause instanceof CognitoException ex && ex.error().kind() == Kind.UNAVAILABLE;
		logger.atLevel(outage ? Level.DEBUG : Level.WARN)
			.log("An access token cannot be checked: {}", String.valueOf(cause));
	}

	private static String detail(AuthenticationException ex, AuthenticationProblem problem) {
		String description = (ex instanceof OAuth2AuthenticationException oauth2) ? oauth2.getError().getDescription()
				: null;
		return (description != null) ? description : problem.detail();
	}

	@Override
	public void setMessageSource(MessageSource messageSource) {
		this.messages = CognitexMessageSource.getAccessor(messageSource);
	}

}

package io.cognitex.security.web;

import java.io.IOException;

import io.cognitex.security.CognitexMessageSource;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.context.MessageSource;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/**
 * Tells a program that a request needs a factor that its user has not proven: 401 with
 * {@code "type": "urn:cognitex:factor"}. Logging in again with the factor helps. Who came
 * with an access token is told so in the words of OAuth 2.0.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9470">RFC 9470, step-up
 * authentication</a>
 */
final class MissingFactorProblem implements AuthenticationEntryPoint {

	private static final String INSUFFICIENT = "Bearer error=\"insufficient_user_authentication\", "
			+ "error_description=\"A different authentication level is required\"";

	private final String authority;

	private final MessageSourceAccessor messages;

	MissingFactorProblem(String authority, MessageSource messageSource) {
		this.authority = authority;
		this.messages = CognitexMessageSource.getAccessor(messageSource);
	}

	@Override
	public void commence(HttpServletRequest request, HttpServletResponse response,
			AuthenticationException authException) throws IOException {
		MissingFactor factor = MissingFactor.of(this.authority, request);
		response.setHeader(HttpHeaders.WWW_AUTHENTICATE,
				ApiRequests.isBearer(request) ? INSUFFICIENT : "Cognito factor=\"" + factor.name() + "\"");
		new AuthenticationProblem(HttpStatus.UNAUTHORIZED, factor.text(this.messages))
			.with("type", AuthenticationProblem.FACTOR)
			.with("factor", factor.name())
			.with("reason", factor.reason())
			.write(response);
	}

}

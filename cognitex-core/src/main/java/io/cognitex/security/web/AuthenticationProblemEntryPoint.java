package io.cognitex.security.web;

import java.io.IOException;

import io.cognitex.security.CognitexMessageSource;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.context.MessageSource;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/**
 * Tells a program that it has to log in.
 */
final class AuthenticationProblemEntryPoint implements AuthenticationEntryPoint {

	private final MessageSourceAccessor messages;

	AuthenticationProblemEntryPoint(MessageSource messageSource) {
		this.messages = CognitexMessageSource.getAccessor(messageSource);
	}

	@Override
	public void commence(HttpServletRequest request, HttpServletResponse response,
			AuthenticationException authException) throws IOException {
		AuthenticationProblem problem = AuthenticationProblem.of(authException, this.messages);
		if (problem.isUnauthorized()) {
			response.setHeader(HttpHeaders.WWW_AUTHENTICATE, problem.authenticate());
		}
		problem.write(response);
	}

}

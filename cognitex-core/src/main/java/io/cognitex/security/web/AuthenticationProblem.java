package io.cognitex.security.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

import com.nimbusds.jose.util.JSONObjectUtils;
import io.cognitex.CognitoException;
import io.cognitex.security.CognitoChallengeException;
import io.cognitex.security.SignInFailure;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.AccountStatusException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.AuthenticationException;

/**
 * What a program is told when it could not be authenticated, as
 * {@code application/problem+json}.
 *
 * @param status the status of the response
 * @param detail a text for people
 * @param retryAfter when trying again makes sense; {@code null} if it does not
 * @param challenge Cognito's name of the step that the login needs; {@code null} if it
 * needs none
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457</a>
 */
record AuthenticationProblem(HttpStatus status, String detail, @Nullable Duration retryAfter,
		@Nullable String challenge) {

	private static final Duration AFTER_AN_OUTAGE = Duration.ofSeconds(5);

	private static final Duration AFTER_TOO_MANY_ATTEMPTS = Duration.ofMinutes(1);

	AuthenticationProblem(HttpStatus status, String detail) {
		this(status, detail, null, null);
	}

	static AuthenticationProblem of(AuthenticationException ex, MessageSourceAccessor messages) {
		if (!isSignIn(ex)) {
			return new AuthenticationProblem(HttpStatus.UNAUTHORIZED,
					messages.getMessage("AuthenticationProblem.authenticationRequired"));
		}
		SignInFailure failure = SignInFailure.of(ex);
		String challenge = (ex instanceof CognitoChallengeException challenged) ? challenged.getChallenge().name()
				: null;
		return new AuthenticationProblem(HttpStatus.valueOf(failure.status()), text(ex, failure, messages),
				retryAfter(failure), challenge);
	}

	/**
	 * Whether a sign-in failed, rather than there was none.
	 */
	private static boolean isSignIn(AuthenticationException ex) {
		return ex instanceof BadCredentialsException || ex instanceof AccountStatusException
				|| ex instanceof AuthenticationServiceException;
	}

	/**
	 * Cognitex words its own failures for people; an outage that others report may tell
	 * of the inside.
	 */
	private static String text(AuthenticationException ex, SignInFailure failure, MessageSourceAccessor messages) {
		String text = ex.getMessage();
		boolean foreignOutage = ex instanceof AuthenticationServiceException
				&& !(ex.getCause() instanceof CognitoException);
		return (text == null || foreignOutage) ? messages.getMessage(failure.messageCode()) : text;
	}

	/**
	 * Where this application is set up wrongly, nobody knows when trying again helps.
	 */
	private static @Nullable Duration retryAfter(SignInFailure failure) {
		return switch (failure) {
			case TOO_MANY_ATTEMPTS -> AFTER_TOO_MANY_ATTEMPTS;
			case CODE_NOT_SENT, UNAVAILABLE -> AFTER_AN_OUTAGE;
			default -> null;
		};
	}

	boolean isUnauthorized() {
		return this.status == HttpStatus.UNAUTHORIZED;
	}

	void write(HttpServletResponse response) throws IOException {
		response.setStatus(this.status.value());
		if (this.retryAfter != null) {
			response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(this.retryAfter.toSeconds()));
		}
		byte[] body = JSONObjectUtils.toJSONString(members()).getBytes(StandardCharsets.UTF_8);
		response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
		response.setContentLength(body.length);
		response.getOutputStream().write(body);
	}

	private Map<String, Object> members() {
		Map<String, Object> members = new LinkedHashMap<>();
		if (this.challenge != null) {
			members.put("type", "urn:cognitex:challenge");
			members.put("challenge", this.challenge);
		}
		members.put("title", this.status.getReasonPhrase());
		members.put("status", this.status.value());
		members.put("detail", this.detail);
		return members;
	}

}

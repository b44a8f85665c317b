package io.cognitex.security.web;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

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
import org.springframework.security.web.authentication.session.SessionAuthenticationException;

/**
 * What a program is told when it could not be authenticated, as
 * {@code application/problem+json}.
 *
 * @param status the status of the response
 * @param detail a text for people
 * @param retryAfter when trying again makes sense; {@code null} if it does not
 * @param extensions what this kind of problem tells besides, the kind itself as
 * {@code type} among it
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457</a>
 */
record AuthenticationProblem(HttpStatus status, String detail, @Nullable Duration retryAfter,
		Map<String, Object> extensions) {

	/** The {@code type} of a login that needs another step. */
	static final String CHALLENGE = "urn:cognitex:challenge";

	/** The {@code type} of a request that needs a factor that was not proven. */
	static final String FACTOR = "urn:cognitex:factor";

	private static final Pattern NAME = Pattern.compile("[A-Z0-9_]{1,64}");

	private static final Duration AFTER_AN_OUTAGE = Duration.ofSeconds(5);

	private static final Duration AFTER_TOO_MANY_ATTEMPTS = Duration.ofMinutes(1);

	AuthenticationProblem(HttpStatus status, String detail) {
		this(status, detail, null, Map.of());
	}

	static AuthenticationProblem of(AuthenticationException ex, MessageSourceAccessor messages) {
		if (!isSignIn(ex)) {
			return new AuthenticationProblem(HttpStatus.UNAUTHORIZED,
					messages.getMessage("AuthenticationProblem.authenticationRequired"));
		}
		SignInFailure failure = SignInFailure.of(ex);
		AuthenticationProblem problem = new AuthenticationProblem(HttpStatus.valueOf(failure.status()),
				text(ex, failure, messages), retryAfter(failure), Map.of());
		if (ex instanceof CognitoChallengeException challenged) {
			problem = problem.with("type", CHALLENGE).with("challenge", challenged.getChallenge().name());
		}
		return isToldByStatus(failure) ? problem : problem.with("reason", failure.name());
	}

	/**
	 * Whether the status, or that a challenge is named, leaves nothing more to say.
	 */
	private static boolean isToldByStatus(SignInFailure failure) {
		return failure == SignInFailure.BAD_CREDENTIALS || failure == SignInFailure.CHALLENGE
				|| failure == SignInFailure.UNSUPPORTED_CHALLENGE
				|| failure.status() != HttpStatus.UNAUTHORIZED.value();
	}

	/**
	 * Cognito cannot be asked at the moment.
	 */
	static AuthenticationProblem unavailable(MessageSourceAccessor messages) {
		return new AuthenticationProblem(HttpStatus.SERVICE_UNAVAILABLE,
				messages.getMessage(SignInFailure.UNAVAILABLE.messageCode()), AFTER_AN_OUTAGE, Map.of());
	}

	/**
	 * Whether a sign-in failed, rather than there was none.
	 */
	static boolean isSignIn(AuthenticationException ex) {
		return ex instanceof BadCredentialsException || ex instanceof AccountStatusException
				|| ex instanceof AuthenticationServiceException || ex instanceof SessionAuthenticationException;
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

	/**
	 * What {@code WWW-Authenticate} says where no other scheme does: RFC 9110 wants a
	 * challenge with each 401, and this one opens no dialog in a browser.
	 */
	String authenticate() {
		return (this.extensions.get("challenge") instanceof String challenge && NAME.matcher(challenge).matches())
				? "Cognito challenge=\"" + challenge + "\"" : "Cognito";
	}

	/**
	 * The same problem in other words.
	 */
	AuthenticationProblem withDetail(String detail) {
		return new AuthenticationProblem(this.status, detail, this.retryAfter, this.extensions);
	}

	/**
	 * The same problem, which tells more.
	 */
	AuthenticationProblem with(String name, Object value) {
		Map<String, Object> extensions = new LinkedHashMap<>(this.extensions);
		extensions.put(name, value);
		return new AuthenticationProblem(this.status, this.detail, this.retryAfter, extensions);
	}

	boolean isUnauthorized() {
		return this.status == HttpStatus.UNAUTHORIZED;
	}

	void write(HttpServletResponse response) throws IOException {
		response.setStatus(this.status.value());
		if (this.retryAfter != null) {
			response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(this.retryAfter.toSeconds()));
		}
		JsonResponse.write(response, MediaType.APPLICATION_PROBLEM_JSON, members());
	}

	private Map<String, Object> members() {
		Map<String, Object> members = new LinkedHashMap<>(this.extensions);
		members.put("title", this.status.getReasonPhrase());
		members.put("status", this.status.value());
		members.put("detail", this.detail);
		return members;
	}

}

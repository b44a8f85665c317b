package io.cognitex.security.web;

import java.io.IOException;

import io.cognitex.security.CognitexMessageSource;
import io.cognitex.security.CognitoChallengeException;
import io.cognitex.security.SignInFailure;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/**
 * Tells a program why it is not logged in (yet), and what to send next.
 */
final class JsonLoginFailureHandler implements AuthenticationFailureHandler {

	private final JsonLoginSteps steps;

	private final String issuer;

	private final MessageSourceAccessor messages;

	/**
	 * Answers in problems.
	 * @param steps where the login is between its steps
	 * @param issuer what authenticator apps show as the name of the application
	 * @param messageSource the texts
	 */
	JsonLoginFailureHandler(JsonLoginSteps steps, String issuer, MessageSource messageSource) {
		this.steps = steps;
		this.issuer = issuer;
		this.messages = CognitexMessageSource.getAccessor(messageSource);
	}

	@Override
	public void onAuthenticationFailure(HttpServletRequest request, HttpServletResponse response,
			AuthenticationException exception) throws IOException {
		AuthenticationProblem problem = problem(request, response, exception);
		if (problem.isUnauthorized()) {
			response.setHeader(HttpHeaders.WWW_AUTHENTICATE, problem.authenticate());
		}
		problem.write(response);
	}

	private AuthenticationProblem problem(HttpServletRequest request, HttpServletResponse response,
			AuthenticationException ex) {
		if (ex instanceof JsonRequestException malformed) {
			return new AuthenticationProblem(malformed.status(), malformed.text());
		}
		JsonLoginSteps.Step answered = JsonAnswerReader.answered(request);
		if (ChallengeSteps.isNext(ex) && !isAsked(ex, answered)) {
			return challenge(ex, this.steps.next(request, response, answered, (CognitoChallengeException) ex));
		}
		if (answered == null) {
			return failure(ex);
		}
		return switch (SignInFailure.of(ex).wayOn()) {
			case ANSWER -> challenge(ex, answered);
			case TRY_AGAIN -> tryAgain(request, response, ex, answered);
			case WAIT -> failure(ex);
			case START_OVER, CONFIRM_ACCOUNT, RESET_PASSWORD, ASK_FOR_HELP -> {
				this.steps.end(request, response);
				yield failure(ex);
			}
		};
	}

	/**
	 * Whether the challenge is not what comes next, but what was asked all the time.
	 */
	private static boolean isAsked(AuthenticationException ex, JsonLoginSteps.@Nullable Step answered) {
		return answered != null && ((CognitoChallengeException) ex).getChallenge() == answered.challenge();
	}

	private AuthenticationProblem tryAgain(HttpServletRequest request, HttpServletResponse response,
			AuthenticationException ex, JsonLoginSteps.Step answered) {
		if (this.steps.repeat(request, response, answered)) {
			return challenge(ex, answered);
		}
		this.steps.end(request, response);
		return failure(new LockedException(this.messages.getMessage(SignInFailure.TOO_MANY_ATTEMPTS.messageCode())));
	}

	private AuthenticationProblem challenge(AuthenticationException ex, JsonLoginSteps.Step step) {
		JsonChallenge challenge = new JsonChallenge(step.challenge());
		AuthenticationProblem problem = failure(ex).with("type", AuthenticationProblem.CHALLENGE)
			.with(JsonChallenge.NAME, challenge.name())
			.with("parameters", challenge.parameters(this.issuer));
		return (step.handle() != null) ? problem.with(JsonChallenge.HANDLE, step.handle()) : problem;
	}

	/**
	 * Names the failure, for programs that do not read the text.
	 */
	private AuthenticationProblem failure(AuthenticationException ex) {
		SignInFailure failure = SignInFailure.of(ex);
		AuthenticationProblem problem = AuthenticationProblem.of(ex, this.messages);
		return (AuthenticationProblem.isSignIn(ex) && failure != SignInFailure.CHALLENGE)
				? problem.with("reason", failure.name()) : problem;
	}

}

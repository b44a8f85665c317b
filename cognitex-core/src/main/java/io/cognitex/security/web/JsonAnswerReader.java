package io.cognitex.security.web;

import java.io.IOException;

import io.cognitex.CognitoError;
import io.cognitex.CognitoException;
import io.cognitex.security.CognitexMessageSource;
import io.cognitex.security.CognitoChallengeAuthenticationToken;
import io.cognitex.security.CognitoChallengeException;
import io.cognitex.security.SignInFailure;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.authentication.CredentialsExpiredException;

/**
 * Reads the answer to a challenge.
 */
final class JsonAnswerReader implements JsonLoginFilter.JsonAuthenticationReader {

	private static final String STEP = JsonAnswerReader.class.getName() + ".STEP";

	private final JsonLoginSteps steps;

	private final MessageSourceAccessor messages;

	JsonAnswerReader(JsonLoginSteps steps, MessageSource messageSource) {
		this.steps = steps;
		this.messages = CognitexMessageSource.getAccessor(messageSource);
	}

	/**
	 * Reads an answer.
	 * @throws CredentialsExpiredException if no login is under way
	 * @throws CognitoChallengeException if another challenge is answered than the one
	 * that is asked, as a request that was sent twice does
	 */
	@Override
	public AbstractAuthenticationToken read(HttpServletRequest request) throws IOException {
		JsonBody body = JsonBody.of(request);
		String name = body.text(JsonChallenge.NAME);
		JsonLoginSteps.Step step = this.steps.begin(request, body);
		if (step == null) {
			throw new CredentialsExpiredException(message(SignInFailure.SESSION_EXPIRED),
					new CognitoException(CognitoError.SESSION_EXPIRED, "No login is under way"));
		}
		request.setAttribute(STEP, step);
		JsonChallenge challenge = new JsonChallenge(step.challenge());
		if (!step.answerable() || !challenge.name().equals(name)) {
			throw new CognitoChallengeException(message(SignInFailure.CHALLENGE), step.challenge());
		}
		return new CognitoChallengeAuthenticationToken(challenge.answer(body));
	}

	/**
	 * What a request has answered.
	 * @return the step; {@code null} if it was the first one
	 */
	static JsonLoginSteps.@Nullable Step answered(HttpServletRequest request) {
		return (JsonLoginSteps.Step) request.getAttribute(STEP);
	}

	private String message(SignInFailure failure) {
		return this.messages.getMessage(failure.messageCode());
	}

}

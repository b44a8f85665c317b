package io.cognitex.security.web;

import java.util.LinkedHashMap;
import java.util.Map;

import io.cognitex.SignInAnswer;
import io.cognitex.SignInChallenge;
import jakarta.servlet.http.HttpServletRequest;

/**
 * Reads a person's answer from the form that was sent.
 */
final class ChallengeAnswers {

	static final String CODE = "code";

	static final String CHOICE = "choice";

	static final String NEW_PASSWORD = "newPassword";

	static final String USER_ATTRIBUTE_PREFIX = "userAttributes.";

	static final String EMAIL = "email";

	static final String PASSWORD = "password";

	static final String CREDENTIAL = "credential";

	static final String ANSWER = "answer";

	private ChallengeAnswers() {
	}

	/**
	 * Reads an answer.
	 * @param challenge what was asked
	 * @param request the form
	 * @return the answer; what was not sent is empty, and refused as any other wrong
	 * answer is
	 * @throws IllegalArgumentException if the challenge is not supported
	 */
	static SignInAnswer read(SignInChallenge challenge, HttpServletRequest request) {
		return switch (ChallengeKind.of(challenge)) {
			case CODE -> ((SignInChallenge.CodeChallenge) challenge).answer(code(request));
			case CHOICE -> ((SignInChallenge.ChoiceChallenge) challenge).choose(text(request, CHOICE));
			case NEW_PASSWORD -> newPassword((SignInChallenge.NewPasswordRequired) challenge, request);
			case SOFTWARE_TOKEN_SETUP -> ((SignInChallenge.SoftwareTokenSetup) challenge).answer(code(request));
			case EMAIL_SETUP -> ((SignInChallenge.EmailSetup) challenge).answer(text(request, EMAIL).strip());
			case PASSWORD -> ((SignInChallenge.Password) challenge).answer(text(request, PASSWORD));
			case WEB_AUTHN -> ((SignInChallenge.WebAuthn) challenge).answer(text(request, CREDENTIAL));
			case CUSTOM -> ((SignInChallenge.CustomChallenge) challenge).answer(text(request, ANSWER));
			case UNSUPPORTED -> throw new IllegalArgumentException("Not supported: " + challenge.name());
		};
	}

	private static SignInAnswer newPassword(SignInChallenge.NewPasswordRequired challenge, HttpServletRequest request) {
		Map<String, String> attributes = new LinkedHashMap<>();
		for (String attribute : challenge.requiredAttributes()) {
			attributes.put(attribute, text(request, USER_ATTRIBUTE_PREFIX + attribute).strip());
		}
		return challenge.answer(text(request, NEW_PASSWORD), attributes);
	}

	/**
	 * Apps and mails show codes in groups, and people type them so.
	 */
	static String code(HttpServletRequest request) {
		return text(request, CODE).replaceAll("[\\s-]", "");
	}

	private static String text(HttpServletRequest request, String name) {
		String text = request.getParameter(name);
		return (text != null) ? text : "";
	}

}

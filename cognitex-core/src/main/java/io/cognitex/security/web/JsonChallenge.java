package io.cognitex.security.web;

import java.text.ParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.nimbusds.jose.util.JSONObjectUtils;
import io.cognitex.CodeDelivery;
import io.cognitex.SignInAnswer;
import io.cognitex.SignInChallenge;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;

/**
 * A challenge as a program is told it and answers it. Cognito's session is not in it.
 *
 * @param challenge what Cognito asks
 */
record JsonChallenge(SignInChallenge challenge) {

	/** The member that repeats the name, so that an answer meets what it was made for. */
	static final String NAME = "challenge";

	/** The member that holds what the client carries from step to step. */
	static final String HANDLE = "handle";

	private static final String CODE = "code";

	private static final String CHOICE = "choice";

	/**
	 * Cognito's name of it; the two steps of {@code MFA_SETUP} have names of their own.
	 */
	String name() {
		return switch (ChallengeKind.of(this.challenge)) {
			case SOFTWARE_TOKEN_SETUP, EMAIL_SETUP -> ChallengeKind.of(this.challenge).name();
			default -> this.challenge.name();
		};
	}

	/**
	 * What is needed to ask it.
	 * @param issuer what authenticator apps show as the name of the application
	 */
	Map<String, Object> parameters(String issuer) {
		Map<String, Object> parameters = new LinkedHashMap<>();
		CodeDelivery delivery = codeDelivery();
		if (delivery != null) {
			put(parameters, "deliveryMedium", delivery.deliveryMedium());
			put(parameters, "destination", delivery.destination());
		}
		else if (this.challenge instanceof SignInChallenge.SoftwareTokenMfa softwareToken) {
			put(parameters, "friendlyDeviceName", softwareToken.friendlyDeviceName());
		}
		else if (this.challenge instanceof SignInChallenge.ChoiceChallenge choice) {
			parameters.put("choices", choices(choice));
		}
		else if (this.challenge instanceof SignInChallenge.NewPasswordRequired newPassword) {
			parameters.put("requiredAttributes", newPassword.requiredAttributes());
		}
		else if (this.challenge instanceof SignInChallenge.SoftwareTokenSetup setup) {
			parameters.put("secretCode", setup.secretCode());
			parameters.put("otpauthUri", setup.otpauthUri(issuer, setup.username()));
		}
		else if (this.challenge instanceof SignInChallenge.WebAuthn webAuthn) {
			parameters.put("credentialRequestOptions", json(webAuthn.credentialRequestOptions()));
		}
		else if (this.challenge instanceof SignInChallenge.CustomChallenge custom) {
			parameters.putAll(custom.parameters());
		}
		return parameters;
	}

	private @Nullable CodeDelivery codeDelivery() {
		if (this.challenge instanceof SignInChallenge.SmsMfa smsMfa) {
			return smsMfa.codeDelivery();
		}
		if (this.challenge instanceof SignInChallenge.SmsOtp smsOtp) {
			return smsOtp.codeDelivery();
		}
		return (this.challenge instanceof SignInChallenge.EmailOtp emailOtp) ? emailOtp.codeDelivery() : null;
	}

	/**
	 * A phone number has to be in the account before text messages can be set up.
	 */
	private static List<String> choices(SignInChallenge.ChoiceChallenge challenge) {
		return challenge.choices()
			.stream()
			.filter((choice) -> !(challenge instanceof SignInChallenge.MfaSetup && choice.equals("SMS_MFA")))
			.toList();
	}

	private static void put(Map<String, Object> parameters, String name, @Nullable String value) {
		if (value != null) {
			parameters.put(name, value);
		}
	}

	private static Object json(String text) {
		try {
			return JSONObjectUtils.parse(text);
		}
		catch (ParseException ex) {
			return text;
		}
	}

	/**
	 * Reads the answer.
	 * @param body what was sent
	 * @throws JsonRequestException 400 if it is no answer to this challenge
	 */
	SignInAnswer answer(JsonBody body) {
		if (this.challenge instanceof SignInChallenge.CodeChallenge code) {
			return code.answer(code(only(body, CODE)));
		}
		if (this.challenge instanceof SignInChallenge.ChoiceChallenge choice) {
			return choice.choose(only(body, CHOICE).text(CHOICE));
		}
		if (this.challenge instanceof SignInChallenge.NewPasswordRequired newPassword) {
			only(body, "newPassword", "userAttributes");
			return newPassword.answer(body.text("newPassword"), attributes(newPassword, body));
		}
		if (this.challenge instanceof SignInChallenge.SoftwareTokenSetup setup) {
			only(body, CODE, "friendlyDeviceName");
			return setup.answer(code(body), body.optionalText("friendlyDeviceName"));
		}
		if (this.challenge instanceof SignInChallenge.EmailSetup setup) {
			return setup.answer(only(body, "email").text("email"));
		}
		if (this.challenge instanceof SignInChallenge.Password password) {
			return password.answer(only(body, "password").text("password"));
		}
		if (this.challenge instanceof SignInChallenge.WebAuthn webAuthn) {
			return webAuthn.answer(only(body, "credential").json("credential"));
		}
		if (this.challenge instanceof SignInChallenge.CustomChallenge custom) {
			return custom.answer(only(body, "answer").text("answer"));
		}
		throw new JsonRequestException(HttpStatus.BAD_REQUEST, "This challenge cannot be answered");
	}

	/**
	 * Cognito would write whatever the app client may write, and attributes may say what
	 * a user is allowed to do.
	 */
	private static Map<String, String> attributes(SignInChallenge.NewPasswordRequired challenge, JsonBody body) {
		Map<String, String> attributes = body.texts("userAttributes");
		if (!challenge.requiredAttributes().containsAll(attributes.keySet())) {
			throw JsonRequestException.malformed("'userAttributes' must have no members but those that are required");
		}
		return attributes;
	}

	private static JsonBody only(JsonBody body, String... members) {
		String[] names = Arrays.copyOf(members, members.length + 3);
		names[members.length] = NAME;
		names[members.length + 1] = HANDLE;
		names[members.length + 2] = JsonBody.ENCODED_DATA;
		return body.only(names);
	}

	/**
	 * Apps and mails show codes in groups, and people type them so.
	 */
	private static String code(JsonBody body) {
		return body.text(CODE).replaceAll("[\\s-]", "");
	}

}

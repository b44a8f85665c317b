package io.cognitex;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.cognitex.SignInChallenge.CustomChallenge;
import io.cognitex.SignInChallenge.EmailOtp;
import io.cognitex.SignInChallenge.MfaSetup;
import io.cognitex.SignInChallenge.NewPasswordRequired;
import io.cognitex.SignInChallenge.Password;
import io.cognitex.SignInChallenge.SelectChallenge;
import io.cognitex.SignInChallenge.SelectMfaType;
import io.cognitex.SignInChallenge.SmsMfa;
import io.cognitex.SignInChallenge.SmsOtp;
import io.cognitex.SignInChallenge.SoftwareTokenMfa;
import io.cognitex.SignInChallenge.Unsupported;
import io.cognitex.SignInChallenge.WebAuthn;

/**
 * Gives Cognito's answer its type. Only an answer that names no challenge can be a
 * success.
 */
final class SignInReader {

	private static final String USER_ID_FOR_SRP = "USER_ID_FOR_SRP";

	private static final String USERNAME = "USERNAME";

	private static final String USER_ATTRIBUTE_PREFIX = "userAttributes.";

	private final AuthStep step;

	private final Map<String, String> parameters;

	private final String username;

	private SignInReader(AuthStep step, String username) {
		this.step = step;
		this.parameters = step.parameters();
		this.username = username;
	}

	/**
	 * Reads an answer.
	 * @param step the answer
	 * @param username the best name of the user that is known so far, for answers that
	 * name none
	 * @return where the sign-in stands
	 */
	static SignIn read(AuthStep step, String username) {
		String challengeName = step.challengeName();
		if (challengeName == null) {
			return new SignIn.Completed(BrokenAnswer.require(step.tokens(), "AuthenticationResult"));
		}
		String carried = step.parameters().getOrDefault(USERNAME, username);
		String canonical = step.parameters().getOrDefault(USER_ID_FOR_SRP, carried);
		return new SignInReader(step, canonical).challenge(challengeName);
	}

	private SignInChallenge challenge(String name) {
		return switch (name) {
			case "NEW_PASSWORD_REQUIRED" -> new NewPasswordRequired(this.username, session(), requiredAttributes(),
					JsonText.object("userAttributes", this.parameters.get("userAttributes")));
			case "SMS_MFA" -> new SmsMfa(this.username, session(), codeDelivery());
			case "EMAIL_OTP" -> new EmailOtp(this.username, session(), codeDelivery());
			case "SMS_OTP" -> new SmsOtp(this.username, session(), codeDelivery());
			case "SOFTWARE_TOKEN_MFA" ->
				new SoftwareTokenMfa(this.username, session(), this.parameters.get("FRIENDLY_DEVICE_NAME"));
			case "SELECT_MFA_TYPE" -> new SelectMfaType(this.username, session(), list("MFAS_CAN_CHOOSE"));
			case "MFA_SETUP" -> new MfaSetup(this.username, session(), list("MFAS_CAN_SETUP"));
			case "SELECT_CHALLENGE" -> new SelectChallenge(this.username, session(), this.step.availableChallenges());
			case "PASSWORD" -> new Password(this.username, session());
			case "WEB_AUTHN" -> new WebAuthn(this.username, session(), parameter("CREDENTIAL_REQUEST_OPTIONS"));
			case "CUSTOM_CHALLENGE" -> new CustomChallenge(this.username, session(), publicParameters());
			default -> new Unsupported(name, this.username, this.step.session());
		};
	}

	private CognitoSession session() {
		return BrokenAnswer.require(this.step.session(), "Session");
	}

	private CodeDelivery codeDelivery() {
		return new CodeDelivery(this.parameters.get("CODE_DELIVERY_DESTINATION"),
				this.parameters.get("CODE_DELIVERY_DELIVERY_MEDIUM"), null);
	}

	private Map<String, String> publicParameters() {
		Map<String, String> parameters = new HashMap<>(this.parameters);
		parameters.remove(USERNAME);
		parameters.remove(USER_ID_FOR_SRP);
		return parameters;
	}

	private String parameter(String name) {
		return BrokenAnswer.require(this.parameters.get(name), name);
	}

	private List<String> requiredAttributes() {
		return list("requiredAttributes").stream().map(SignInReader::withoutPrefix).toList();
	}

	private static String withoutPrefix(String attribute) {
		return attribute.startsWith(USER_ATTRIBUTE_PREFIX) ? attribute.substring(USER_ATTRIBUTE_PREFIX.length())
				: attribute;
	}

	private List<String> list(String name) {
		return JsonText.list(name, this.parameters.get(name));
	}

}

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

	private static final String USER_ATTRIBUTE_PREFIX = "userAttributes.";

	private final AuthStep step;

	private final Map<String, String> parameters;

	private final SignInProgress progress;

	private SignInReader(SignInReply reply) {
		this.step = reply.step();
		this.parameters = reply.step().parameters();
		this.progress = reply.progress();
	}

	static SignIn read(SignInReply reply) {
		AuthStep step = reply.step();
		String challengeName = step.challengeName();
		if (challengeName == null) {
			return new SignIn.Completed(BrokenAnswer.require(step.tokens(), "AuthenticationResult"),
					reply.progress().factors(), step.newDevice());
		}
		return new SignInReader(reply).challenge(challengeName);
	}

	private SignInChallenge challenge(String name) {
		return switch (name) {
			case "NEW_PASSWORD_REQUIRED" -> new NewPasswordRequired(progress(), requiredAttributes(),
					JsonText.object("userAttributes", this.parameters.get("userAttributes")));
			case "SMS_MFA" -> new SmsMfa(progress(), codeDelivery());
			case "EMAIL_OTP" -> new EmailOtp(progress(), codeDelivery());
			case "SMS_OTP" -> new SmsOtp(progress(), codeDelivery());
			case "SOFTWARE_TOKEN_MFA" -> new SoftwareTokenMfa(progress(), this.parameters.get("FRIENDLY_DEVICE_NAME"));
			case "SELECT_MFA_TYPE" -> new SelectMfaType(progress(), list("MFAS_CAN_CHOOSE"));
			case "MFA_SETUP" -> new MfaSetup(progress(), list("MFAS_CAN_SETUP"));
			case "SELECT_CHALLENGE" -> new SelectChallenge(progress(), this.step.availableChallenges());
			case "PASSWORD" -> new Password(progress(), PasswordProof.PASSWORD);
			case "PASSWORD_SRP" -> new Password(progress(), PasswordProof.PASSWORD_SRP);
			case "WEB_AUTHN" -> new WebAuthn(progress(), parameter("CREDENTIAL_REQUEST_OPTIONS"));
			case "CUSTOM_CHALLENGE" -> new CustomChallenge(progress(), publicParameters());
			default -> new Unsupported(this.progress, name);
		};
	}

	/**
	 * What a person answers takes time, and Cognito wants its session back.
	 */
	private SignInProgress progress() {
		BrokenAnswer.require(this.progress.session(), "Session");
		return this.progress;
	}

	private CodeDelivery codeDelivery() {
		return new CodeDelivery(this.parameters.get("CODE_DELIVERY_DESTINATION"),
				this.parameters.get("CODE_DELIVERY_DELIVERY_MEDIUM"), null);
	}

	private Map<String, String> publicParameters() {
		Map<String, String> parameters = new HashMap<>(this.parameters);
		parameters.remove("USERNAME");
		parameters.remove("USER_ID_FOR_SRP");
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

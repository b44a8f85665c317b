package io.cognitex.embedded.internal.signin;

import java.util.LinkedHashMap;
import java.util.Map;

import io.cognitex.embedded.internal.pool.MfaFactor;
import io.cognitex.embedded.internal.pool.SoftwareToken;
import io.cognitex.embedded.internal.session.SessionDetail;

/**
 * Asks for one second factor.
 */
final class SecondFactorQuestions {

	private final CodeSender codeSender;

	private final ChallengeSessions sessions;

	SecondFactorQuestions(CodeSender codeSender, ChallengeSessions sessions) {
		this.codeSender = codeSender;
		this.sessions = sessions;
	}

	AuthStep ask(SignInProgress progress, MfaFactor factor) {
		String attribute = factor.attribute();
		return (attribute != null) ? this.codeSender.askSecondFactor(progress, factor.name(), attribute)
				: askSoftwareToken(progress);
	}

	private AuthStep askSoftwareToken(SignInProgress progress) {
		Map<String, String> parameters = new LinkedHashMap<>();
		SoftwareToken token = progress.user().mfa().softwareToken();
		if (token != null && !token.friendlyDeviceName().isEmpty()) {
			parameters.put("FRIENDLY_DEVICE_NAME", token.friendlyDeviceName());
		}
		parameters.put("USER_ID_FOR_SRP", progress.user().username());
		return new AuthStep.Challenged(SoftwareTokenMfa.NAME,
				this.sessions.open(progress, SoftwareTokenMfa.NAME, SessionDetail.NONE), parameters);
	}

}

package io.cognitex.sample;

import java.util.List;
import java.util.Map;

import io.cognitex.boot.embedded.EmbeddedCognitoCustomizer;
import io.cognitex.embedded.EmbeddedCognito;
import io.cognitex.embedded.EmbeddedCognitoBuilder;
import io.cognitex.embedded.trigger.TriggerEvent;
import io.cognitex.embedded.trigger.TriggerType;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Lets the embedded pool ask everything that Cognito can ask, each user something else.
 */
@Component
class DemoPool implements EmbeddedCognitoCustomizer {

	private static final String QUESTION = "What is six times seven?";

	private static final String ANSWER = "42";

	private final String mfa;

	private List<ChallengeUser> users = List.of();

	/**
	 * A pool.
	 * @param mfa {@code OPTIONAL}, or {@code ON} to see how a second factor is set up
	 */
	DemoPool(@Value("${sample.mfa:OPTIONAL}") String mfa) {
		this.mfa = mfa;
	}

	@Override
	public void customize(EmbeddedCognitoBuilder settings) {
		settings
			.explicitAuthFlows("ALLOW_USER_SRP_AUTH", "ALLOW_USER_PASSWORD_AUTH", "ALLOW_USER_AUTH",
					"ALLOW_CUSTOM_AUTH", "ALLOW_REFRESH_TOKEN_AUTH")
			.relyingParty("localhost", "preferred")
			.trigger(TriggerType.DEFINE_AUTH_CHALLENGE, DemoPool::askOnce)
			.trigger(TriggerType.CREATE_AUTH_CHALLENGE,
					(event) -> event.respond("publicChallengeParameters", Map.of("question", QUESTION)))
			.trigger(TriggerType.VERIFY_AUTH_CHALLENGE_RESPONSE,
					(event) -> event.respond("answerCorrect", ANSWER.equals(event.request().get("challengeAnswer"))));
		if ("ON".equals(this.mfa)) {
			// Not by e-mail, which everybody has: there would be nothing to set up
			settings.mfa(this.mfa, "SOFTWARE_TOKEN_MFA", "SMS_MFA");
		}
		else {
			// Where everybody needs two factors, Cognito takes none of these as the first
			settings.mfa(this.mfa, "SOFTWARE_TOKEN_MFA", "SMS_MFA", "EMAIL_OTP")
				.allowedFirstAuthFactors("PASSWORD", "EMAIL_OTP", "SMS_OTP", "WEB_AUTHN");
		}
	}

	@Override
	public void started(EmbeddedCognito cognito) {
		for (ChallengeUser user : ChallengeUser.values()) {
			cognito.addUser(user.toUser(user.email()));
		}
		this.users = List.of(ChallengeUser.values());
	}

	/**
	 * The users that are in the pool, if it is this one that runs.
	 */
	List<ChallengeUser> users() {
		return this.users;
	}

	private static void askOnce(TriggerEvent event) {
		List<?> answers = (event.request().get("session") instanceof List<?> session) ? session : List.of();
		boolean asked = !answers.isEmpty();
		boolean right = asked && answers.get(answers.size() - 1) instanceof Map<?, ?> last
				&& Boolean.TRUE.equals(last.get("challengeResult"));
		event.respond("issueTokens", right);
		event.respond("failAuthentication", asked && !right);
		event.respond("challengeName", "CUSTOM_CHALLENGE");
	}

}

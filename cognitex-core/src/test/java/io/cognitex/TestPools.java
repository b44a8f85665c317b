package io.cognitex;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.cognitex.embedded.EmbeddedCognito;
import io.cognitex.embedded.EmbeddedCognitoBuilder;
import io.cognitex.embedded.trigger.TriggerEvent;
import io.cognitex.embedded.trigger.TriggerType;

/**
 * Embedded pools that ask everything, with an app client that has a secret and users who
 * also sign in with their e-mail address.
 */
final class TestPools {

	private TestPools() {
	}

	/**
	 * The same with each first factor.
	 */
	static EmbeddedCognitoBuilder withoutPassword(TestClock clock) {
		return builder(clock).allowedFirstAuthFactors("PASSWORD", "EMAIL_OTP", "SMS_OTP", "WEB_AUTHN")
			.relyingParty("example.com", "preferred");
	}

	/**
	 * A pool that allows each flow, and whose triggers ask a riddle that may be tried
	 * twice.
	 */
	static EmbeddedCognitoBuilder builder(TestClock clock) {
		return EmbeddedCognito.builder()
			.clock(clock)
			.aliasAttributes("email")
			.generateClientSecret(true)
			.authSessionValidity(Duration.ofMinutes(15))
			.explicitAuthFlows("ALLOW_USER_SRP_AUTH", "ALLOW_USER_PASSWORD_AUTH", "ALLOW_ADMIN_USER_PASSWORD_AUTH",
					"ALLOW_CUSTOM_AUTH", "ALLOW_USER_AUTH", "ALLOW_REFRESH_TOKEN_AUTH")
			.trigger(TriggerType.DEFINE_AUTH_CHALLENGE, TestPools::define)
			.trigger(TriggerType.CREATE_AUTH_CHALLENGE, (event) -> {
				event.respond("publicChallengeParameters", Map.of("riddle", "6 * 7"));
				event.respond("privateChallengeParameters",
						Map.of("answer", TestPerson.secretAnswer(String.valueOf(event.userName()))));
			})
			.trigger(TriggerType.VERIFY_AUTH_CHALLENGE_RESPONSE,
					(event) -> event.respond("answerCorrect", Map.of("answer", event.request().get("challengeAnswer"))
						.equals(event.request().get("privateChallengeParameters"))));
	}

	private static void define(TriggerEvent event) {
		List<?> session = (List<?>) Objects.requireNonNull(event.request().get("session"));
		Map<?, ?> last = session.isEmpty() ? Map.of() : (Map<?, ?>) session.get(session.size() - 1);
		boolean right = Boolean.TRUE.equals(last.get("challengeResult"));
		if ("SRP_A".equals(last.get("challengeName"))) {
			event.respond("challengeName", "PASSWORD_VERIFIER");
		}
		else if ("CUSTOM_CHALLENGE".equals(last.get("challengeName")) && right) {
			event.respond("issueTokens", true);
		}
		else if (answers(session) > 1) {
			event.respond("failAuthentication", true);
		}
		else {
			event.respond("challengeName", "CUSTOM_CHALLENGE");
		}
	}

	private static long answers(List<?> session) {
		return session.stream()
			.filter((answered) -> "CUSTOM_CHALLENGE".equals(((Map<?, ?>) answered).get("challengeName")))
			.count();
	}

}

package io.cognitex.embedded.internal.signin;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.cognitex.embedded.internal.error.Refusals;
import io.cognitex.embedded.internal.model.Json;
import io.cognitex.embedded.internal.pool.DeviceConfiguration;
import io.cognitex.embedded.internal.pool.MfaFactor;
import io.cognitex.embedded.internal.pool.MfaMode;
import io.cognitex.embedded.internal.pool.PoolSettings;
import io.cognitex.embedded.internal.pool.User;
import io.cognitex.embedded.internal.session.Proof;
import io.cognitex.embedded.internal.session.SessionDetail;

/**
 * Asks for the second factor, for the choice of one, or to set one up.
 */
final class SecondFactorRequirement implements Requirement {

	/** What makes a second factor unnecessary. */
	private static final Set<Proof> ENOUGH = EnumSet.of(Proof.SECOND_FACTOR, Proof.CUSTOM);

	private final SecondFactorQuestions questions;

	private final ChallengeSessions sessions;

	SecondFactorRequirement(SecondFactorQuestions questions, ChallengeSessions sessions) {
		this.questions = questions;
		this.sessions = sessions;
	}

	@Override
	public Optional<AuthStep> next(SignInProgress progress) {
		if (ENOUGH.stream().anyMatch(progress::has) || deviceIsEnough(progress)) {
			return Optional.empty();
		}
		PoolSettings settings = progress.request().pool().settings();
		List<MfaFactor> factors = SecondFactors.toAsk(settings, progress.user());
		if (factors.size() == 1) {
			return Optional.of(this.questions.ask(progress, factors.get(0)));
		}
		if (!factors.isEmpty()) {
			return Optional.of(ask(progress, SelectMfaType.NAME, "MFAS_CAN_CHOOSE", factors, new MfaChoice(factors)));
		}
		return (settings.mfa().mode() == MfaMode.ON) ? Optional.of(askToSetUp(progress)) : Optional.empty();
	}

	private static boolean deviceIsEnough(SignInProgress progress) {
		DeviceConfiguration devices = progress.request().pool().settings().deviceConfiguration();
		return progress.has(Proof.DEVICE) && devices != null && devices.challengeRequiredOnNewDevice();
	}

	private AuthStep askToSetUp(SignInProgress progress) {
		User user = progress.user();
		List<MfaFactor> factors = SecondFactors.toSetUp(progress.request().pool().settings(), user);
		if (factors.isEmpty()) {
			throw Refusals.noSecondFactorPossible();
		}
		return ask(progress, MfaSetup.NAME, "MFAS_CAN_SETUP", factors, new MfaSetupState(factors, null, false));
	}

	private AuthStep ask(SignInProgress progress, String challenge, String list, List<MfaFactor> factors,
			SessionDetail detail) {
		Map<String, String> parameters = new LinkedHashMap<>();
		parameters.put(list, Json.text(factors));
		parameters.put("USER_ID_FOR_SRP", progress.user().username());
		return new AuthStep.Challenged(challenge, this.sessions.open(progress, challenge, detail), parameters);
	}

}

package io.cognitex.embedded.internal.signin;

import java.util.Set;

import io.cognitex.embedded.internal.error.Refusals;
import io.cognitex.embedded.internal.pool.MfaFactor;

/**
 * {@code SELECT_MFA_TYPE}: the user chooses a second factor.
 */
final class SelectMfaType implements Challenge {

	static final String NAME = "SELECT_MFA_TYPE";

	private final ChallengeSessions sessions;

	private final SecondFactorQuestions questions;

	SelectMfaType(ChallengeSessions sessions, SecondFactorQuestions questions) {
		this.sessions = sessions;
		this.questions = questions;
	}

	@Override
	public String name() {
		return NAME;
	}

	@Override
	public AuthStep answer(AuthRequest request) {
		request.allowOnly(Set.of("ANSWER"));
		request.required("USERNAME");
		String answer = request.required("ANSWER");
		ChallengeSessions.Resumed resumed = this.sessions.resume(request, NAME);
		MfaFactor chosen = resumed.session()
			.detail(MfaChoice.class)
			.factors()
			.stream()
			.filter((factor) -> isMeant(factor, answer))
			.findFirst()
			.orElseThrow(Refusals::mfaMethodNotFound);
		this.sessions.use(request);
		return this.questions.ask(resumed.progress(), chosen);
	}

	/**
	 * The service's reference says {@code EMAIL_MFA} where its challenge says
	 * {@code EMAIL_OTP}.
	 */
	private static boolean isMeant(MfaFactor factor, String answer) {
		return factor.name().equals(answer) || (factor == MfaFactor.EMAIL_OTP && "EMAIL_MFA".equals(answer));
	}

}

package io.cognitex.embedded.internal.signin;

import java.util.Set;

import io.cognitex.embedded.internal.error.Refusals;
import io.cognitex.embedded.internal.pool.MfaFactor;
import io.cognitex.embedded.internal.pool.Schema;
import io.cognitex.embedded.internal.session.Proof;

/**
 * {@code MFA_SETUP}: the user has registered an authenticator app with
 * {@code AssociateSoftwareToken} and {@code VerifySoftwareToken} and sends the session of
 * the latter, or gives an e-mail address.
 */
final class MfaSetup implements Challenge {

	static final String NAME = "MFA_SETUP";

	private final ChallengeSessions sessions;

	private final CodeSender codeSender;

	private final SignInChain chain;

	MfaSetup(ChallengeSessions sessions, CodeSender codeSender, SignInChain chain) {
		this.sessions = sessions;
		this.codeSender = codeSender;
		this.chain = chain;
	}

	@Override
	public String name() {
		return NAME;
	}

	@Override
	public AuthStep answer(AuthRequest request) {
		// Clients send the last code once more; the service does not look at it.
		request.allowOnly(Set.of("EMAIL", "SOFTWARE_TOKEN_MFA_CODE"));
		request.required("USERNAME");
		ChallengeSessions.Resumed resumed = this.sessions.resume(request, NAME);
		MfaSetupState state = resumed.session().detail(MfaSetupState.class);
		String email = request.parameters().get("EMAIL");
		if (email != null) {
			return setUpEmail(resumed.progress(), state, email);
		}
		if (!state.registered()) {
			throw Refusals.sessionInvalid();
		}
		this.sessions.use(request);
		return this.chain.proceed(resumed.progress().with(Proof.SECOND_FACTOR));
	}

	private AuthStep setUpEmail(SignInProgress progress, MfaSetupState state, String email) {
		if (!state.factors().contains(MfaFactor.EMAIL_OTP)) {
			throw Refusals.mfaMethodNotFound();
		}
		if (!Schema.isEmail(email)) {
			throw Refusals.emailFormat();
		}
		// Who has got a second factor meanwhile is asked for that one.
		if (!SecondFactors.toAsk(progress.request().pool().settings(), progress.user()).isEmpty()) {
			throw Refusals.sessionInvalid();
		}
		this.sessions.use(progress.request());
		return this.codeSender.askToSetUp(progress, MfaFactor.EMAIL_OTP.name(), "email", email);
	}

}

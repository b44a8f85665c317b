package io.cognitex.embedded.internal.signin;

import java.util.Set;

import io.cognitex.embedded.internal.error.Refusal;
import io.cognitex.embedded.internal.limit.Lockouts;
import io.cognitex.embedded.internal.pool.User;
import io.cognitex.embedded.internal.session.Proof;
import io.cognitex.embedded.internal.totp.SoftwareTokens;

/**
 * {@code SOFTWARE_TOKEN_MFA}: the user types what the authenticator app shows. Neither a
 * wrong nor an old code uses the session up.
 */
final class SoftwareTokenMfa implements Challenge {

	static final String NAME = "SOFTWARE_TOKEN_MFA";

	private final ChallengeSessions sessions;

	private final SoftwareTokens softwareTokens;

	private final Lockouts lockouts;

	private final SignInChain chain;

	SoftwareTokenMfa(ChallengeSessions sessions, SoftwareTokens softwareTokens, Lockouts lockouts, SignInChain chain) {
		this.sessions = sessions;
		this.softwareTokens = softwareTokens;
		this.lockouts = lockouts;
		this.chain = chain;
	}

	@Override
	public String name() {
		return NAME;
	}

	@Override
	public AuthStep answer(AuthRequest request) {
		// amazon-cognito-identity-js sends the same code under both names.
		request.allowOnly(Set.of("SOFTWARE_TOKEN_MFA_CODE", "SMS_MFA_CODE"));
		request.required("USERNAME");
		String code = request.required("SOFTWARE_TOKEN_MFA_CODE");
		ChallengeSessions.Resumed resumed = this.sessions.resume(request, NAME);
		SignInProgress progress = resumed.progress();
		this.lockouts.check(resumed.codeAccount());
		User user = use(progress, code, resumed.codeAccount());
		this.sessions.use(request);
		this.lockouts.succeeded(resumed.codeAccount());
		return this.chain.proceed(progress.with(user).with(Proof.SECOND_FACTOR));
	}

	private User use(SignInProgress progress, String code, String account) {
		try {
			return progress.request()
				.pool()
				.users()
				.change(progress.user().sub(), (draft) -> this.softwareTokens.use(draft, code));
		}
		catch (Refusal ex) {
			this.lockouts.failed(account);
			SignInEvents.failed(progress.request(), progress.user(), Proof.SECOND_FACTOR);
			throw ex;
		}
	}

}

package io.cognitex.embedded.internal.signin;

import java.util.Set;

import io.cognitex.embedded.internal.error.Refusals;
import io.cognitex.embedded.internal.limit.Lockouts;
import io.cognitex.embedded.internal.pool.User;

/**
 * {@code SMS_MFA}, {@code EMAIL_OTP} and {@code SMS_OTP}: the user types the code that
 * was sent. A wrong code does not use the session up; five of them lock the user out for
 * a while.
 */
final class CodeChallenge implements Challenge {

	private final String name;

	private final ChallengeSessions sessions;

	private final Lockouts lockouts;

	private final SignInChain chain;

	CodeChallenge(String name, ChallengeSessions sessions, Lockouts lockouts, SignInChain chain) {
		this.name = name;
		this.sessions = sessions;
		this.lockouts = lockouts;
		this.chain = chain;
	}

	@Override
	public String name() {
		return this.name;
	}

	@Override
	public AuthStep answer(AuthRequest request) {
		String parameter = this.name + "_CODE";
		request.allowOnly(Set.of(parameter));
		request.required("USERNAME");
		String code = request.required(parameter);
		ChallengeSessions.Resumed resumed = this.sessions.resume(request, this.name);
		this.lockouts.check(resumed.codeAccount());
		SentCode sent = resumed.session().detail(SentCode.class);
		if (resumed.user() == null || !sent.matches(code)) {
			this.lockouts.failed(resumed.codeAccount());
			SignInEvents.failed(request, resumed.user(), sent.proof());
			throw Refusals.signInCodeMismatch();
		}
		this.sessions.use(request);
		this.lockouts.succeeded(resumed.codeAccount());
		SignInProgress progress = resumed.progress().with(sent.proof());
		User verified = request.pool().users().change(progress.user().sub(), sent::verifyAddress);
		return this.chain.proceed(progress.with(verified));
	}

}

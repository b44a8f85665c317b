package io.cognitex.embedded.internal.signin;

import io.cognitex.embedded.internal.error.Refusals;
import io.cognitex.embedded.internal.pool.AppClient;
import io.cognitex.embedded.internal.pool.MfaFactor;
import io.cognitex.embedded.internal.pool.SoftwareToken;
import io.cognitex.embedded.internal.pool.User;
import io.cognitex.embedded.internal.pool.UserPool;
import io.cognitex.embedded.internal.pool.UserPools;
import io.cognitex.embedded.internal.session.Session;
import io.cognitex.embedded.internal.session.Sessions;
import io.cognitex.embedded.internal.totp.SoftwareTokens;

/**
 * Registers an authenticator app in the middle of a sign-in: what
 * {@code AssociateSoftwareToken} and {@code VerifySoftwareToken} do with the session of
 * {@code MFA_SETUP}. Each step uses the session up and gives a new one.
 */
public final class SoftwareTokenSetup {

	private final UserPools pools;

	private final Sessions sessions;

	private final SoftwareTokens softwareTokens;

	public SoftwareTokenSetup(UserPools pools, Sessions sessions, SoftwareTokens softwareTokens) {
		this.pools = pools;
		this.sessions = sessions;
		this.softwareTokens = softwareTokens;
	}

	/**
	 * Makes a secret.
	 * @param name the session of the challenge
	 * @return the secret, and the session for the next step
	 */
	public Associated associate(String name) {
		Session session = this.sessions.require(name, MfaSetup.NAME);
		MfaSetupState state = session.detail(MfaSetupState.class);
		user(session);
		if (!state.factors().contains(MfaFactor.SOFTWARE_TOKEN_MFA)) {
			throw Refusals.softwareTokenNotInPool();
		}
		this.sessions.use(name);
		String secret = SoftwareTokens.newSecret();
		return new Associated(secret, reopen(session, new MfaSetupState(state.factors(), secret, false)));
	}

	/**
	 * Takes the first code, and turns the second factor on. A wrong code does not use the
	 * session up.
	 * @param name the session of the last step
	 * @param code the code that the app shows
	 * @param friendlyDeviceName what the user calls the app
	 * @return the session to answer the challenge with
	 */
	public String verify(String name, String code, String friendlyDeviceName) {
		Session session = this.sessions.require(name, MfaSetup.NAME);
		MfaSetupState state = session.detail(MfaSetupState.class);
		User user = user(session);
		if (state.secret() == null) {
			throw Refusals.softwareTokenMissing();
		}
		SoftwareToken token = this.softwareTokens.register(state.secret(), code, friendlyDeviceName);
		this.sessions.use(name);
		pool(session).users()
			.change(user.sub(), (draft) -> draft.mfa(draft.mfa().register(token).enable(MfaFactor.SOFTWARE_TOKEN_MFA)));
		return reopen(session, new MfaSetupState(state.factors(), null, true));
	}

	private UserPool pool(Session session) {
		return this.pools.require(session.userPoolId());
	}

	/**
	 * The user, who still has no second factor: nobody sets up another one beside it with
	 * the password alone.
	 */
	private User user(Session session) {
		UserPool pool = this.pools.find(session.userPoolId()).orElseThrow(Refusals::sessionInvalid);
		User user = pool.users().find(session.username()).orElseThrow(Refusals::sessionInvalid);
		if (!user.sub().equals(session.sub()) || !SecondFactors.toAsk(pool.settings(), user).isEmpty()) {
			throw Refusals.sessionInvalid();
		}
		return user;
	}

	private String reopen(Session session, MfaSetupState state) {
		AppClient client = pool(session).client(session.clientId()).orElseThrow(Refusals::sessionInvalid);
		return this.sessions.open(new Session(session.userPoolId(), session.clientId(), session.sub(),
				session.username(), session.flow(), session.proofs(), MfaSetup.NAME, state),
				client.settings().authSessionValidity());
	}

	/**
	 * A secret for an authenticator app.
	 *
	 * @param secret the secret in Base32
	 * @param session the session for the next step
	 */
	public record Associated(String secret, String session) {

		@Override
		public String toString() {
			return "Associated[]";
		}

	}

}

package io.cognitex.embedded.internal.signin;

import java.util.Set;

import io.cognitex.embedded.internal.error.Refusals;
import io.cognitex.embedded.internal.pool.AppClient;
import io.cognitex.embedded.internal.pool.User;
import io.cognitex.embedded.internal.pool.UserPool;
import io.cognitex.embedded.internal.session.Session;
import io.cognitex.embedded.internal.session.SessionDetail;
import io.cognitex.embedded.internal.session.Sessions;

/**
 * The sessions that lead from {@code SignUp} over {@code ConfirmSignUp} to
 * {@code USER_AUTH} without another code. They answer no challenge.
 */
public final class SignUpSessions {

	/** Not the name of a challenge, so that no challenge can be answered with it. */
	static final String CONFIRMED = "confirmed sign-up";

	private static final String SIGNED_UP = "sign-up";

	private final Sessions sessions;

	SignUpSessions(Sessions sessions) {
		this.sessions = sessions;
	}

	/**
	 * Whether a client gets sessions from sign-up.
	 * @param client the client
	 * @return whether it may use {@code USER_AUTH}
	 */
	public static boolean areFor(AppClient client) {
		return client.settings().explicitAuthFlows().contains("ALLOW_USER_AUTH");
	}

	/**
	 * A user has signed up.
	 * @param pool the pool
	 * @param client the client
	 * @param user the user
	 * @return the session to confirm with
	 */
	public String signedUp(UserPool pool, AppClient client, User user) {
		return open(pool, client, user, SIGNED_UP);
	}

	/**
	 * Refuses a confirmation with a session that does not come from this user's sign-up.
	 * @param pool the pool
	 * @param client the client
	 * @param user the user
	 * @param name the session
	 */
	public void check(UserPool pool, AppClient client, User user, String name) {
		Session session = this.sessions.require(name, pool.id(), client.id(), SIGNED_UP);
		if (!user.sub().equals(session.sub())) {
			throw Refusals.sessionInvalid();
		}
	}

	/**
	 * The user has confirmed the sign-up.
	 * @param pool the pool
	 * @param client the client
	 * @param user the user
	 * @param name the session of the sign-up, which is used up
	 * @return the session to sign in with
	 */
	public String confirmed(UserPool pool, AppClient client, User user, String name) {
		this.sessions.use(name);
		return open(pool, client, user, CONFIRMED);
	}

	private String open(UserPool pool, AppClient client, User user, String challenge) {
		return this.sessions.open(new Session(pool.id(), client.id(), user.sub(), user.username(), "USER_AUTH",
				Set.of(), challenge, SessionDetail.NONE), client.settings().authSessionValidity());
	}

}

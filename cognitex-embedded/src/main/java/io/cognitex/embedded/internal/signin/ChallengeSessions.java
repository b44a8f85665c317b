package io.cognitex.embedded.internal.signin;

import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.cognitex.embedded.internal.error.Refusals;
import io.cognitex.embedded.internal.pool.User;
import io.cognitex.embedded.internal.session.Session;
import io.cognitex.embedded.internal.session.SessionDetail;
import io.cognitex.embedded.internal.session.Sessions;

/**
 * Opens the session that goes out with a challenge, and takes it back with the answer.
 */
final class ChallengeSessions {

	private final Sessions sessions;

	ChallengeSessions(Sessions sessions) {
		this.sessions = sessions;
	}

	/**
	 * Opens a session for a user who has proven something.
	 * @return the value of {@code Session}
	 */
	String open(SignInProgress progress, String challenge, SessionDetail detail) {
		AuthRequest request = progress.request();
		return open(request, new Session(request.pool().id(), request.client().id(), progress.user().sub(),
				progress.user().username(), progress.flow(), progress.proofs(), challenge, detail));
	}

	/**
	 * Opens a session for somebody who has proven nothing yet.
	 * @return the value of {@code Session}
	 */
	String open(Claim claim, String challenge, SessionDetail detail) {
		AuthRequest request = claim.request();
		User user = claim.user();
		return open(request, new Session(request.pool().id(), request.client().id(), (user != null) ? user.sub() : null,
				claim.canonicalName(), claim.flow(), Set.of(), challenge, detail));
	}

	/**
	 * The session that an answer came with; it stays usable until {@link #use}.
	 * @throws io.cognitex.embedded.internal.error.Refusal if it is none of ours, has
	 * expired or was used, or is another user's, client's or challenge's
	 */
	Resumed resume(AuthRequest request, String challenge) {
		String username = request.required("USERNAME");
		request.checkSecretHash(username);
		Session session = this.sessions.require(request.session(), request.pool().id(), request.client().id(),
				challenge);
		User user = request.pool().users().find(username).orElse(null);
		// Nobody gets anywhere with the session of a user who does not exist.
		boolean same = (user != null) ? user.sub().equals(session.sub()) : session.sub() == null;
		if (!same) {
			throw Refusals.sessionInvalid();
		}
		return new Resumed(request, session, user);
	}

	/**
	 * Uses the session of an answer up, so that no other answer leads on.
	 */
	void use(AuthRequest request) {
		this.sessions.use(request.session());
	}

	private String open(AuthRequest request, Session session) {
		return this.sessions.open(session, request.client().settings().authSessionValidity());
	}

	/**
	 * A session that has come back.
	 *
	 * @param request the answer
	 * @param session the session
	 * @param user the user, unless there is none and the answers only look as if
	 */
	record Resumed(AuthRequest request, Session session, @Nullable User user) {

		/**
		 * Under what wrong codes are counted: apart from passwords, because the right
		 * password is not to forgive them.
		 */
		String codeAccount() {
			return claim().account() + "/code";
		}

		/**
		 * The claim, if nothing was proven yet.
		 */
		Claim claim() {
			return new Claim(this.request, this.session.username(), this.user, this.session.flow());
		}

		/**
		 * The progress, if something was proven.
		 */
		SignInProgress progress() {
			if (this.user == null) {
				throw Refusals.sessionInvalid();
			}
			return new SignInProgress(this.request, this.user, this.session.flow(), this.session.proofs());
		}

	}

}

package io.cognitex.embedded.internal.signin;

import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.cognitex.embedded.internal.error.Refusals;
import io.cognitex.embedded.internal.pool.User;
import io.cognitex.embedded.internal.session.Proof;
import io.cognitex.embedded.internal.trigger.AuthenticationTriggers;

/**
 * Who somebody says to be, before anything is proven.
 *
 * @param request the step that is being taken
 * @param username the name as it was typed
 * @param user the user of this name; {@code null} if there is none and the client hides
 * that
 * @param flow the value of {@code AuthFlow} that began it
 */
record Claim(AuthRequest request, String username, @Nullable User user, String flow) {

	/**
	 * The claim that begins a sign-in.
	 * @throws io.cognitex.embedded.internal.error.Refusal if there is no such user and
	 * the client does not hide that
	 */
	static Claim of(AuthRequest request, String flow) {
		String username = request.required("USERNAME");
		request.checkSecretHash(username);
		User user = request.pool().users().find(username).orElse(null);
		if (user == null && !request.client().settings().preventUserExistenceErrors()) {
			throw Refusals.userDoesNotExist();
		}
		Claim claim = new Claim(request, username, user, flow);
		// When exactly the service asks in flows with SRP is not documented.
		AuthenticationTriggers.before(request.pool(), request.client().id(), claim.canonicalName(), user,
				request.validationData());
		return claim;
	}

	/**
	 * The user's canonical name, or the key of the name that nobody has.
	 */
	String canonicalName() {
		return (this.user != null) ? this.user.username() : this.request.pool().settings().names().key(this.username);
	}

	/**
	 * Under what wrong passwords and codes are counted.
	 */
	String account() {
		return this.request.account((this.user != null) ? this.user.sub() : canonicalName());
	}

	/**
	 * The user has proven to be the user.
	 */
	SignInProgress proven(User proven, Proof proof) {
		return new SignInProgress(this.request, proven, this.flow, Set.of(proof));
	}

}

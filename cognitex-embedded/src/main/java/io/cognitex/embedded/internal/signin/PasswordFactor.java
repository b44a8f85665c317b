package io.cognitex.embedded.internal.signin;

import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

import org.jspecify.annotations.Nullable;

import io.cognitex.embedded.internal.pool.PoolSettings;
import io.cognitex.embedded.internal.pool.User;
import io.cognitex.embedded.internal.session.SessionDetail;

/**
 * The password in {@code USER_AUTH}, either itself ({@code PASSWORD}) or the beginning of
 * its proof ({@code PASSWORD_SRP}): sent along with the choice, or asked for by a
 * challenge of its own.
 */
final class PasswordFactor implements FirstFactor, Challenge {

	private final String name;

	private final String parameter;

	private final ChallengeSessions sessions;

	private final BiFunction<Claim, String, AuthStep> next;

	/**
	 * A way to show a password.
	 * @param name the name of the challenge
	 * @param parameter what the client sends
	 * @param sessions opens and takes back sessions
	 * @param next what is done with what the client sends
	 */
	PasswordFactor(String name, String parameter, ChallengeSessions sessions,
			BiFunction<Claim, String, AuthStep> next) {
		this.name = name;
		this.parameter = parameter;
		this.sessions = sessions;
		this.next = next;
	}

	@Override
	public String name() {
		return this.name;
	}

	@Override
	public String parameter() {
		return this.parameter;
	}

	@Override
	public boolean isAvailable(PoolSettings settings, @Nullable User user) {
		return user == null || user.password() != null;
	}

	@Override
	public AuthStep begin(Claim claim) {
		String sent = claim.request().parameters().get(this.parameter);
		if (sent != null) {
			return this.next.apply(claim, sent);
		}
		return new AuthStep.Challenged(this.name, this.sessions.open(claim, this.name, SessionDetail.NONE), Map.of());
	}

	@Override
	public AuthStep answer(AuthRequest request) {
		request.allowOnly(Set.of(this.parameter));
		request.required("USERNAME");
		String sent = request.required(this.parameter);
		Claim claim = this.sessions.resume(request, this.name).claim();
		this.sessions.use(request);
		return this.next.apply(claim, sent);
	}

}

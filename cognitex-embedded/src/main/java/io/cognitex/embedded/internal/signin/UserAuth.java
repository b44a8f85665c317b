package io.cognitex.embedded.internal.signin;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.cognitex.embedded.internal.error.Refusal;
import io.cognitex.embedded.internal.error.Refusals;
import io.cognitex.embedded.internal.pool.User;
import io.cognitex.embedded.internal.session.Proof;

/**
 * {@code USER_AUTH}: the user chooses the first factor, beforehand with
 * {@code PREFERRED_CHALLENGE} or when asked. Somebody who does not exist, where the
 * client hides that, can choose from all that the pool allows. With the session of a
 * sign-up that was just confirmed, there is nothing more to prove.
 */
final class UserAuth implements Flow {

	private static final String NAME = "USER_AUTH";

	private final ChallengeSessions sessions;

	private final FirstFactors factors;

	private final SelectChallenge choice;

	private final SignInChain chain;

	UserAuth(ChallengeSessions sessions, FirstFactors factors, SelectChallenge choice, SignInChain chain) {
		this.sessions = sessions;
		this.factors = factors;
		this.choice = choice;
		this.chain = chain;
	}

	@Override
	public Set<String> names() {
		return Set.of(NAME);
	}

	@Override
	public boolean isOfferedTo(boolean admin) {
		return true;
	}

	@Override
	public String clientSwitch() {
		return "ALLOW_USER_AUTH";
	}

	@Override
	public Refusal notEnabled() {
		return Refusals.flowNotEnabled("USER_AUTH flow not enabled for this client");
	}

	@Override
	public AuthStep begin(AuthRequest request) {
		Set<String> known = new HashSet<>(this.factors.parameters());
		known.add("PREFERRED_CHALLENGE");
		known.remove("ANSWER");
		request.allowOnly(known);
		if (request.session() != null) {
			SignInProgress confirmed = this.sessions.resume(request, SignUpSessions.CONFIRMED).progress();
			if (mayBeginWithCode(confirmed)) {
				this.sessions.use(request);
				return this.chain.proceed(confirmed.with(Proof.SIGN_UP));
			}
		}
		Claim claim = Claim.of(request, NAME);
		String preferred = request.parameters().get("PREFERRED_CHALLENGE");
		FirstFactor factor = (preferred != null) ? this.factors.find(claim, preferred).orElse(null) : null;
		return (factor != null) ? listed(factor.begin(claim), List.of(factor.name())) : ask(claim);
	}

	/**
	 * The code of the sign-up counts only where a code could have been the first factor.
	 */
	private boolean mayBeginWithCode(SignInProgress progress) {
		return this.factors.available(progress.request().pool().settings(), progress.user())
			.stream()
			.anyMatch(Set.of("EMAIL_OTP", "SMS_OTP")::contains);
	}

	private AuthStep ask(Claim claim) {
		List<String> available = this.factors.available(claim);
		User user = claim.user();
		if (available.isEmpty() && user != null) {
			SignInChain.checkState(claim.request(), user);
			// Guess: somebody without password and verified address.
			throw Refusals.incorrectUsernameOrPassword();
		}
		return this.choice.ask(claim, available);
	}

	private static AuthStep listed(AuthStep step, List<String> available) {
		if (step instanceof AuthStep.Challenged challenged) {
			return new AuthStep.Challenged(challenged.name(), challenged.session(), challenged.parameters(), available);
		}
		return step;
	}

}

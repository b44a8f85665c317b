package io.cognitex.embedded.internal.signin;

import java.time.Clock;
import java.util.List;

import io.cognitex.embedded.internal.limit.Lockouts;
import io.cognitex.embedded.internal.session.SecretBlocks;
import io.cognitex.embedded.internal.session.Sessions;
import io.cognitex.embedded.internal.token.TokenIssuer;
import io.cognitex.embedded.internal.token.TokenRefresh;
import io.cognitex.embedded.internal.unknown.UnknownUsers;

/**
 * All of signing in, put together: here a new flow, requirement or challenge gets its
 * line.
 *
 * @param flows the ways to begin a sign-in
 * @param challenges the ways to go on with it
 */
public record SignInEngine(Flows flows, Challenges challenges) {

	/**
	 * Puts the parts together.
	 * @param clock the clock
	 * @param sessions the sessions between two steps
	 * @param lockouts the brake on guessing
	 * @param unknownUsers answers about users who do not exist
	 * @param tokens makes tokens
	 * @param refresh changes refresh tokens into others
	 * @return the parts that operations need
	 */
	public static SignInEngine of(Clock clock, Sessions sessions, Lockouts lockouts, UnknownUsers unknownUsers,
			TokenIssuer tokens, TokenRefresh refresh) {
		ChallengeSessions challengeSessions = new ChallengeSessions(sessions);
		SrpProof srpProof = new SrpProof(new SecretBlocks(clock), challengeSessions, lockouts, unknownUsers);
		// In the order in which they are asked.
		List<Requirement> requirements = List.of(new NewPasswordRequirement(challengeSessions));
		SignInChain chain = new SignInChain(requirements, tokens);
		PasswordProof passwordProof = new PasswordProof(lockouts, chain);
		// @formatter:off
		List<Flow> flows = List.of(
				new UserSrpAuth(srpProof),
				new UserPasswordAuth(passwordProof),
				new AdminUserPasswordAuth(passwordProof),
				new RefreshTokenAuth(refresh),
				new NotEmulatedFlow("CUSTOM_AUTH", "CUSTOM_AUTH is not enabled for the client."),
				new NotEmulatedFlow("USER_AUTH", "USER_AUTH flow not enabled for this client"));
		List<Challenge> challenges = List.of(
				new PasswordVerifier(srpProof, challengeSessions, chain),
				new NewPasswordRequired(challengeSessions, chain));
		// @formatter:on
		return new SignInEngine(new Flows(flows), new Challenges(challenges));
	}

}

package io.cognitex.embedded.internal.operation;

import java.time.Clock;
import java.util.List;

import io.cognitex.embedded.internal.limit.AttemptLimits;
import io.cognitex.embedded.internal.limit.Lockouts;
import io.cognitex.embedded.internal.message.Codes;
import io.cognitex.embedded.internal.message.Outbox;
import io.cognitex.embedded.internal.message.RiskNotifications;
import io.cognitex.embedded.internal.paging.Pages;
import io.cognitex.embedded.internal.passkey.PasskeyChallenges;
import io.cognitex.embedded.internal.pool.UserPools;
import io.cognitex.embedded.internal.session.SecretBlocks;
import io.cognitex.embedded.internal.session.Sessions;
import io.cognitex.embedded.internal.signin.SignInEngine;
import io.cognitex.embedded.internal.state.Stateful;
import io.cognitex.embedded.internal.token.AccessTokens;
import io.cognitex.embedded.internal.token.Logins;
import io.cognitex.embedded.internal.token.RefreshTokens;
import io.cognitex.embedded.internal.token.TokenIssuer;
import io.cognitex.embedded.internal.token.TokenRefresh;
import io.cognitex.embedded.internal.unknown.UnknownUsers;

/**
 * What operations are made of: the state of one server and the rules over it. An
 * operation takes from it in its constructor what it needs.
 *
 * @param clock the clock
 * @param pools the pools
 * @param outbox the messages
 * @param codes the codes
 * @param unknownUsers answers about users who do not exist
 * @param pages the cutter of lists
 * @param passkeyChallenges the registrations of passkeys that have begun
 * @param attemptLimits the limits per user and hour
 * @param logins the sign-ins
 * @param refreshTokens the refresh tokens
 * @param accessTokens the judge of access tokens
 * @param tokenRefresh the change of refresh tokens into others
 * @param signIn the steps of signing in
 * @param state everything in all this that changes
 */
public record Services(Clock clock, UserPools pools, Outbox outbox, Codes codes, UnknownUsers unknownUsers, Pages pages,
		PasskeyChallenges passkeyChallenges, AttemptLimits attemptLimits, Logins logins, RefreshTokens refreshTokens,
		AccessTokens accessTokens, TokenRefresh tokenRefresh, SignInEngine signIn, List<Stateful> state) {

	/**
	 * The services of a new server.
	 * @param region the region that the pools are in
	 * @param publicUrl what the issuers of the pools are under
	 * @param clock the clock
	 * @return the services
	 */
	public static Services of(String region, String publicUrl, Clock clock) {
		UserPools pools = new UserPools(region, clock);
		Outbox outbox = new Outbox();
		Logins logins = new Logins(clock);
		RefreshTokens refreshTokens = new RefreshTokens(clock);
		TokenIssuer issuer = new TokenIssuer(logins, refreshTokens, publicUrl, clock);
		TokenRefresh refresh = new TokenRefresh(refreshTokens, logins, issuer, clock);
		Codes codes = new Codes(outbox, clock);
		Sessions sessions = new Sessions(clock);
		SecretBlocks secretBlocks = new SecretBlocks(clock);
		SecretBlocks deviceSecretBlocks = new SecretBlocks(clock);
		Lockouts lockouts = new Lockouts(clock);
		PasskeyChallenges passkeyChallenges = new PasskeyChallenges(clock);
		AttemptLimits attemptLimits = new AttemptLimits(clock);
		UnknownUsers unknownUsers = new UnknownUsers();
		SignInEngine signIn = SignInEngine.of(clock, pools, sessions, secretBlocks, deviceSecretBlocks, codes,
				new RiskNotifications(outbox), lockouts, unknownUsers, issuer, refresh);
		return new Services(clock, pools, outbox, codes, unknownUsers, new Pages(), passkeyChallenges, attemptLimits,
				logins, refreshTokens, new AccessTokens(pools, logins, clock), refresh, signIn,
				List.of(pools, outbox, logins, refreshTokens, sessions, secretBlocks, deviceSecretBlocks, lockouts,
						attemptLimits, passkeyChallenges));
	}

}

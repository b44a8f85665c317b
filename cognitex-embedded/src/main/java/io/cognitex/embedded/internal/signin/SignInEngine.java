package io.cognitex.embedded.internal.signin;

import java.time.Clock;
import java.util.List;

import io.cognitex.embedded.internal.limit.Lockouts;
import io.cognitex.embedded.internal.message.Codes;
import io.cognitex.embedded.internal.message.RiskNotifications;
import io.cognitex.embedded.internal.pool.UserPools;
import io.cognitex.embedded.internal.session.SecretBlocks;
import io.cognitex.embedded.internal.session.Sessions;
import io.cognitex.embedded.internal.token.TokenIssuer;
import io.cognitex.embedded.internal.token.TokenRefresh;
import io.cognitex.embedded.internal.totp.SoftwareTokens;
import io.cognitex.embedded.internal.trigger.UserMigrationTrigger;
import io.cognitex.embedded.internal.unknown.UnknownUsers;

/**
 * All of signing in, put together: here a new flow, requirement or challenge gets its
 * line.
 *
 * @param flows the ways to begin a sign-in
 * @param challenges the ways to go on with it
 * @param softwareTokenSetup the registration of authenticator apps on the way
 * @param signUpSessions the sessions that lead from sign-up to sign-in
 * @param firstFactors the first factors to choose from
 */
public record SignInEngine(Flows flows, Challenges challenges, SoftwareTokenSetup softwareTokenSetup,
		SignUpSessions signUpSessions, FirstFactors firstFactors) {

	/**
	 * Puts the parts together.
	 * @param clock the clock
	 * @param pools the pools
	 * @param sessions the sessions between two steps
	 * @param secretBlocks the other sides of SRP sign-ins
	 * @param deviceSecretBlocks the other sides of the proofs of devices
	 * @param codes sends codes
	 * @param notifications mails about risky sign-ins
	 * @param lockouts the brake on guessing
	 * @param unknownUsers answers about users who do not exist
	 * @param tokens makes tokens
	 * @param refresh changes refresh tokens into others
	 * @return the parts that operations need
	 */
	public static SignInEngine of(Clock clock, UserPools pools, Sessions sessions, SecretBlocks secretBlocks,
			SecretBlocks deviceSecretBlocks, Codes codes, RiskNotifications notifications, Lockouts lockouts,
			UnknownUsers unknownUsers, TokenIssuer tokens, TokenRefresh refresh) {
		SoftwareTokens softwareTokens = new SoftwareTokens(clock);
		ChallengeSessions challengeSessions = new ChallengeSessions(sessions);
		SrpProof srpProof = new SrpProof(secretBlocks, challengeSessions, lockouts, unknownUsers);
		CodeSender codeSender = new CodeSender(codes, unknownUsers, challengeSessions);
		SecondFactorQuestions questions = new SecondFactorQuestions(codeSender, challengeSessions);
		CustomAuthSteps customAuth = new CustomAuthSteps(challengeSessions);
		// In the order in which they are asked.
		// @formatter:off
		List<Requirement> requirements = List.of(
				new RiskRequirement(notifications),
				new NewPasswordRequirement(challengeSessions, clock),
				new CustomAuthRequirement(customAuth),
				new DeviceRequirement(challengeSessions),
				new SecondFactorRequirement(questions, challengeSessions));
		// @formatter:on
		SignInChain chain = new SignInChain(requirements, new DeviceTracking(clock), tokens, notifications);
		PasswordProof passwordProof = new PasswordProof(lockouts, new UserMigrationTrigger(clock), chain);
		PasswordFactor passwordFactor = new PasswordFactor("PASSWORD", "PASSWORD", challengeSessions,
				passwordProof::check);
		PasswordFactor passwordSrpFactor = new PasswordFactor("PASSWORD_SRP", "SRP_A", challengeSessions,
				srpProof::askWithSession);
		PasskeyProof passkeyProof = new PasskeyProof(lockouts, chain);
		PasskeyFactor passkeyFactor = new PasskeyFactor(challengeSessions, passkeyProof);
		// In the order in which the service lists them.
		FirstFactors firstFactors = new FirstFactors(
				List.of(passwordSrpFactor, passwordFactor, new OneTimeCodeFactor("EMAIL_OTP", "email", codeSender),
						new OneTimeCodeFactor("SMS_OTP", "phone_number", codeSender), passkeyFactor));
		SelectChallenge choice = new SelectChallenge(challengeSessions, firstFactors, passkeyProof);
		// @formatter:off
		List<Flow> flows = List.of(
				new UserSrpAuth(srpProof),
				new UserPasswordAuth(passwordProof),
				new AdminUserPasswordAuth(passwordProof),
				new RefreshTokenAuth(refresh),
				new CustomAuth(customAuth, srpProof),
				new UserAuth(challengeSessions, firstFactors, choice, chain));
		List<Challenge> challenges = List.of(
				new PasswordVerifier(srpProof, challengeSessions, chain),
				new NewPasswordRequired(challengeSessions, chain),
				new DeviceSrpAuth(deviceSecretBlocks, challengeSessions),
				new DevicePasswordVerifier(deviceSecretBlocks, challengeSessions, lockouts, chain),
				new CustomChallenge(challengeSessions, customAuth, chain),
				new CodeChallenge("SMS_MFA", challengeSessions, lockouts, chain),
				new CodeChallenge("EMAIL_OTP", challengeSessions, lockouts, chain),
				new SoftwareTokenMfa(challengeSessions, softwareTokens, lockouts, chain),
				new SelectMfaType(challengeSessions, questions),
				new MfaSetup(challengeSessions, codeSender, chain),
				choice,
				passkeyFactor,
				passwordFactor,
				passwordSrpFactor,
				new CodeChallenge("SMS_OTP", challengeSessions, lockouts, chain));
		// @formatter:on
		return new SignInEngine(new Flows(flows), new Challenges(challenges),
				new SoftwareTokenSetup(pools, sessions, softwareTokens), new SignUpSessions(sessions), firstFactors);
	}

}

package io.cognitex.embedded.internal.signin;

import java.time.DateTimeException;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Set;

import io.cognitex.embedded.internal.error.Refusal;
import io.cognitex.embedded.internal.error.Refusals;
import io.cognitex.embedded.internal.session.Proof;

/**
 * {@code PASSWORD_VERIFIER}: the client's half of SRP. In {@code USER_SRP_AUTH} it needs
 * no session: all state is in the secret block.
 */
final class PasswordVerifier implements Challenge {

	static final String NAME = "PASSWORD_VERIFIER";

	/**
	 * Day and month in English, the day without a leading zero. How far the time may be
	 * off is not documented; it is not compared with the clock.
	 */
	private static final DateTimeFormatter TIMESTAMP = DateTimeFormatter
		.ofPattern("EEE MMM d HH:mm:ss 'UTC' uuuu", Locale.ENGLISH)
		.withResolverStyle(ResolverStyle.STRICT);

	private final SrpProof proof;

	private final ChallengeSessions sessions;

	private final SignInChain chain;

	PasswordVerifier(SrpProof proof, ChallengeSessions sessions, SignInChain chain) {
		this.proof = proof;
		this.sessions = sessions;
		this.chain = chain;
	}

	@Override
	public String name() {
		return NAME;
	}

	@Override
	public AuthStep answer(AuthRequest request) {
		request.allowOnly(Set.of("PASSWORD_CLAIM_SIGNATURE", "PASSWORD_CLAIM_SECRET_BLOCK", "TIMESTAMP"));
		String username = request.required("USERNAME");
		String signature = request.required("PASSWORD_CLAIM_SIGNATURE");
		String secretBlock = request.required("PASSWORD_CLAIM_SECRET_BLOCK");
		String timestamp = request.required("TIMESTAMP");
		request.checkSecretHash(username);
		checkTimestamp(timestamp);
		SrpProof.Proven proven = this.proof.check(request, username, secretBlock, timestamp, signature);
		SignInProgress progress = claim(request, proven).proven(proven.user(), Proof.PASSWORD);
		try {
			return this.chain.proceed(progress);
		}
		catch (Refusal ex) {
			// Told that its device is unknown, a client gives the same proof without it.
			if (ex.type().equals("ResourceNotFoundException")) {
				this.proof.allowAgain(secretBlock);
			}
			throw ex;
		}
	}

	private Claim claim(AuthRequest request, SrpProof.Proven proven) {
		if (proven.session() == null) {
			return new Claim(request, proven.user().username(), proven.user(), "USER_SRP_AUTH");
		}
		if (!proven.session().equals(request.session())) {
			throw Refusals.sessionInvalid();
		}
		Claim claim = this.sessions.resume(request, NAME).claim();
		this.sessions.use(request);
		return claim;
	}

	static void checkTimestamp(String timestamp) {
		try {
			// Parsing alone would take a day with a leading zero.
			if (timestamp.equals(TIMESTAMP.format(TIMESTAMP.parse(timestamp)))) {
				return;
			}
		}
		catch (DateTimeException ex) {
			// Refused below
		}
		throw Refusals.timestampInvalid();
	}

}

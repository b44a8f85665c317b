package io.cognitex.embedded;

import java.util.Map;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ChallengeNameType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.RespondToAuthChallengeResponse;

/**
 * A challenge that somebody was asked, with what answers it.
 *
 * @param pool the pool
 * @param clientId the client
 * @param challenge the challenge
 * @param session the session; {@code null} for the proof of SRP, which needs none
 * @param right makes the right answer
 * @param wrong an answer that is wrong; the right one where only the session is
 */
record AskedChallenge(TestPool pool, String clientId, ChallengeNameType challenge, @Nullable String session,
		Supplier<Map<String, String>> right, Map<String, String> wrong) {

	String username() {
		return this.wrong.get("USERNAME");
	}

	RespondToAuthChallengeResponse answer() {
		return this.pool.client.respondToAuthChallenge((request) -> request.clientId(this.clientId)
			.challengeName(this.challenge)
			.session(this.session)
			.challengeResponses(this.right.get()));
	}

	AskedChallenge wrongly() {
		return with(() -> this.wrong);
	}

	AskedChallenge with(Supplier<Map<String, String>> answer) {
		return new AskedChallenge(this.pool, this.clientId, this.challenge, this.session, answer, this.wrong);
	}

	AskedChallenge with(ChallengeNameType other) {
		return new AskedChallenge(this.pool, this.clientId, other, this.session, this.right, this.wrong);
	}

	AskedChallenge withSession(@Nullable String other) {
		return new AskedChallenge(this.pool, this.clientId, this.challenge, other, this.right, this.wrong);
	}

	AskedChallenge withClient(String other) {
		return new AskedChallenge(this.pool, other, this.challenge, this.session, this.right, this.wrong);
	}

	@Override
	public String toString() {
		return this.challenge + " of " + username();
	}

}

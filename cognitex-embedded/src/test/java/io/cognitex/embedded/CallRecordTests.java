package io.cognitex.embedded;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

class CallRecordTests {

	private final MutableClock clock = new MutableClock();

	@AutoClose
	private final TestPool pool = TestPool.start((builder) -> builder.clock(this.clock));

	@Test
	void callsWhenAnsweredThenInOrderWithTheirOutcome() {
		this.pool.addAlice();

		String token = this.pool.accessToken("alice");
		this.pool.attributesOf(token);
		assertThatExceptionOfType(RuntimeException.class).isThrownBy(() -> this.pool.srpSignIn("alice", "wrong"));

		assertThat(this.pool.cognito.calls())
			.extracting(RecordedCall::operation, RecordedCall::clientId, RecordedCall::username, RecordedCall::error)
			.startsWith(tuple("InitiateAuth", this.pool.clientId(), "alice", null))
			.contains(tuple("GetUser", null, null, null))
			.endsWith(tuple("RespondToAuthChallenge", this.pool.clientId(), "alice", "NotAuthorizedException"));
		assertThat(this.pool.cognito.calls()).allMatch((call) -> call.at().equals(this.clock.instant()));
	}

	@Test
	void callsWhenShownThenWithoutSecrets() {
		this.pool.signUp("bob", "email", "bob@example.com");
		String code = this.pool.lastCode("bob");
		this.pool.confirmSignUp("bob", code);
		String token = this.pool.accessToken("bob");
		this.pool.attributesOf(token);

		assertThat(this.pool.cognito.calls().toString()).contains("SignUp", "ConfirmSignUp", "GetUser")
			.doesNotContain(TestPool.PASSWORD, code, token);
	}

	@Test
	void clearCallsWhenThereAreSomeThenForgotten() {
		this.pool.signUp("bob", "email", "bob@example.com");

		this.pool.cognito.clearCalls();

		assertThat(this.pool.cognito.calls()).isEmpty();
	}

}

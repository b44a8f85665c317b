package io.cognitex.security;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import io.cognitex.CognitoAccountManager;
import io.cognitex.CognitoAccountManagerBuilder;
import io.cognitex.SignInAnswer;
import io.cognitex.SignInChallenge;
import io.cognitex.embedded.EmbeddedCognito;
import io.cognitex.embedded.EmbeddedCognitoBuilder;
import io.cognitex.embedded.EmbeddedUser;
import io.cognitex.embedded.Fault;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * What each state of an account and of a user pool comes to, from the wire, beside the
 * row that {@code docs/sign-in-errors.md} has for it.
 */
class AccountStatesTests {

	private static final Path DOCUMENT = Path.of("..", "docs", "sign-in-errors.md");

	private static final String PASSWORD = "Passw0rd!";

	private static final String TOTP_SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

	static Stream<State> states() {
		return Stream.of(
				state("The user does not exist", SignInFailure.BAD_CREDENTIALS, (pool) -> pool.signIn("nobody")),
				state("The password is wrong", SignInFailure.BAD_CREDENTIALS,
						(pool) -> pool.add(user()).signIn("alice", "Wr0ng-Passw0rd!")),
				state("The user is disabled", SignInFailure.BAD_CREDENTIALS,
						(pool) -> pool.add(user().enabled(false)).signIn("alice")),
				state("The user is locked out for a while after wrong passwords", SignInFailure.BAD_CREDENTIALS,
						AccountStatesTests::lockedOut),
				state("The temporary password has expired", SignInFailure.BAD_CREDENTIALS,
						(pool) -> pool.add(user().status(EmbeddedUser.Status.FORCE_CHANGE_PASSWORD))
							.after(Duration.ofDays(8))
							.signIn("alice")),
				state("The sign-up was not confirmed", SignInFailure.NOT_CONFIRMED,
						(pool) -> pool.add(user().status(EmbeddedUser.Status.UNCONFIRMED)).signIn("alice")),
				state("An administrator has reset the password", SignInFailure.PASSWORD_RESET_REQUIRED,
						(pool) -> pool.add(user().status(EmbeddedUser.Status.RESET_REQUIRED)).signIn("alice")),
				state("The password is a temporary one", SignInFailure.CHALLENGE,
						(pool) -> pool.add(user().status(EmbeddedUser.Status.FORCE_CHANGE_PASSWORD)).signIn("alice")),
				state("The pool demands a second factor and the user has none", SignInFailure.CHALLENGE,
						(pool) -> pool.with((it) -> it.mfa("ON", "SOFTWARE_TOKEN_MFA")).add(user()).signIn("alice")),
				state("The new password is against the policy", SignInFailure.NEW_PASSWORD_REFUSED,
						(pool) -> pool.add(user().status(EmbeddedUser.Status.FORCE_CHANGE_PASSWORD))
							.answer((challenge) -> ((SignInChallenge.NewPasswordRequired) challenge).answer("short",
									Map.of()))),
				state("The code is wrong", SignInFailure.WRONG_CODE,
						(pool) -> pool.add(totpUser()).answer(code("000000"))),
				state("The login took too long", SignInFailure.SESSION_EXPIRED,
						(pool) -> pool.add(totpUser()).answer((challenge) -> {
							pool.after(Duration.ofMinutes(4));
							return code("123456").apply(challenge);
						})),
				state("Cognito could not send the code", SignInFailure.CODE_NOT_SENT, (pool) -> pool
					.fault(Fault.exception("CodeDeliveryFailureException", "no way").on("RespondToAuthChallenge"))
					.add(user())
					.signIn("alice")),
				state("Cognito throttles", SignInFailure.UNAVAILABLE,
						(pool) -> pool.fault(Fault.throttling()).signIn("alice")),
				state("Cognito is down", SignInFailure.UNAVAILABLE,
						(pool) -> pool.fault(Fault.internalError()).signIn("alice")),
				state("The app client does not allow the sign-in flow", SignInFailure.MISCONFIGURED,
						(pool) -> pool.with((it) -> it.explicitAuthFlows("ALLOW_USER_PASSWORD_AUTH")).signIn("alice")),
				state("The app client does not exist", SignInFailure.MISCONFIGURED,
						(pool) -> pool.client((it) -> it.clientId("1example23456789abcdefghij")).signIn("alice")));
	}

	@ParameterizedTest
	@MethodSource("states")
	void authenticateThenTheFailureAndTheWayOnOfTheDocument(State state) throws IOException {
		AuthenticationException ex;
		try (Pool pool = new Pool()) {
			ex = state.story().fail(pool);
		}

		assertThat(SignInFailure.of(ex)).isEqualTo(state.failure());
		assertThat(Files.readString(DOCUMENT)).contains("| " + state.name() + " | `" + state.failure() + "` |");
	}

	private static AuthenticationException lockedOut(Pool pool) {
		pool.add(user());
		for (int i = 0; i < 6; i++) {
			pool.signIn("alice", "Wr0ng-Passw0rd!");
		}
		return pool.signIn("alice");
	}

	private static EmbeddedUser.Builder user() {
		return EmbeddedUser.named("alice").password(PASSWORD).attribute("email", "alice@example.com");
	}

	private static EmbeddedUser.Builder totpUser() {
		return user().totpSecret(TOTP_SECRET);
	}

	private static Answer code(String code) {
		return (challenge) -> ((SignInChallenge.CodeChallenge) challenge).answer(code);
	}

	private static State state(String name, SignInFailure failure, Story story) {
		return new State(name, failure, story);
	}

	private record State(String name, SignInFailure failure, Story story) {

		@Override
		public String toString() {
			return this.name;
		}

	}

	@FunctionalInterface
	private interface Story {

		AuthenticationException fail(Pool pool);

	}

	@FunctionalInterface
	private interface Answer {

		SignInAnswer apply(SignInChallenge challenge);

	}

	/**
	 * A pool, and an application that signs in to it.
	 */
	private static final class Pool implements AutoCloseable {

		private EmbeddedCognito cognito = settings().start();

		private UnaryOperator<CognitoAccountManagerBuilder> client = UnaryOperator.identity();

		private static EmbeddedCognitoBuilder settings() {
			return EmbeddedCognito.builder().mfa("OPTIONAL", "SOFTWARE_TOKEN_MFA").preventUserExistenceErrors("LEGACY");
		}

		Pool with(UnaryOperator<EmbeddedCognitoBuilder> settings) {
			this.cognito.close();
			this.cognito = settings.apply(settings()).start();
			return this;
		}

		Pool client(UnaryOperator<CognitoAccountManagerBuilder> client) {
			this.client = client;
			return this;
		}

		Pool add(EmbeddedUser.Builder user) {
			this.cognito.addUser(user.build());
			return this;
		}

		Pool after(Duration duration) {
			this.cognito.advanceClock(duration);
			return this;
		}

		Pool fault(Fault fault) {
			this.cognito.addFault(fault);
			return this;
		}

		AuthenticationException signIn(String username) {
			return signIn(username, PASSWORD);
		}

		AuthenticationException signIn(String username, String password) {
			return fail(UsernamePasswordAuthenticationToken.unauthenticated(username, password));
		}

		AuthenticationException answer(Answer answer) {
			SignInChallenge challenge = ((CognitoChallengeException) signIn("alice")).getChallenge();
			return fail(new CognitoChallengeAuthenticationToken(answer.apply(challenge)));
		}

		private AuthenticationException fail(Authentication request) {
			CognitoAccountManagerBuilder builder = CognitoAccountManager.builder()
				.userPoolId(this.cognito.userPoolId())
				.clientId(this.cognito.clientId())
				.endpoint(this.cognito.endpoint())
				.issuer(this.cognito.issuer());
			try (CognitoAccountManager accounts = this.client.apply(builder).build()) {
				ProviderManager manager = new ProviderManager(new CognitoAuthenticationProvider(accounts));
				return catchThrowableOfType(AuthenticationException.class, () -> manager.authenticate(request));
			}
		}

		@Override
		public void close() {
			this.cognito.close();
		}

	}

}

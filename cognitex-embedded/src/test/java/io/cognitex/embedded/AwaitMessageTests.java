package io.cognitex.embedded;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class AwaitMessageTests {

	private static final Duration LONG = Duration.ofSeconds(30);

	@AutoClose
	private final TestPool pool = TestPool.start();

	@Test
	void awaitWhenNothingComesThenRefused() {
		assertThatIllegalStateException().isThrownBy(() -> this.pool.cognito.awaitMessage("bob", Duration.ofMillis(20)))
			.withMessageContaining("'bob'");
	}

	@Test
	void awaitWhenMessageIsToAnotherThenRefused() {
		this.pool.signUp("carol", "email", "carol@example.com");

		assertThatIllegalStateException().isThrownBy(() -> this.pool.cognito.awaitMessage("bob", Duration.ZERO));
	}

	@Test
	void awaitWhenMessageIsThereThenThatOne() {
		this.pool.signUp("bob", "email", "bob@example.com");

		assertThat(this.pool.cognito.awaitMessage("bob", Duration.ZERO).code()).isEqualTo(this.pool.lastCode("bob"));
	}

	@Test
	void awaitWhenMessageComesLaterThenThatOne() {
		CompletableFuture<SentMessage> message = CompletableFuture
			.supplyAsync(() -> this.pool.cognito.awaitMessage("bob", LONG));

		this.pool.signUp("bob", "email", "bob@example.com");

		assertThat(message.join().code()).isEqualTo(this.pool.lastCode("bob"));
	}

	@Test
	void awaitWhenInterruptedThenSaysSo() {
		Thread.currentThread().interrupt();

		assertThatIllegalStateException().isThrownBy(() -> this.pool.cognito.awaitMessage("bob", LONG))
			.withCauseInstanceOf(InterruptedException.class);
		assertThat(Thread.interrupted()).isTrue();
	}

	@Test
	void clearMessagesWhenThereAreSomeThenForgottenButCodesStayGood() {
		this.pool.signUp("bob", "email", "bob@example.com");
		String code = this.pool.lastCode("bob");

		this.pool.cognito.clearMessages();

		assertThat(this.pool.cognito.messages()).isEmpty();
		this.pool.confirmSignUp("bob", code);
	}

}

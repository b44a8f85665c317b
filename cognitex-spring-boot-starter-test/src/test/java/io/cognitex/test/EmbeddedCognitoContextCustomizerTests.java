package io.cognitex.test;

import java.util.List;
import java.util.Objects;

import io.cognitex.boot.CognitoConnectionDetails;
import org.junit.jupiter.api.Test;

import org.springframework.context.support.GenericApplicationContext;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.MergedContextConfiguration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link EmbeddedCognitoContextCustomizer} and its factory.
 */
class EmbeddedCognitoContextCustomizerTests {

	private final EmbeddedCognitoContextCustomizerFactory factory = new EmbeddedCognitoContextCustomizerFactory();

	@Test
	void createWhenClassIsNotAnnotatedThenNone() {
		assertThat(this.factory.createContextCustomizer(String.class, List.of())).isNull();
	}

	@Test
	void createWhenAnnotationsAreEqualThenContextIsShared() {
		assertThat(customizer(Alice.class)).isEqualTo(customizer(AliceAgain.class))
			.hasSameHashCodeAs(customizer(AliceAgain.class));
	}

	@Test
	void createWhenAnnotationsDifferThenContextIsNotShared() {
		assertThat(customizer(Alice.class)).isNotEqualTo(customizer(Bob.class));
	}

	@Test
	void refreshWhenUserIsMalformedThenFails() {
		try (GenericApplicationContext context = new GenericApplicationContext()) {
			customizer(Malformed.class).customizeContext(context, mock(MergedContextConfiguration.class));

			assertThatException().isThrownBy(context::refresh)
				.withRootCauseInstanceOf(IllegalArgumentException.class)
				.withStackTraceContaining("'email' is not an attribute of the form 'name=value'");
		}
	}

	@Test
	void refreshWhenApplicationHasAPoolThenTheTestsOwnIsUsed() {
		try (GenericApplicationContext context = new GenericApplicationContext()) {
			context.registerBean("embeddedCognito", io.cognitex.embedded.EmbeddedCognito.class,
					io.cognitex.embedded.EmbeddedCognito::start);
			customizer(Alice.class).customizeContext(context, mock(MergedContextConfiguration.class));
			context.refresh();

			io.cognitex.embedded.EmbeddedCognito applications = context.getBean("embeddedCognito",
					io.cognitex.embedded.EmbeddedCognito.class);
			assertThat(context.getBean(io.cognitex.embedded.EmbeddedCognito.class)).isNotSameAs(applications);
			assertThat(context.getBean(CognitoConnectionDetails.class).getUserPoolId())
				.isNotEqualTo(applications.userPoolId());
		}
	}

	private ContextCustomizer customizer(Class<?> testClass) {
		return Objects.requireNonNull(this.factory.createContextCustomizer(testClass, List.of()));
	}

	@EmbeddedCognito(users = @EmbeddedCognito.User(username = "alice", password = "Passw0rd!"))
	static class Alice {

	}

	@EmbeddedCognito(users = @EmbeddedCognito.User(username = "alice", password = "Passw0rd!"))
	static class AliceAgain {

	}

	@EmbeddedCognito(users = @EmbeddedCognito.User(username = "bob", password = "Passw0rd!"))
	static class Bob {

	}

	@EmbeddedCognito(users = @EmbeddedCognito.User(username = "alice", password = "Passw0rd!", attributes = "email"))
	static class Malformed {

	}

}

package io.cognitex.embedded.junit;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.cognitex.embedded.EmbeddedCognito;
import io.cognitex.embedded.EmbeddedUser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * The extension as tests use it: what JUnit does with it is what is looked at.
 */
class EmbeddedCognitoExtensionTests {

	private static final List<EmbeddedCognito> SEEN = new ArrayList<>();

	@Nested
	@ExtendWith(EmbeddedCognitoExtension.class)
	@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
	class Fresh {

		private @Nullable EmbeddedCognito prepared;

		@BeforeEach
		void prepare(EmbeddedCognito cognito) {
			this.prepared = cognito;
			cognito.addUser(EmbeddedUser.named("alice").build());
		}

		@Test
		@Order(1)
		void parameterWhenTakenTwiceInATestThenTheSame(EmbeddedCognito cognito) {
			assertThat(cognito).isSameAs(this.prepared);
			SEEN.add(cognito);
		}

		@Test
		@Order(2)
		void parameterWhenTakenInTheNextTestThenAnotherAndTheFirstIsClosed(EmbeddedCognito cognito) {
			assertThat(SEEN).hasSize(1).doesNotContain(cognito);
			assertThat(cognito.userPoolId()).isNotEqualTo(SEEN.get(0).userPoolId());
			try (EmbeddedCognito again = EmbeddedCognito.builder().port(SEEN.get(0).endpoint().getPort()).start()) {
				assertThat(again.endpoint()).isEqualTo(SEEN.get(0).endpoint());
			}
		}

	}

	@Nested
	class Shared {

		@RegisterExtension
		static EmbeddedCognitoExtension extension = EmbeddedCognitoExtension.shared()
			.with((builder) -> builder.region("eu-central-1"))
			.with((builder) -> builder.generateClientSecret(true))
			.withUser(EmbeddedUser.named("alice").build());

		private static @Nullable EmbeddedCognito first;

		@BeforeAll
		static void take(EmbeddedCognito cognito) {
			first = cognito;
		}

		@Test
		void parameterWhenTakenThenThatOfTheClassWithItsSettingsAndUsers(EmbeddedCognito cognito) {
			assertThat(cognito).isSameAs(first);
			assertThat(cognito.region()).isEqualTo("eu-central-1");
			assertThat(cognito.clientSecret()).isNotNull();
			assertThatIllegalArgumentException().isThrownBy(() -> cognito.addUser(EmbeddedUser.named("alice").build()))
				.withMessageContaining("already exists");
		}

		@Nested
		class InANestedClass {

			@Test
			void parameterWhenTakenThenThatOfTheClassAround(EmbeddedCognito cognito) {
				assertThat(cognito).isSameAs(first);
			}

		}

	}

}

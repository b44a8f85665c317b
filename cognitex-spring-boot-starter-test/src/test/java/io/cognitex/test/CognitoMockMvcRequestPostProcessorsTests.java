package io.cognitex.test;

import io.cognitex.CognitoException;
import io.cognitex.security.CognitoAuthentication;
import io.cognitex.security.CognitoPrincipal;
import io.cognitex.test.application.TestApplication;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.test.web.servlet.MockMvc;

import static io.cognitex.test.CognitoMockMvcRequestPostProcessors.cognitoLogin;
import static io.cognitex.test.CognitoMockMvcRequestPostProcessors.cognitoUser;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.response.SecurityMockMvcResultMatchers.authenticated;
import static org.springframework.security.test.web.servlet.response.SecurityMockMvcResultMatchers.unauthenticated;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/**
 * Tests for {@link CognitoMockMvcRequestPostProcessors}.
 */
@SpringBootTest(classes = TestApplication.class, properties = "cognitex.authorities.role-prefix=GROUP_")
@AutoConfigureMockMvc
@EmbeddedCognito(users = @EmbeddedCognito.User(username = "alice", password = "Passw0rd!",
		attributes = "email=alice@example.com", groups = "admin"))
class CognitoMockMvcRequestPostProcessorsTests {

	@Autowired
	private MockMvc mvc;

	@Test
	void requestWhenThereIsNoUserThenUnauthorized() throws Exception {
		this.mvc.perform(get("/name").accept("application/json"))
			.andExpect(unauthenticated())
			.andExpect(status().isUnauthorized());
	}

	@Test
	void postWhenCsrfTokenIsMissingThenForbidden() throws Exception {
		this.mvc.perform(post("/logout").with(cognitoUser())).andExpect(status().isForbidden());
		this.mvc.perform(post("/logout").with(cognitoUser()).with(csrf())).andExpect(unauthenticated());
	}

	@Test
	void cognitoUserWhenPlainThenHasPasswordFactorOnly() throws Exception {
		this.mvc.perform(get("/name").with(cognitoUser()))
			.andExpect(content().string("user"))
			.andExpect(authenticated().withAuthorities("FACTOR_PASSWORD", "SCOPE_aws.cognito.signin.user.admin"));
	}

	@Test
	void cognitoUserWhenRefinedThenIsSuchAUser() throws Exception {
		this.mvc
			.perform(get("/name").with(cognitoUser().username("carol")
				.sub("4711")
				.groups("staff")
				.attribute("email", "carol@example.com")
				.factors("PASSWORD", "SMS_OTP")))
			.andExpect(content().string("carol"))
			.andExpect(authenticated().withAuthorities("GROUP_staff", "FACTOR_PASSWORD", "FACTOR_SMS_OTP",
					"SCOPE_aws.cognito.signin.user.admin"))
			.andExpect(authenticated().withAuthentication((authentication) -> {
				CognitoPrincipal principal = ((CognitoAuthentication) authentication).getPrincipal();
				assertThat(principal.getSubject()).isEqualTo("4711");
				assertThat(principal.getGroups()).containsExactly("staff");
				assertThat(principal.getEmail()).isEqualTo("carol@example.com");
			}));
	}

	@Test
	void cognitoUserWhenAuthoritiesAreGivenThenHasTheseAndTheFactor() throws Exception {
		this.mvc.perform(get("/name").with(cognitoUser().groups("staff").authorities("read")))
			.andExpect(authenticated().withAuthorities("read", "FACTOR_PASSWORD"));
	}

	@Test
	void cognitoUserWhenTokensAreMadeUpThenPoolRefusesThem() {
		assertThatException().isThrownBy(() -> this.mvc.perform(get("/email").with(cognitoUser())))
			.withCauseInstanceOf(CognitoException.class);
	}

	@Test
	void cognitoLoginWhenPasswordIsWrongThenFails() {
		assertThatExceptionOfType(BadCredentialsException.class)
			.isThrownBy(() -> this.mvc.perform(get("/email").with(cognitoLogin("alice", "Wrong-passw0rd"))));
	}

	@Test
	void cognitoLoginWhenRightThenPoolTakesTheTokens() throws Exception {
		this.mvc.perform(get("/email").with(cognitoLogin("alice", "Passw0rd!")))
			.andExpect(content().string("alice@example.com"))
			.andExpect(authenticated().withAuthorities("GROUP_admin", "FACTOR_PASSWORD",
					"SCOPE_aws.cognito.signin.user.admin"));
	}

	@Test
	void cognitoUserWhenComparedWithALoginThenHasTheSameAuthorities() throws Exception {
		this.mvc.perform(get("/name").with(cognitoUser().username("alice").groups("admin")))
			.andExpect(authenticated().withAuthorities("GROUP_admin", "FACTOR_PASSWORD",
					"SCOPE_aws.cognito.signin.user.admin"));
	}

}

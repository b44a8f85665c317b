package io.cognitex.sample;

import io.cognitex.CognitoAccountManager;
import io.cognitex.CognitoTokens;
import io.cognitex.SignIn;
import io.cognitex.embedded.EmbeddedCognito;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;

@SampleTest
class MeTests {

	private final MockMvcTester mvc;

	private final EmbeddedCognito cognito;

	private final CognitoAccountManager accounts;

	@Autowired
	MeTests(MockMvcTester mvc, EmbeddedCognito cognito, CognitoAccountManager accounts) {
		this.mvc = mvc;
		this.cognito = cognito;
		this.accounts = accounts;
	}

	@Test
	void meWhenNoCredentialsThenUnauthorized() {
		assertThat(this.mvc.get().uri("/api/me")).hasStatus(HttpStatus.UNAUTHORIZED)
			.containsHeader(HttpHeaders.WWW_AUTHENTICATE);
	}

	@Test
	void meWhenOnlyASessionThenUnauthorized() {
		String email = TestUsers.addUser(this.cognito);

		assertThat(this.mvc.get().uri("/api/me").session(TestSessions.logIn(this.mvc, email)))
			.hasStatus(HttpStatus.UNAUTHORIZED);
	}

	@ParameterizedTest
	@ValueSource(strings = { "not-a-token", "a.b.c", "eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0." })
	void meWhenTokenIsNoneThenUnauthorized(String token) {
		MvcTestResult result = bearer(token);

		assertThat(result).hasStatus(HttpStatus.UNAUTHORIZED);
		assertThat(result.getResponse().getHeader(HttpHeaders.WWW_AUTHENTICATE)).contains("invalid_token");
	}

	@Test
	void meWhenTokenIsAnIdTokenThenUnauthorized() {
		assertThat(bearer(tokens(TestUsers.addUser(this.cognito)).idToken())).hasStatus(HttpStatus.UNAUTHORIZED);
	}

	@Test
	void meWhenPasswordIsWrongThenUnauthorized() {
		String email = TestUsers.addUser(this.cognito);

		assertThat(this.mvc.get().uri("/api/me").with(httpBasic(email, "Not-My-Password-1")))
			.hasStatus(HttpStatus.UNAUTHORIZED);
	}

	@Test
	void meWhenAccessTokenThenTellsWhoseItIs() {
		String email = TestUsers.addUser(this.cognito, "admin");

		MvcTestResult result = bearer(tokens(email).accessToken());

		assertThat(result).hasStatusOk().bodyJson().extractingPath("$.email").isEqualTo(email);
		assertThat(result).bodyJson().extractingPath("$.groups").asArray().containsExactly("admin");
		assertThat(result.getRequest().getSession(false)).isNull();
	}

	@Test
	void meWhenPasswordThenTellsWhoseItIs() {
		String email = TestUsers.addUser(this.cognito);

		MvcTestResult result = this.mvc.get().uri("/api/me").with(httpBasic(email, TestUsers.PASSWORD)).exchange();

		assertThat(result).hasStatusOk().bodyJson().extractingPath("$.email").isEqualTo(email);
	}

	private CognitoTokens tokens(String email) {
		return ((SignIn.Completed) this.accounts.authenticate(email, TestUsers.PASSWORD)).tokens();
	}

	private MvcTestResult bearer(String token) {
		return this.mvc.get().uri("/api/me").header(HttpHeaders.AUTHORIZATION, "Bearer " + token).exchange();
	}

}

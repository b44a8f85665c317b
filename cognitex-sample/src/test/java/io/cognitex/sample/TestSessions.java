package io.cognitex.sample;

import java.util.Objects;

import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestBuilders.formLogin;

/** Sessions of users who logged in on the login page. */
final class TestSessions {

	private TestSessions() {
	}

	static MockHttpSession logIn(MockMvcTester mvc, String email) {
		return logIn(mvc, email, TestUsers.PASSWORD);
	}

	static MockHttpSession logIn(MockMvcTester mvc, String email, String password) {
		MvcTestResult result = mvc.perform(formLogin().user(email).password(password));
		assertThat(result).hasRedirectedUrl("/");
		return (MockHttpSession) Objects.requireNonNull(result.getRequest().getSession(false));
	}

}

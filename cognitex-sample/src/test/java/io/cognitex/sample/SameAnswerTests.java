package io.cognitex.sample;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.cognitex.CognitoAccountManager;
import io.cognitex.embedded.EmbeddedCognito;
import io.cognitex.embedded.EmbeddedUser;
import io.cognitex.embedded.RecordedCall;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.servlet.FlashMap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/**
 * Compares whole responses of every page that takes an e-mail address from a stranger,
 * the page that follows, and the calls to Cognito behind them.
 */
@SampleTest
class SameAnswerTests {

	private static final String WRONG_PASSWORD = "Not-My-Password-1";

	private static final String WRONG_CODE = "not-a-code";

	private final MockMvcTester mvc;

	private final EmbeddedCognito cognito;

	private final CognitoAccountManager accounts;

	@Autowired
	SameAnswerTests(MockMvcTester mvc, EmbeddedCognito cognito, CognitoAccountManager accounts) {
		this.mvc = mvc;
		this.cognito = cognito;
		this.accounts = accounts;
	}

	@ParameterizedTest
	@EnumSource
	void postWhenUserIsUnknownOrDisabledOrPendingThenSameAsOfAKnownOne(Page page) {
		Answer known = answer(page, TestUsers.addUser(this.cognito));

		assertThat(answer(page, TestUsers.newEmail())).as("unknown").isEqualTo(known);
		assertThat(answer(page, disabled())).as("disabled").isEqualTo(known);
		assertThat(answer(page, pending())).as("not confirmed").isEqualTo(known);
		assertThat(known.calls()).isNotEmpty();
	}

	private String disabled() {
		String email = TestUsers.newEmail();
		this.cognito.addUser(EmbeddedUser.named(email).password(TestUsers.PASSWORD).enabled(false).build());
		return email;
	}

	private String pending() {
		String email = TestUsers.newEmail();
		this.accounts.signUp(email, TestUsers.PASSWORD, Map.of("email", email, "name", "Test User"));
		return email;
	}

	private Answer answer(Page page, String email) {
		MockHttpSession session = new MockHttpSession();
		int before = this.cognito.calls().size();
		MockMvcTester.MockMvcRequestBuilder request = this.mvc.post().uri(page.uri).with(csrf()).session(session);
		page.fields.forEach(request::param);
		MvcTestResult result = request.param(page.emailField, email).exchange();
		List<String> calls = this.cognito.calls().stream().skip(before).map(RecordedCall::operation).toList();
		return new Answer(Stream.of(result, next(result, session)).map((it) -> TestPages.of(it, email)).toList(),
				calls);
	}

	/**
	 * The page that the browser is sent to.
	 */
	private MvcTestResult next(MvcTestResult result, MockHttpSession session) {
		String location = result.getResponse().getRedirectedUrl();
		FlashMap flash = result.getMvcResult().getFlashMap();
		MockMvcTester.MockMvcRequestBuilder request = this.mvc.get()
			.uri((location != null) ? location : "/login")
			.session(session);
		return ((flash != null && !flash.isEmpty()) ? request.flashAttrs(Map.copyOf(flash)) : request).exchange();
	}

	private record Answer(List<String> pages, List<String> calls) {

	}

	private enum Page {

		LOGIN("/login", "username", Map.of("password", WRONG_PASSWORD)),

		FORGOT_PASSWORD("/forgot-password", "email", Map.of()),

		RESET_PASSWORD("/reset-password", "email", Map.of("code", WRONG_CODE, "password", "Another-Horse-2")),

		CONFIRM("/confirm", "email", Map.of("code", WRONG_CODE)),

		RESEND("/confirm/resend", "email", Map.of("code", ""));

		private final String uri;

		private final String emailField;

		private final Map<String, String> fields;

		Page(String uri, String emailField, Map<String, String> fields) {
			this.uri = uri;
			this.emailField = emailField;
			this.fields = fields;
		}

	}

}

package io.cognitex.sample;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;

import io.cognitex.CognitoTokens;
import io.cognitex.sample.FaultyCognito.Fault;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import static io.cognitex.test.CognitoMockMvcRequestPostProcessors.cognitoUser;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestBuilders.formLogin;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;

/**
 * The sample with a configured user pool, as on AWS, while Cognito is not well.
 */
@SpringBootTest(properties = { "cognitex.user-pool-id=eu-central-1_Example01", "cognitex.client-id=1example23456789",
		"cognitex.client.read-timeout=250ms", "cognitex.client.api-call-timeout=2s" })
@AutoConfigureMockMvc
class OutageTests {

	private static final String UNAVAILABLE = "Accounts cannot be reached at the moment.";

	private static final FaultyCognito cognito = new FaultyCognito();

	private final MockMvcTester mvc;

	@Autowired
	OutageTests(MockMvcTester mvc) {
		this.mvc = mvc;
	}

	@DynamicPropertySource
	static void endpoint(DynamicPropertyRegistry registry) {
		registry.add("cognitex.endpoint", cognito::endpoint);
	}

	@AfterAll
	static void close() {
		cognito.close();
	}

	@ParameterizedTest
	@EnumSource(mode = Mode.EXCLUDE, names = "CODE_NOT_SENT")
	void signUpThenIsUnavailableAndKeepsWhatWasTyped(Fault fault) {
		cognito.fault(fault);

		MvcTestResult result = signUp();

		assertUnavailable(result);
		assertThat(result).bodyText().contains("Bob Beispiel", "bob@example.com").doesNotContain(TestUsers.PASSWORD);
	}

	@Test
	void signUpWhenCodeCannotBeSentThenLeadsToConfirmation() {
		cognito.fault(Fault.CODE_NOT_SENT);

		MvcTestResult result = signUp();

		assertThat(result).hasRedirectedUrl("/confirm").flash().containsEntry("notice", "code.not-sent");
	}

	@ParameterizedTest
	@EnumSource
	void logInThenSaysItIsNotTheUsersFault(Fault fault) {
		cognito.fault(fault);

		MvcTestResult result = this.mvc.perform(formLogin().user("bob@example.com").password(TestUsers.PASSWORD));

		assertThat(result).hasRedirectedUrl("/login?error");
		MockHttpSession session = (MockHttpSession) result.getRequest().getSession();
		assertThat(this.mvc.get().uri("/login?error").session(session)).hasStatusOk()
			.bodyText()
			.contains((fault == Fault.CODE_NOT_SENT) ? "The code could not be sent" : "You did nothing wrong",
					"bob@example.com")
			.doesNotContain("not correct", TestUsers.PASSWORD);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/confirm", "/confirm/resend", "/forgot-password", "/reset-password" })
	void formsForStrangersThenAreUnavailableAndKeepWhatWasTyped(String page) {
		cognito.fault(Fault.INTERNAL_ERROR);

		MvcTestResult result = this.mvc.post()
			.uri(page)
			.with(csrf())
			.param("email", "bob@example.com")
			.param("code", "123456")
			.param("password", TestUsers.PASSWORD)
			.exchange();

		assertUnavailable(result);
		assertThat(result).bodyText().contains("bob@example.com").doesNotContain(TestUsers.PASSWORD);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/profile/edit", "/profile/password", "/profile/email", "/profile/email/resend" })
	void formsForUsersThenAreUnavailableAndKeepWhatWasTyped(String page) {
		cognito.fault(Fault.INTERNAL_ERROR);

		MvcTestResult result = this.mvc.post()
			.uri(page)
			.with(user())
			.with(csrf())
			.param("name", "Bob Beispiel")
			.param("email", "bob@example.com")
			.param("code", "123456")
			.param("currentPassword", TestUsers.PASSWORD)
			.param("newPassword", TestUsers.PASSWORD)
			.exchange();

		assertUnavailable(result);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/profile", "/profile/edit" })
	void pagesThenAreUnavailable(String page) {
		cognito.fault(Fault.INTERNAL_ERROR);

		assertUnavailable(this.mvc.get().uri(page).with(user()).exchange());
	}

	@Test
	void apiThenIsUnavailable() {
		cognito.fault(Fault.INTERNAL_ERROR);

		MvcTestResult result = this.mvc.get()
			.uri("/api/me")
			.with(httpBasic("bob@example.com", TestUsers.PASSWORD))
			.exchange();

		assertThat(result).hasStatus(HttpStatus.SERVICE_UNAVAILABLE)
			.containsHeader(HttpHeaders.RETRY_AFTER)
			.hasContentTypeCompatibleWith("application/problem+json");
	}

	@Test
	void profileWhenTokenIsOfAnotherPoolThenLeadsToLogin() {
		MvcTestResult result = this.mvc.get().uri("/profile").with(cognitoUser()).exchange();

		assertThat(result).hasRedirectedUrl("/login?ended");
	}

	@Test
	void homeWhenPoolIsConfiguredThenNamesNoDemoUsers() {
		assertThat(this.mvc.get().uri("/")).hasStatusOk()
			.bodyText()
			.doesNotContain("alice@example.com", "Wonderland", "href=\"/outbox\"");
	}

	@Test
	void outboxWhenPoolIsConfiguredThenIsNotThere() {
		assertThat(this.mvc.get().uri("/outbox")).hasStatus(HttpStatus.NOT_FOUND);
	}

	private MvcTestResult signUp() {
		return this.mvc.post()
			.uri("/sign-up")
			.with(csrf())
			.param("name", "Bob Beispiel")
			.param("email", "bob@example.com")
			.param("password", TestUsers.PASSWORD)
			.exchange();
	}

	private static void assertUnavailable(MvcTestResult result) {
		assertThat(result).hasStatus(HttpStatus.SERVICE_UNAVAILABLE)
			.containsHeader(HttpHeaders.RETRY_AFTER)
			.bodyText()
			.contains(UNAVAILABLE)
			.doesNotContain("Exception", "Something secret");
	}

	/**
	 * A user whose access token is this pool's, as far as one can tell without its keys.
	 */
	private static RequestPostProcessor user() {
		String claims = """
				{"iss": "https://cognito-idp.eu-central-1.amazonaws.com/eu-central-1_Example01",
				"client_id": "1example23456789", "token_use": "access", "username": "bob", "sub": "bob"}""";
		String token = base64("{\"alg\":\"RS256\",\"kid\":\"1\"}") + "." + base64(claims) + ".AAAA";
		return cognitoUser().tokens(new CognitoTokens(token, token, null, Instant.now().plusSeconds(3600)));
	}

	private static String base64(String text) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
	}

}

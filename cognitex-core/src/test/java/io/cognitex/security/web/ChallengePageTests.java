package io.cognitex.security.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import io.cognitex.CodeDelivery;
import io.cognitex.CognitoSession;
import io.cognitex.PasswordProof;
import io.cognitex.SignInChallenge;
import io.cognitex.SignInFlow;
import io.cognitex.SignInProgress;
import io.cognitex.security.CognitexMessageSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.context.support.StaticMessageSource;
import org.springframework.mock.web.MockHttpServletRequest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link ChallengePage}.
 */
class ChallengePageTests {

	private static final String EVIL = "\"><script>alert(1)</script>'&";

	private static final String SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

	private static final SignInProgress PROGRESS = new SignInProgress(EVIL,
			new CognitoSession("session-of-alice-0123456789"), SignInFlow.USER_AUTH, List.of(), null);

	private static final CodeDelivery DELIVERY = new CodeDelivery(EVIL, "EMAIL", null);

	static Stream<SignInChallenge> challenges() {
		return Stream.of(new SignInChallenge.SmsMfa(PROGRESS, DELIVERY),
				new SignInChallenge.EmailOtp(PROGRESS, DELIVERY), new SignInChallenge.SmsOtp(PROGRESS, DELIVERY),
				new SignInChallenge.SoftwareTokenMfa(PROGRESS, EVIL),
				new SignInChallenge.SoftwareTokenMfa(PROGRESS, null),
				new SignInChallenge.SelectMfaType(PROGRESS, List.of("SMS_MFA", EVIL)),
				new SignInChallenge.SelectChallenge(PROGRESS, List.of("PASSWORD", EVIL)),
				new SignInChallenge.MfaSetup(PROGRESS, List.of("SOFTWARE_TOKEN_MFA", EVIL)),
				new SignInChallenge.SoftwareTokenSetup(PROGRESS, SECRET), new SignInChallenge.EmailSetup(PROGRESS),
				new SignInChallenge.NewPasswordRequired(PROGRESS, List.of("name", EVIL), Map.of("email", EVIL)),
				new SignInChallenge.Password(PROGRESS, PasswordProof.PASSWORD),
				new SignInChallenge.WebAuthn(PROGRESS, "{\"challenge\":\"" + EVIL + "\"}"),
				new SignInChallenge.CustomChallenge(PROGRESS, Map.of(EVIL, EVIL, "question", EVIL)));
	}

	@Test
	void pageWhenAKindOfChallengeIsAddedThenThisTestKnowsIt() {
		List<Class<?>> known = challenges().<Class<?>>map(Object::getClass).distinct().toList();

		assertThat(known).containsExactlyInAnyOrderElementsOf(
				kinds(SignInChallenge.class).filter((kind) -> kind != SignInChallenge.Unsupported.class).toList());
	}

	private static Stream<Class<?>> kinds(Class<?> type) {
		return type.isSealed() ? Stream.of(type.getPermittedSubclasses()).flatMap(ChallengePageTests::kinds)
				: Stream.of(type);
	}

	@ParameterizedTest
	@MethodSource("challenges")
	void pageWhenUsersChoseTheTextsThenAllIsEscapedAndNoSessionIsShown(SignInChallenge challenge) {
		String page = render(challenge, EVIL);

		assertThat(page).contains("&lt;script&gt;")
			.doesNotContain("<script>", "'&", "session-of-alice", "style=", "onclick", "javascript:", "%s", "{0}");
	}

	@ParameterizedTest
	@MethodSource("challenges")
	void pageWhenAnswerWasRefusedThenTitleSaysSoFirst(SignInChallenge challenge) {
		assertThat(render(challenge, "Wrong.")).contains("<title>Error: ", "role=\"alert\" id=\"error\">Wrong.</div>");
	}

	@ParameterizedTest
	@MethodSource("challenges")
	void pageWhenNothingWasRefusedThenNoError(SignInChallenge challenge) {
		assertThat(render(challenge, null)).doesNotContain("id=\"error\"", "aria-invalid", "describedby=\"error");
	}

	@Test
	void pageWhenAppIsSetUpThenSecretIsATextALinkAndAPictureOfOurOwn() {
		String page = render(new SignInChallenge.SoftwareTokenSetup(PROGRESS, SECRET), null);

		assertThat(page).contains("<code>GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ</code>", "otpauth://totp/Shop:",
				"<svg class=\"qr-code\"", "role=\"img\" aria-label=\"QR code");
		assertThat(page.replace("http://www.w3.org/2000/svg", "")).doesNotContain("http");
	}

	@Test
	void pageWhenAppIsSetUpThenReadFromItsBeginningTheFirstTime() {
		SignInChallenge setup = new SignInChallenge.SoftwareTokenSetup(PROGRESS, SECRET);

		assertThat(render(setup, null)).doesNotContain("autofocus");
		assertThat(render(setup, "Wrong.")).contains("autofocus");
	}

	@Test
	void pageWhenItIsNotKnownWhereTheCodeWentThenSaysHowItWent() {
		assertThat(render(new SignInChallenge.SmsMfa(PROGRESS, new CodeDelivery(null, "SMS", null)), null))
			.contains("by text message")
			.doesNotContain("authenticator");
	}

	@Test
	void pageWhenOnlyAPhoneNumberCouldBeSetUpThenSaysWhoCanHelp() {
		assertThat(render(new SignInChallenge.MfaSetup(PROGRESS, List.of("SMS_MFA")), null))
			.contains("Ask the people who run this application", "Start over")
			.doesNotContain("value=\"SMS_MFA\"");
	}

	@Test
	void pageWhenPolicyIsTheApplicationsThenItsRulesAreShown() {
		ChallengePage page = new ChallengePage("/login/challenge", new PasswordPolicy(12, true, false, true, false),
				false);

		String html = page
			.render(template(new MockHttpServletRequest()),
					view(new SignInChallenge.NewPasswordRequired(PROGRESS, List.of(), Map.of()), null))
			.markup();

		assertThat(html).contains("At least 12 characters", "lower-case", "A digit")
			.doesNotContain("upper-case", "A symbol");
	}

	@Test
	void pageWhenChallengeIsNotKnownThenRefused() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> render(new SignInChallenge.Unsupported(PROGRESS, "NEW_CHALLENGE"), null));
	}

	@Test
	void pageWhenApplicationHasItsOwnTextsThenTheseInTheLanguageOfTheRequest() {
		StaticMessageSource own = new StaticMessageSource();
		own.addMessage("ChallengePage.EMAIL_OTP.title", Locale.FRENCH, "Saisissez le code");
		MockHttpServletRequest request = new MockHttpServletRequest();
		request.addPreferredLocale(Locale.FRENCH);

		String page = new ChallengePage("/login/challenge", PasswordPolicy.withDefaults(), false)
			.render(PageTemplate.of(CognitexMessageSource.getAccessor(own), request),
					view(new SignInChallenge.EmailOtp(PROGRESS, DELIVERY), null))
			.markup();

		assertThat(page).contains("<h1>Saisissez le code</h1>");
	}

	private static String render(SignInChallenge challenge, String error) {
		return new ChallengePage("/login/challenge", PasswordPolicy.withDefaults(), false)
			.render(template(new MockHttpServletRequest()), view(challenge, error))
			.markup();
	}

	private static PageTemplate template(MockHttpServletRequest request) {
		return PageTemplate.of(CognitexMessageSource.getAccessor(), request);
	}

	private static CognitoChallengeView view(SignInChallenge challenge, String error) {
		return new CognitoChallengeView(
				new PendingChallenge("id", challenge, EVIL, true, null, false, 0, error, Instant.now()), "Shop");
	}

}

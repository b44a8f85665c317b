package io.cognitex.security.web;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

import io.cognitex.CognitoAccountManager;
import io.cognitex.embedded.EmbeddedCognito;
import io.cognitex.embedded.EmbeddedUser;
import io.cognitex.embedded.Fault;
import io.cognitex.embedded.PoolSnapshot;
import io.cognitex.embedded.RecordedCall;
import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.authority.AuthorityUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for devices that users ask to remember, against an embedded pool.
 */
class RememberedDeviceTests {

	private static final String PASSWORD = "Passw0rd!";

	private static final String CHALLENGE = "/login/challenge";

	private static final SecretKey KEY = key("0123456789abcdef0123456789abcdef");

	private static final String COOKIE = "cognitex-device";

	private final CookieRememberedDeviceRepository repository = new CookieRememberedDeviceRepository(List.of(KEY));

	private EmbeddedCognito pool;

	private TestApplication application;

	private TestBrowser browser;

	private void start(boolean onlyIfUsersSaySo) {
		this.pool = EmbeddedCognito.builder()
			.mfa("OPTIONAL", "EMAIL_OTP")
			.aliasAttributes("email")
			.deviceConfiguration(true, onlyIfUsersSaySo)
			.start();
		for (String name : List.of("alice", "bob")) {
			this.pool.addUser(EmbeddedUser.named(name)
				.password(PASSWORD)
				.attribute("email", name + "@example.com")
				.mfa("EMAIL_OTP")
				.build());
		}
		CognitoAccountManager accounts = CognitoAccountManager.builder()
			.userPoolId(this.pool.userPoolId())
			.clientId(this.pool.clientId())
			.endpoint(this.pool.endpoint())
			.issuer(this.pool.issuer())
			.build();
		this.application = TestApplication.with(accounts)
			.bean(RememberedDeviceRepository.class, this.repository)
			.start((http) -> http.with(new CognitoLoginConfigurer()));
		this.browser = new TestBrowser(this.application);
	}

	@AfterEach
	void stop() {
		if (this.pool != null) {
			this.application.close();
			this.pool.close();
		}
	}

	@Test
	void deviceWhenNotAskedForThenNotConfirmedAndTheCodeIsAskedAgain() {
		start(false);
		this.browser.login("alice", PASSWORD);
		assertThat(this.browser.challengePage()).contains("name=\"remember-device\"").doesNotContain("new-code");

		this.browser.answer("code", code("alice"));

		assertThat(this.browser.isLoggedIn()).isTrue();
		assertThat(this.browser.cookie(COOKIE)).isNull();
		assertThat(operations()).doesNotContain("ConfirmDevice");
		assertThat(this.browser.login("alice", PASSWORD)).isEqualTo(CHALLENGE);
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void deviceWhenAskedForThenTheNextLoginNeedsNoCode(boolean onlyIfUsersSaySo) {
		start(onlyIfUsersSaySo);
		remember();

		assertThat(this.browser.login("alice", PASSWORD)).isEqualTo("/");

		assertThat(AuthorityUtils.authorityListToSet(this.browser.user().getAuthorities()))
			.contains("FACTOR_PASSWORD", "FACTOR_DEVICE")
			.doesNotContain("FACTOR_EMAIL_OTP");
	}

	@Test
	void deviceWhenItLetTheUserInAndTheUserLogsInAgainThenTheCodeIsAsked() {
		start(false);
		remember();
		TestBrowser later = new TestBrowser(this.application).with(this.browser.cookie(COOKIE));
		assertThat(later.login("alice", PASSWORD)).isEqualTo("/");

		assertThat(later.login("alice", PASSWORD)).isEqualTo(CHALLENGE);
		later.answer("code", code("alice"));

		assertThat(AuthorityUtils.authorityListToSet(later.user().getAuthorities())).contains("FACTOR_EMAIL_OTP");
	}

	@Test
	void deviceWhenPasswordIsWrongThenRefused() {
		start(false);
		remember();
		TestBrowser other = new TestBrowser(this.application).with(this.browser.cookie(COOKIE));

		assertThat(other.login("alice", "wr0ng-Passw0rd")).isEqualTo("/login?error");
		assertThat(other.isLoggedIn()).isFalse();
	}

	@Test
	void deviceWhenAnotherUserLogsInThenTheCodeIsAsked() {
		start(false);
		remember();

		assertThat(this.browser.login("bob", PASSWORD)).isEqualTo(CHALLENGE);
	}

	@Test
	void deviceWhenAnotherNameOfTheUserIsTypedThenTheCodeIsAskedAndNothingIsLost() {
		start(false);
		remember();

		assertThat(this.browser.login("alice@example.com", PASSWORD)).isEqualTo(CHALLENGE);
		this.browser.answer("code", code("alice"));
		assertThat(this.browser.login("alice", PASSWORD)).isEqualTo("/");
	}

	@Test
	void deviceWhenCognitoHasForgottenItThenTheCodeIsAskedAndTheCookieGoes() {
		start(false);
		PoolSnapshot before = this.pool.snapshot();
		remember();
		this.pool.restore(before);

		assertThat(this.browser.login("alice", PASSWORD)).isEqualTo(CHALLENGE);
		this.browser.answer("code", code("alice"));

		assertThat(this.browser.isLoggedIn()).isTrue();
		assertThat(this.browser.cookie(COOKIE).getMaxAge()).isZero();
	}

	@Test
	void deviceWhenItCannotBeConfirmedThenLoggedInAllTheSame() {
		start(false);
		this.browser.login("alice", PASSWORD);
		String code = code("alice");
		this.pool.addFault(Fault.internalError().on("ConfirmDevice"));

		this.browser.answer("code", code, "remember-device", "on");

		assertThat(this.browser.isLoggedIn()).isTrue();
		assertThat(this.browser.cookie(COOKIE)).isNull();
	}

	@Test
	void cookieWhenSavedThenOnlyTheApplicationCanReadIt() {
		start(false);
		remember();

		Cookie cookie = this.browser.cookie(COOKIE);
		String plain = new String(Base64.getUrlDecoder().decode(cookie.getValue()), StandardCharsets.ISO_8859_1);
		assertThat(plain).doesNotContain("alice", "us-east-1_");
		assertThat(cookie.isHttpOnly()).isTrue();
		assertThat(cookie.getAttribute("SameSite")).isEqualTo("Lax");
	}

	@Test
	void cookieWhenChangedOrMadeUpThenThereIsNoDevice() {
		start(false);
		remember();
		String value = this.browser.cookie(COOKIE).getValue();
		char first = (value.charAt(0) != 'A') ? 'A' : 'B';

		for (String forged : List.of("", "x", "AAAA", "not base64", first + value.substring(1), value + "AAAA",
				value.substring(0, value.length() - 4))) {
			assertThat(this.repository.load(request(forged), "alice")).as(forged).isNull();
		}
		assertThat(this.repository.load(request(value), "bob")).isNull();
		assertThat(this.repository.load(request(value), "alice")).isNotNull();
	}

	@Test
	void cookieWhenKeyIsReplacedThenOldCookiesAreReadUntilTheirKeyGoes() {
		start(false);
		remember();
		String value = this.browser.cookie(COOKIE).getValue();
		SecretKey replacement = key("another key with thirty-two byte");

		assertThat(new CookieRememberedDeviceRepository(List.of(replacement, KEY)).load(request(value), "alice"))
			.isNotNull();
		assertThat(new CookieRememberedDeviceRepository(List.of(replacement)).load(request(value), "alice")).isNull();
		assertThatIllegalArgumentException().isThrownBy(() -> new CookieRememberedDeviceRepository(List.of()));
	}

	@Test
	void cookieWhenRequestIsSecureThenItIsSentOverHttpsOnly() {
		start(false);
		remember();
		MockHttpServletRequest request = new MockHttpServletRequest();
		request.setSecure(true);
		MockHttpServletResponse response = new MockHttpServletResponse();

		this.repository.save(this.repository.load(request(this.browser.cookie(COOKIE).getValue()), "alice"), "alice",
				"alice", request, response);

		assertThat(response.getHeader("Set-Cookie")).contains("; Secure", "; HttpOnly", "; Path=/;");
	}

	private void remember() {
		this.browser.login("alice", PASSWORD);
		this.browser.answer("code", code("alice"), "remember-device", "on");
		assertThat(this.browser.cookie(COOKIE)).isNotNull();
	}

	private List<String> operations() {
		return this.pool.calls().stream().map(RecordedCall::operation).toList();
	}

	private String code(String username) {
		return this.pool.lastMessage(username).orElseThrow().code();
	}

	private static MockHttpServletRequest request(String value) {
		MockHttpServletRequest request = new MockHttpServletRequest();
		request.setCookies(new Cookie(COOKIE, value));
		return request;
	}

	private static SecretKey key(String text) {
		return new SecretKeySpec(text.getBytes(StandardCharsets.UTF_8), "AES");
	}

}

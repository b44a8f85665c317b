package io.cognitex.security.web;

import java.util.Objects;

import io.cognitex.UserContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link RequestUserContextSource}.
 */
class RequestUserContextSourceTests {

	private final MockHttpServletRequest request = new MockHttpServletRequest("POST", "/login");

	private final RequestUserContextSource source = new RequestUserContextSource();

	@BeforeEach
	void begin() {
		this.request.setServerName("app.example.com");
		this.request.setRemoteAddr("203.0.113.7");
		RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(this.request));
	}

	@AfterEach
	void end() {
		RequestContextHolder.resetRequestAttributes();
	}

	@Test
	void userContextWhenNoRequestIsServedThenNone() {
		RequestContextHolder.resetRequestAttributes();

		assertThat(this.source.userContext()).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "X-Forwarded-For", "Forwarded", "X-Real-IP", "CF-Connecting-IP" })
	void ipAddressWhenAHeaderNamesAnotherThenIgnored(String header) {
		this.request.addHeader(header, "198.51.100.1");

		assertThat(context().ipAddress()).isEqualTo("203.0.113.7");
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", "unknown", "_hidden", "app.example.com", "203.0.113.7:8080x", "1.2.3.4, 5.6.7.8" })
	void ipAddressWhenServerKnowsNoneThenNone(String address) {
		this.request.setRemoteAddr(address);

		assertThat(context().ipAddress()).isNull();
	}

	@ParameterizedTest
	@CsvSource({ "203.0.113.7, 203.0.113.7", "2001:db8::1, 2001:db8::1",
			"fe80:0:0:0:0:0:0:1%eth0, fe80:0:0:0:0:0:0:1" })
	void ipAddressWhenServerKnowsItThenWithoutZone(String address, String expected) {
		this.request.setRemoteAddr(address);

		assertThat(context().ipAddress()).isEqualTo(expected);
	}

	@Test
	void headersThenNoCredentials() {
		this.request.addHeader("User-Agent", "Mozilla/5.0");
		this.request.addHeader("Accept-Language", "de");
		this.request.addHeader("Cookie", "JSESSIONID=1");
		this.request.addHeader("Authorization", "Bearer token");

		assertThat(context().headers()).containsOnlyKeys("User-Agent", "Accept-Language")
			.containsEntry("User-Agent", "Mozilla/5.0");
		assertThat(context().serverName()).isEqualTo("app.example.com");
		assertThat(context().serverPath()).isEqualTo("/login");
	}

	@Test
	void encodedDataWhenNotSentOrHugeThenNone() {
		assertThat(context().encodedData()).isNull();

		this.request.setParameter("cognitoAsfData", " ");
		assertThat(context().encodedData()).isNull();

		this.request.setParameter("cognitoAsfData", "x".repeat(100_000));
		assertThat(context().encodedData()).isNull();
	}

	@Test
	void encodedDataWhenTheFormHasTheFieldThenTaken() {
		this.request.setParameter("cognitoAsfData", "fingerprint");

		assertThat(context().encodedData()).isEqualTo("fingerprint");
	}

	@Test
	void encodedDataWhenTheApplicationNamesAnotherFieldThenTakenFromThere() {
		this.request.setParameter("fingerprint", "of the browser");
		this.source.setEncodedDataParameter("fingerprint");

		assertThat(context().encodedData()).isEqualTo("of the browser");
		assertThatIllegalArgumentException().isThrownBy(() -> this.source.setEncodedDataParameter(" "));
	}

	private UserContext context() {
		return Objects.requireNonNull(this.source.userContext());
	}

}

package io.cognitex.security.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.cognitex.secretwatch.Secrets;
import jakarta.servlet.http.Cookie;
import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/**
 * A person in front of a browser: keeps the session, and fills in forms as they are on
 * the page.
 */
final class TestBrowser {

	private static final String CHALLENGE = "/login/challenge";

	private static final Pattern STEP = Pattern.compile("name=\"step\" value=\"([^\"]+)\"");

	private final MockHttpSession session = new MockHttpSession();

	private final Map<String, Cookie> cookies = new LinkedHashMap<>();

	private final MockMvcTester mvc;

	TestBrowser(TestApplication application) {
		this.mvc = application.mvc();
	}

	/**
	 * A browser with this cookie.
	 */
	TestBrowser with(Cookie cookie) {
		this.cookies.put(cookie.getName(), cookie);
		return this;
	}

	@Nullable Cookie cookie(String name) {
		return this.cookies.get(name);
	}

	MockHttpSession session() {
		return this.session;
	}

	MvcTestResult get(String url) {
		return exchange(this.mvc.get().uri(url));
	}

	/**
	 * Logs in.
	 * @param username what is typed
	 * @param password what is typed
	 * @return where the browser goes
	 */
	String login(String username, String password) {
		return post("/login", "username", username, "password", password);
	}

	/**
	 * Opens the challenge page, and sends its form.
	 * @param fields names and values in turn
	 * @return where the browser goes
	 */
	String answer(String... fields) {
		return answerFrom(challengePage(), fields);
	}

	/**
	 * Sends the form of a challenge page that was opened before.
	 * @param page the page
	 * @param fields names and values in turn
	 * @return where the browser goes
	 */
	String answerFrom(String page, String... fields) {
		return sendStep(CHALLENGE, page, fields);
	}

	/**
	 * Sends the form of a page that was opened before.
	 * @param url where to
	 * @param page the page
	 * @param fields names and values in turn
	 * @return where the browser goes
	 */
	String sendStep(String url, String page, String... fields) {
		Matcher step = STEP.matcher(page);
		if (!step.find()) {
			throw new AssertionError("No step: " + page);
		}
		List<String> all = new ArrayList<>(List.of(fields));
		all.addAll(List.of("step", step.group(1)));
		return post(url, all.toArray(String[]::new));
	}

	/**
	 * Opens a page that sets an authenticator app up, and sends its form.
	 * @param page the page
	 * @param fields names and values in turn
	 * @return where the browser goes
	 */
	String enrol(String page, String... fields) {
		return sendStep("/login/enrolment", html(get(page)), fields);
	}

	/**
	 * Logs out.
	 * @return where the browser goes
	 */
	String logout() {
		return post("/logout");
	}

	String challengePage() {
		return html(get(CHALLENGE));
	}

	static String html(MvcTestResult result) {
		return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
	}

	private String post(String url, String... fields) {
		MockMvcTester.MockMvcRequestBuilder request = this.mvc.post().uri(url).with(csrf());
		for (int i = 0; i < fields.length; i += 2) {
			request.param(fields[i], fields[i + 1]);
		}
		return location(exchange(request));
	}

	private MvcTestResult exchange(MockMvcTester.MockMvcRequestBuilder request) {
		request.accept(MediaType.TEXT_HTML).session(this.session);
		if (!this.cookies.isEmpty()) {
			request.cookie(this.cookies.values().toArray(Cookie[]::new));
		}
		MvcTestResult result = request.exchange();
		for (Cookie cookie : result.getResponse().getCookies()) {
			Secrets.add("cookie", cookie.getValue());
			this.cookies.put(cookie.getName(), cookie);
		}
		return result;
	}

	static String location(MvcTestResult result) {
		String location = result.getResponse().getRedirectedUrl();
		return (location != null) ? location : "status " + result.getResponse().getStatus();
	}

	boolean isLoggedIn() {
		return this.session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY) != null;
	}

	Authentication user() {
		return ((SecurityContext) this.session
			.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY)).getAuthentication();
	}

}

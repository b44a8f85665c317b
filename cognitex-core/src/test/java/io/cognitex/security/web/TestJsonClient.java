package io.cognitex.security.web;

import java.io.UnsupportedEncodingException;
import java.text.ParseException;
import java.util.LinkedHashMap;
import java.util.Map;

import com.nimbusds.jose.util.JSONObjectUtils;

import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/**
 * A single-page application, in its browser.
 */
final class TestJsonClient {

	private final MockHttpSession session = new MockHttpSession();

	private final MockMvcTester mvc;

	TestJsonClient(TestApplication application) {
		this.mvc = application.mvc();
	}

	MockHttpSession session() {
		return this.session;
	}

	MvcTestResult login(String username, String password) {
		return begin("username", username, "password", password);
	}

	/**
	 * Begins a login.
	 * @param members names and values in turn
	 */
	MvcTestResult begin(Object... members) {
		return post("/login/json", json(members));
	}

	/**
	 * Answers a challenge.
	 * @param members names and values in turn
	 */
	MvcTestResult answer(Object... members) {
		return post("/login/json/challenge", json(members));
	}

	MvcTestResult post(String url, String body) {
		return this.mvc.post().uri(url).with(csrf()).session(this.session).with((request) -> {
			request.setRequestedSessionIdValid(true);
			return request;
		}).contentType(MediaType.APPLICATION_JSON).content(body).exchange();
	}

	MvcTestResult get(String url) {
		return this.mvc.get().uri(url).accept(MediaType.APPLICATION_JSON).session(this.session).exchange();
	}

	boolean isLoggedIn() {
		return this.session
			.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY) instanceof SecurityContext;
	}

	static String json(Object... members) {
		Map<String, Object> object = new LinkedHashMap<>();
		for (int i = 0; i < members.length; i += 2) {
			object.put((String) members[i], members[i + 1]);
		}
		return JSONObjectUtils.toJSONString(object);
	}

	static Map<String, Object> body(MvcTestResult result) {
		try {
			return JSONObjectUtils.parse(result.getResponse().getContentAsString());
		}
		catch (ParseException | UnsupportedEncodingException ex) {
			throw new AssertionError("No JSON", ex);
		}
	}

}

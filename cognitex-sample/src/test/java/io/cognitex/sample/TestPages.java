package io.cognitex.sample;

import java.nio.charset.StandardCharsets;

import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Pages, to be compared as a whole. */
final class TestPages {

	private TestPages() {
	}

	/**
	 * Status, headers and body without what differs on any two pages: the e-mail address
	 * and the CSRF token.
	 */
	static String of(MvcTestResult result, String email) {
		StringBuilder page = new StringBuilder().append(result.getResponse().getStatus()).append('\n');
		for (String name : result.getResponse().getHeaderNames()) {
			page.append(name).append(": ").append(result.getResponse().getHeaders(name)).append('\n');
		}
		page.append(new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
		return page.toString().replace(email, "EMAIL").replaceAll("name=\"_csrf\" value=\"[^\"]+\"", "CSRF");
	}

}

package io.cognitex.sample.cluster;

import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Keeps cookies, which are those of all nodes because cookies know no ports, sends forms
 * with the CSRF token of their page, and shows redirects instead of following them.
 */
final class TestBrowser {

	private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]* value=\"([^\"]+)\"");

	private final CookieManager cookies = new CookieManager();

	private final HttpClient client = HttpClient.newBuilder().cookieHandler(this.cookies).build();

	/** One whose cookie names a session. */
	static TestBrowser withSession(Node node, String cookie) {
		TestBrowser browser = new TestBrowser();
		HttpCookie session = new HttpCookie("SESSION", cookie);
		session.setPath("/");
		session.setVersion(0);
		browser.cookies.getCookieStore().add(node.address(), session);
		return browser;
	}

	/** Another one that has the same cookies now. */
	TestBrowser withSameCookies(Node node) {
		TestBrowser other = new TestBrowser();
		this.cookies.getCookieStore()
			.getCookies()
			.forEach((cookie) -> other.cookies.getCookieStore().add(node.address(), (HttpCookie) cookie.clone()));
		return other;
	}

	HttpResponse<String> get(Node node, String path) {
		return getLater(node, path).join();
	}

	CompletableFuture<HttpResponse<String>> getLater(Node node, String path) {
		return this.client.sendAsync(HttpRequest.newBuilder(node.address().resolve(path)).build(),
				BodyHandlers.ofString());
	}

	/** Sends a form of one node's page to another one. */
	HttpResponse<String> submit(Node node, String page, String path, Map<String, String> fields) {
		Matcher csrf = CSRF.matcher(get(node, page).body());
		if (!csrf.find()) {
			throw new AssertionError("No CSRF token on " + page);
		}
		Map<String, String> all = new LinkedHashMap<>(fields);
		all.put("_csrf", csrf.group(1));
		String body = all.entrySet()
			.stream()
			.map((field) -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
			.collect(Collectors.joining("&"));
		HttpRequest request = HttpRequest.newBuilder(node.address().resolve(path))
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(BodyPublishers.ofString(body))
			.build();
		return this.client.sendAsync(request, BodyHandlers.ofString()).join();
	}

	/** Where an answer leads: path and query, or the status if it leads nowhere. */
	static String outcome(HttpResponse<String> response) {
		return response.headers()
			.firstValue("Location")
			.map((location) -> location.replaceFirst("^http://[^/]*", ""))
			.orElse(String.valueOf(response.statusCode()));
	}

}

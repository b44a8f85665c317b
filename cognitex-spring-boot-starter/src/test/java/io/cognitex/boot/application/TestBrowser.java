package io.cognitex.boot.application;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a browser does at login, and no more: it keeps cookies, sends forms with the CSRF
 * token of their page, and shows redirects instead of following them.
 */
public final class TestBrowser {

	private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]* value=\"([^\"]+)\"");

	private final CookieManager cookies = new CookieManager();

	private final HttpClient client = HttpClient.newBuilder().cookieHandler(this.cookies).build();

	private final URI application;

	public TestBrowser(int port) {
		this(URI.create("http://127.0.0.1:" + port));
	}

	private TestBrowser(URI application) {
		this.application = application;
	}

	/**
	 * Another one that has the same cookies now.
	 * @return the other browser
	 */
	public TestBrowser withSameCookies() {
		TestBrowser other = new TestBrowser(this.application);
		this.cookies.getCookieStore().getCookies().forEach((cookie) -> {
			HttpCookie copy = (HttpCookie) cookie.clone();
			other.cookies.getCookieStore().add(this.application, copy);
		});
		return other;
	}

	/**
	 * Another one that was never here.
	 * @return the other browser
	 */
	public TestBrowser withoutCookies() {
		return new TestBrowser(this.application);
	}

	/**
	 * Asks for a page.
	 * @param path where it is
	 * @param headers names and values in turn
	 * @return the answer
	 */
	public HttpResponse<String> get(String path, String... headers) {
		return send(request(path, headers).GET());
	}

	/**
	 * Sends a form without a CSRF token.
	 * @param path where to
	 * @param fields the form
	 * @param headers names and values in turn
	 * @return the answer
	 */
	public HttpResponse<String> post(String path, Map<String, String> fields, String... headers) {
		String body = fields.entrySet()
			.stream()
			.map((field) -> encode(field.getKey()) + "=" + encode(field.getValue()))
			.collect(Collectors.joining("&"));
		return send(request(path, headers).header("Content-Type", "application/x-www-form-urlencoded")
			.POST(BodyPublishers.ofString(body)));
	}

	/**
	 * Sends JSON, as a program does.
	 * @param path where to
	 * @param json what
	 * @param headers names and values in turn
	 * @return the answer
	 */
	public HttpResponse<String> postJson(String path, String json, String... headers) {
		return send(
				request(path, headers).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)));
	}

	/**
	 * Sends a form with the CSRF token of a page.
	 * @param page where the form is
	 * @param path where to
	 * @param fields the form
	 * @return the answer
	 */
	public HttpResponse<String> submit(String page, String path, Map<String, String> fields) {
		Matcher csrf = CSRF.matcher(get(page).body());
		if (!csrf.find()) {
			throw new AssertionError("No CSRF token on " + page);
		}
		Map<String, String> all = new LinkedHashMap<>(fields);
		all.put("_csrf", csrf.group(1));
		return post(path, all, "Accept", "text/html");
	}

	/**
	 * Logs in with the form at {@code /login}.
	 * @param username what is typed
	 * @param password what is typed
	 * @return the answer
	 */
	public HttpResponse<String> login(String username, String password) {
		return submit("/login", "/login", Map.of("username", username, "password", password));
	}

	/**
	 * The id of the session.
	 * @return the id, or an empty text if there is none
	 */
	public String sessionId() {
		return this.cookies.getCookieStore()
			.getCookies()
			.stream()
			.filter((cookie) -> "JSESSIONID".equals(cookie.getName()))
			.map(HttpCookie::getValue)
			.findFirst()
			.orElse("");
	}

	public static String basic(String username, String password) {
		return "Basic "
				+ Base64.getEncoder().encodeToString((username + ":" + password).getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * Where an answer redirects to.
	 * @param response the answer
	 * @return path and query, or an empty text if it does not redirect
	 */
	public static String location(HttpResponse<String> response) {
		return response.headers().firstValue("Location").map(TestBrowser::pathAndQuery).orElse("");
	}

	private static String pathAndQuery(String location) {
		URI uri = URI.create(location);
		return (uri.getRawQuery() != null) ? uri.getRawPath() + "?" + uri.getRawQuery() : uri.getRawPath();
	}

	private HttpRequest.Builder request(String path, String... headers) {
		HttpRequest.Builder request = HttpRequest.newBuilder(this.application.resolve(path));
		if (headers.length > 0) {
			request.headers(headers);
		}
		return request;
	}

	private HttpResponse<String> send(HttpRequest.Builder request) {
		try {
			return this.client.send(request.build(), BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new AssertionError("The application did not answer", ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new AssertionError(ex);
		}
	}

	private static String encode(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

}

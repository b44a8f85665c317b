package io.cognitex.embedded;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Calls from pages, as browsers make them by the Fetch standard.
 */
class CrossOriginTests {

	private static final String ORIGIN = "https://shop.example";

	@AutoClose
	private final EmbeddedCognito cognito = EmbeddedCognito.builder().controlApi(true).start();

	private final HttpClient http = HttpClient.newHttpClient();

	@Test
	void preflightWhenNotForOperationsThenNothingIsAllowed() throws Exception {
		for (String path : new String[] { "/other", "/_cognitex/messages", "/_cognitex/clock" }) {
			HttpResponse<String> response = preflight(path);

			assertThat(response.statusCode()).isIn(403, 404, 405);
			assertThat(response.headers().firstValue("Access-Control-Allow-Headers")).isEmpty();
		}
	}

	@Test
	void callWhenOriginIsMissingThenNoHeadersForBrowsers() throws Exception {
		HttpResponse<String> response = send(getUser().build());

		assertThat(response.headers().map().keySet()).noneMatch((name) -> name.startsWith("access-control-"));
	}

	@Test
	void preflightWhenForAnOperationThenItsHeadersAreAllowed() throws Exception {
		HttpResponse<String> response = preflight("/");

		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.body()).isEmpty();
		assertThat(header(response, "Access-Control-Allow-Origin")).isEqualTo("*");
		assertThat(header(response, "Access-Control-Allow-Methods")).isEqualTo("POST");
		assertThat(header(response, "Access-Control-Allow-Headers")).isEqualTo("content-type,x-amz-target");
		assertThat(this.cognito.calls()).isEmpty();
	}

	@Test
	void callWhenFromAPageThenItMayReadTheRefusal() throws Exception {
		HttpResponse<String> response = send(getUser().header("Origin", ORIGIN).build());

		assertThat(response.body()).contains("NotAuthorizedException");
		assertThat(header(response, "Access-Control-Allow-Origin")).isEqualTo("*");
		assertThat(header(response, "Access-Control-Expose-Headers")).contains("x-amzn-ErrorType");
	}

	private HttpResponse<String> preflight(String path) throws Exception {
		return send(HttpRequest.newBuilder(URI.create(this.cognito.endpoint() + path))
			.method("OPTIONS", BodyPublishers.noBody())
			.header("Origin", ORIGIN)
			.header("Access-Control-Request-Method", "POST")
			.header("Access-Control-Request-Headers", "content-type,x-amz-target")
			.build());
	}

	private HttpRequest.Builder getUser() {
		return HttpRequest.newBuilder(this.cognito.endpoint().resolve("/"))
			.header("Content-Type", "application/x-amz-json-1.1")
			.header("X-Amz-Target", "AWSCognitoIdentityProviderService.GetUser")
			.POST(BodyPublishers.ofString("{\"AccessToken\":\"a\"}"));
	}

	private HttpResponse<String> send(HttpRequest request) throws Exception {
		return this.http.send(request, BodyHandlers.ofString());
	}

	private static String header(HttpResponse<String> response, String name) {
		return response.headers().firstValue(name).orElse("");
	}

}

package io.cognitex.security.web;

import java.io.IOException;
import java.net.URI;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;

/**
 * Sends the access token of whoever is logged in along with the application's own
 * requests:
 *
 * <pre class="code">
 * RestClient.builder()
 *     .baseUrl("https://orders.example.com")
 *     .requestInterceptor(new CognitoAccessTokenInterceptor(URI.create("https://orders.example.com")))
 *     .build();
 * </pre>
 *
 * Requests to any other origin, requests that have an {@code Authorization} already and
 * requests on behalf of nobody go out as they are. An HTTP client that follows redirects
 * may take the header along to where it is redirected.
 */
public final class CognitoAccessTokenInterceptor implements ClientHttpRequestInterceptor {

	private final Origin origin;

	/**
	 * Sends tokens to this origin only.
	 * @param origin scheme, host and port; a path plays no part
	 */
	public CognitoAccessTokenInterceptor(URI origin) {
		this.origin = Origin.of(origin);
	}

	@Override
	public ClientHttpResponse intercept(HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
			throws IOException {
		HttpHeaders headers = request.getHeaders();
		if (this.origin.isOf(request.getURI()) && headers.getFirst(HttpHeaders.AUTHORIZATION) == null) {
			String accessToken = CurrentAccessToken.get();
			if (accessToken != null) {
				headers.setBearerAuth(accessToken);
			}
		}
		return execution.execute(request, body);
	}

}

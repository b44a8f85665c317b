package io.cognitex.security.web;

import java.net.URI;

import reactor.core.publisher.Mono;

import org.springframework.http.HttpHeaders;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFilterFunction;
import org.springframework.web.reactive.function.client.ExchangeFunction;

/**
 * Does for {@code WebClient} what {@link CognitoAccessTokenInterceptor} does for
 * {@code RestClient}, in servlet applications: the user is that of the thread that
 * subscribes.
 */
public final class CognitoAccessTokenExchangeFilterFunction implements ExchangeFilterFunction {

	private final Origin origin;

	/**
	 * Sends tokens to this origin only.
	 * @param origin scheme, host and port; a path plays no part
	 */
	public CognitoAccessTokenExchangeFilterFunction(URI origin) {
		this.origin = Origin.of(origin);
	}

	@Override
	public Mono<ClientResponse> filter(ClientRequest request, ExchangeFunction next) {
		return Mono.defer(() -> next.exchange(withToken(request)));
	}

	private ClientRequest withToken(ClientRequest request) {
		if (!this.origin.isOf(request.url()) || request.headers().getFirst(HttpHeaders.AUTHORIZATION) != null) {
			return request;
		}
		String accessToken = CurrentAccessToken.get();
		return (accessToken != null)
				? ClientRequest.from(request).headers((headers) -> headers.setBearerAuth(accessToken)).build()
				: request;
	}

}

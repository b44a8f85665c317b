package io.cognitex.security.web;

import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

import io.cognitex.CognitoTokens;
import io.cognitex.security.CognitoAuthentication;
import io.cognitex.security.CognitoBearerAuthentication;
import io.cognitex.security.CognitoPrincipal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.mock.http.client.MockClientHttpRequest;
import org.springframework.mock.http.client.MockClientHttpResponse;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for what takes the access token on to other services and to controllers.
 */
class AccessTokenRelayTests {

	private static final URI ORDERS = URI.create("https://orders.example.com");

	private static final CognitoPrincipal ALICE = new CognitoPrincipal("alice", "sub", List.of(), Map.of(), List.of());

	private static final CognitoTokens TOKENS = new CognitoTokens("the-access-token", "the-id-token",
			"the-refresh-token", Instant.parse("2036-01-01T00:00:00Z"));

	@AfterEach
	void logOut() {
		SecurityContextHolder.clearContext();
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "https://evil.example.com/", "http://orders.example.com/", "https://orders.example.com:444/",
					"https://orders.example.com.evil.com/", "https://orders.example.com@evil.com/", "/relative" })
	void requestWhenItGoesElsewhereThenWithoutToken(String url) throws Exception {
		logIn();

		assertThat(sentByRestClient(url, null)).isNull();
		assertThat(sentByWebClient(url, null)).isNull();
	}

	@Test
	void requestWhenNobodyIsLoggedInThenWithoutToken() throws Exception {
		assertThat(sentByRestClient(ORDERS + "/1", null)).isNull();
		assertThat(sentByWebClient(ORDERS + "/1", null)).isNull();

		SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken("someone", "else"));

		assertThat(sentByRestClient(ORDERS + "/1", null)).isNull();
		assertThat(sentByWebClient(ORDERS + "/1", null)).isNull();
	}

	@Test
	void requestWhenItIsAuthorizedAlreadyThenStaysAsItIs() throws Exception {
		logIn();

		assertThat(sentByRestClient(ORDERS + "/1", "Basic abc")).isEqualTo("Basic abc");
		assertThat(sentByWebClient(ORDERS + "/1", "Basic abc")).isEqualTo("Basic abc");
	}

	@Test
	void interceptorWhenOriginHasNoHostThenRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> new CognitoAccessTokenInterceptor(URI.create("/orders")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://orders.example.com/1", "https://ORDERS.example.com:443/1?a=b" })
	void requestWhenItGoesToTheOriginThenWithToken(String url) throws Exception {
		logIn();

		assertThat(sentByRestClient(url, null)).isEqualTo("Bearer the-access-token");
		assertThat(sentByWebClient(url, null)).isEqualTo("Bearer the-access-token");
	}

	@Test
	void requestWhenUserCameWithAnAccessTokenThenItIsSentOn() throws Exception {
		OAuth2AccessToken token = new OAuth2AccessToken(OAuth2AccessToken.TokenType.BEARER, "bearers-token", null,
				null);
		SecurityContextHolder.getContext()
			.setAuthentication(new CognitoBearerAuthentication(ALICE, token, Map.of("sub", "sub"), List.of()));

		assertThat(sentByRestClient(ORDERS + "/1", null)).isEqualTo("Bearer bearers-token");
	}

	@Test
	void argumentWhenNobodyIsLoggedInThenNull() throws Exception {
		assertThat(argument(0)).isNull();
		assertThat(argument(1)).isNull();
	}

	@Test
	void argumentWhenLoggedInThenTokens() throws Exception {
		logIn();

		assertThat(argument(0)).isEqualTo("the-access-token");
		assertThat(argument(1)).isEqualTo(TOKENS);
	}

	@Test
	void supportsParameterWhenItIsSomethingElseThenNot() throws Exception {
		CognitoTokensArgumentResolver resolver = new CognitoTokensArgumentResolver();

		assertThat(resolver.supportsParameter(parameter(2))).isFalse();
		assertThat(resolver.supportsParameter(parameter(3))).isFalse();
	}

	private static void logIn() {
		SecurityContextHolder.getContext().setAuthentication(new CognitoAuthentication(ALICE, TOKENS, List.of()));
	}

	private static String sentByRestClient(String url, String authorization) throws IOException {
		MockClientHttpRequest request = new MockClientHttpRequest(HttpMethod.GET, URI.create(url));
		if (authorization != null) {
			request.getHeaders().set(HttpHeaders.AUTHORIZATION, authorization);
		}
		new CognitoAccessTokenInterceptor(ORDERS).intercept(request, new byte[0],
				(sent, body) -> new MockClientHttpResponse(new byte[0], HttpStatus.OK));
		return request.getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
	}

	private static String sentByWebClient(String url, String authorization) {
		AtomicReference<ClientRequest> sent = new AtomicReference<>();
		ClientRequest request = ClientRequest.create(HttpMethod.GET, URI.create(url)).headers((headers) -> {
			if (authorization != null) {
				headers.set(HttpHeaders.AUTHORIZATION, authorization);
			}
		}).build();
		new CognitoAccessTokenExchangeFilterFunction(ORDERS).filter(request, (toSend) -> {
			sent.set(toSend);
			return Mono.just(ClientResponse.create(HttpStatus.OK).build());
		}).block();
		return sent.get().headers().getFirst(HttpHeaders.AUTHORIZATION);
	}

	private static Object argument(int index) throws NoSuchMethodException {
		CognitoTokensArgumentResolver resolver = new CognitoTokensArgumentResolver();
		MethodParameter parameter = parameter(index);
		assertThat(resolver.supportsParameter(parameter)).isTrue();
		return resolver.resolveArgument(parameter, null, null, null);
	}

	private static MethodParameter parameter(int index) throws NoSuchMethodException {
		Method method = AccessTokenRelayTests.class.getDeclaredMethod("controller", String.class, CognitoTokens.class,
				String.class, Integer.class);
		return new MethodParameter(method, index);
	}

	@SuppressWarnings("unused")
	private void controller(@CognitoAccessToken String accessToken, CognitoTokens tokens, String other,
			@CognitoAccessToken Integer number) {
	}

}

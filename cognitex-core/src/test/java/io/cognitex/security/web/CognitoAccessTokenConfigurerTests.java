package io.cognitex.security.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import io.cognitex.CognitoError;
import io.cognitex.CognitoUser;
import io.cognitex.security.CognitoAccessTokenIntrospector;
import io.cognitex.security.CognitoAuthenticationProvider;
import io.cognitex.security.CognitoAuthoritiesMapper;
import io.cognitex.security.StubAccountManager;
import io.cognitex.security.TestIssuer;
import io.cognitex.security.TestTokens;
import io.cognitex.security.WithoutUserScope;
import io.cognitex.token.CognitoTokenVerifier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/**
 * Tests for {@link CognitoAccessTokenConfigurer}.
 */
class CognitoAccessTokenConfigurerTests {

	private static final TestIssuer ISSUER = TestIssuer.start();

	private static final CognitoUser ALICE = new CognitoUser("alice",
			Map.of("sub", TestTokens.SUBJECT, "email", "alice@example.com"));

	private TestApplication application = TestApplication.with(new StubAccountManager());

	@AfterEach
	void close() {
		this.application.close();
	}

	@AfterAll
	static void stop() {
		ISSUER.close();
	}

	@Test
	void requestWhenThereIsNoTokenThenChallenged() {
		start(StubAccountManager.withUser(ALICE));

		MvcTestResult result = this.application.mvc().get().uri("/me").exchange();

		assertThat(result).hasStatus(401)
			.hasHeader("WWW-Authenticate",
					"Bearer resource_metadata=\"http://localhost/.well-known/oauth-protected-resource\"")
			.hasContentType("application/problem+json")
			.bodyText()
			.isEqualTo("{\"title\":\"Unauthorized\",\"status\":401,\"detail\":\"This needs a login.\"}");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Bearer", "Bearer ", "Bearer  ", "Bearer a b", "Bearer \u00e4", "Bearer,", "bearer",
			"BearereyJhbGciOiJub25lIn0.e30." })
	void requestWhenHeaderIsMalformedThenInvalidToken(String authorization) {
		StubAccountManager accounts = StubAccountManager.withUser(ALICE);
		start(accounts);

		assertInvalidToken(request(authorization), "Bearer token is malformed");
		assertInvalidToken(this.application.mvc().post().uri("/me").header("Authorization", authorization).exchange(),
				"Bearer token is malformed");
		assertThat(accounts.calls()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "Basic YWxpY2U6UGFzc3cwcmQh", "Bearer other", "bearer" })
	void requestWhenThereAreSeveralHeadersThenInvalidRequest(String other) {
		StubAccountManager accounts = StubAccountManager.withUser(ALICE);
		start(accounts);
		String good = "Bearer " + ISSUER.accessToken();

		for (List<String> headers : List.of(List.of(good, other), List.of(other, good), List.of(good, good))) {
			MvcTestResult result = this.application.mvc()
				.post()
				.uri("/me")
				.header("Authorization", headers.toArray())
				.exchange();

			assertThat(result).hasStatus(400).hasContentType("application/problem+json");
			assertThat(result.getResponse().getHeader("WWW-Authenticate"))
				.startsWith("Bearer error=\"invalid_request\"");
		}
		assertThat(accounts.calls()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "Basic YWxpY2U6UGFzc3cwcmQh", "Beare x", "Digest bearer", "" })
	void requestWhenHeaderIsOfAnotherSchemeThenItIsNoBearerRequest(String authorization) {
		StubAccountManager accounts = StubAccountManager.withUser(ALICE);
		start(accounts);

		MvcTestResult get = request(authorization);
		MvcTestResult post = this.application.mvc().post().uri("/me").header("Authorization", authorization).exchange();

		assertThat(get).hasStatus(401);
		assertThat(get.getResponse().getHeader("WWW-Authenticate")).startsWith("Bearer").doesNotContain("error");
		assertThat(post).hasStatus(403);
		assertThat(accounts.calls()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "Bearer ", "bearer ", "BEARER ", "Bearer    " })
	void requestWhenSchemeIsSpeltAsRfc6750AllowsThenAuthenticated(String scheme) {
		start(StubAccountManager.withUser(ALICE));

		assertThat(request(scheme + ISSUER.accessToken())).hasStatusOk();
	}

	@Test
	void requestWhenTokenIsInQueryOrFormThenNotTaken() {
		StubAccountManager accounts = StubAccountManager.withUser(ALICE);
		start(accounts);
		String token = ISSUER.accessToken();

		assertThat(this.application.mvc().get().uri("/me?access_token=" + token)).hasStatus(401);
		assertThat(this.application.mvc()
			.post()
			.uri("/me")
			.contentType(MediaType.APPLICATION_FORM_URLENCODED)
			.param("access_token", token)).hasStatus(403);
		assertThat(accounts.calls()).isEmpty();
	}

	@Test
	void requestWhenTokenIsGarbageThenInvalidTokenWithoutACall() {
		assertRefusedWithoutACall("garbage");
		assertRefusedWithoutACall("eyJ.eyJ.eyJ");
		assertRefusedWithoutACall("a".repeat(10_000));
		assertRefusedWithoutACall("a".repeat(100_000));
	}

	@Test
	void requestWhenTokenIsForgedThenInvalidTokenWithoutACall() {
		assertRefusedWithoutACall(ISSUER.forge(ISSUER.claims()));
		assertRefusedWithoutACall(TestTokens.jwt(ISSUER.claims()));
	}

	@Test
	void requestWhenTokenIsOfAnotherPoolThenInvalidTokenWithoutACall() {
		try (TestIssuer another = TestIssuer.start()) {
			assertRefusedWithoutACall(another.accessToken());
		}
	}

	@Test
	void requestWhenTokenIsOfAnotherClientThenInvalidTokenWithoutACall() {
		Map<String, Object> claims = ISSUER.claims();
		claims.put("client_id", "2example23456789");

		assertRefusedWithoutACall(ISSUER.sign(claims));
	}

	@Test
	void requestWhenTokenHasExpiredThenInvalidTokenWithoutACall() {
		Map<String, Object> claims = ISSUER.claims();
		claims.put("exp", (Long) claims.get("iat") - 3600);

		assertRefusedWithoutACall(ISSUER.sign(claims));
	}

	@Test
	void requestWhenTokenIsAnIdTokenThenInvalidTokenWithoutACall() {
		Map<String, Object> claims = TestTokens.idTokenClaims();
		claims.put("iss", ISSUER.issuer());
		claims.put("exp", ISSUER.claims().get("exp"));

		assertRefusedWithoutACall(ISSUER.sign(claims));
	}

	private void assertRefusedWithoutACall(String token) {
		StubAccountManager accounts = StubAccountManager.withUser(ALICE);
		start(accounts);

		assertInvalidToken(request("Bearer " + token), "The access token is not valid");
		assertThat(accounts.calls()).isEmpty();
		this.application.close();
	}

	@ParameterizedTest
	@EnumSource(names = { "NOT_AUTHORIZED", "USER_NOT_FOUND", "PASSWORD_RESET_REQUIRED", "USER_NOT_CONFIRMED",
			"INVALID_PARAMETER" })
	void requestWhenCognitoRefusesTheTokenThenInvalidTokenWithoutCognitosText(CognitoError error) {
		start(StubAccountManager.failing(error));

		MvcTestResult result = request("Bearer " + ISSUER.accessToken());

		assertInvalidToken(result, "The access token is not valid");
		assertThat(this.application.events()).contains("AuthenticationFailureBadCredentialsEvent");
	}

	@Test
	void requestWhenCognitoNamesAnotherUserThenInvalidToken() {
		start(StubAccountManager.withUser(new CognitoUser("bob", Map.of())));

		assertInvalidToken(request("Bearer " + ISSUER.accessToken()), "The access token is not valid");
	}

	@Test
	void requestWhenTokenDoesNotAllowToReadItsUserThenInsufficientScopeWithoutACall() {
		StubAccountManager accounts = StubAccountManager.withUser(ALICE);
		start(accounts);
		Map<String, Object> otherScope = ISSUER.claims();
		otherScope.put("scope", "orders/read");
		Map<String, Object> clientCredentials = ISSUER.claims();
		clientCredentials.remove("username");

		for (String token : List.of(ISSUER.sign(otherScope), ISSUER.sign(clientCredentials))) {
			MvcTestResult result = request("Bearer " + token);

			assertThat(result).hasStatus(403).hasContentType("application/problem+json");
			assertThat(result.getResponse().getHeader("WWW-Authenticate"))
				.startsWith("Bearer error=\"insufficient_scope\"")
				.contains("scope=\"aws.cognito.signin.user.admin\"");
		}
		assertThat(accounts.calls()).isEmpty();
	}

	@ParameterizedTest
	@EnumSource(names = { "SERVICE_UNAVAILABLE", "TOO_MANY_REQUESTS", "INTERNAL_ERROR", "LIMIT_EXCEEDED" })
	void requestWhenCognitoIsDownOrThrottlesThenServiceUnavailable(CognitoError error) {
		start(StubAccountManager.failing(error));

		MvcTestResult result = request("Bearer " + ISSUER.accessToken());

		assertThat(result).hasStatus(503)
			.hasHeader("Retry-After", "5")
			.doesNotContainHeader("WWW-Authenticate")
			.hasContentType("application/problem+json");
		assertThat(result).bodyText()
			.isEqualTo("{\"title\":\"Service Unavailable\",\"status\":503,"
					+ "\"detail\":\"The access token cannot be checked at the moment\"}");
	}

	@Test
	void requestWhenKeysCannotBeHadThenServiceUnavailable() {
		StubAccountManager accounts = StubAccountManager.withUser(ALICE);
		this.application = TestApplication.with(accounts)
			.bean(CognitoTokenVerifier.class, ISSUER.verifierWithoutKeys())
			.start((http) -> http.with(new CognitoAccessTokenConfigurer()));

		assertThat(request("Bearer " + ISSUER.accessToken())).hasStatus(503).hasHeader("Retry-After", "5");
		assertThat(accounts.calls()).isEmpty();
	}

	@Test
	void requestWhenTokenIsGoodThenAuthenticatedWithoutASession() {
		StubAccountManager accounts = StubAccountManager.withUser(ALICE);
		start(accounts);

		MvcTestResult result = request("Bearer " + ISSUER.accessToken());

		assertThat(result).hasStatusOk()
			.bodyText()
			.isEqualTo(
					"alice alice@example.com [FACTOR_BEARER, ROLE_Readers, ROLE_admin, SCOPE_aws.cognito.signin.user.admin]");
		assertThat(result.getRequest().getSession(false)).isNull();
		assertThat(accounts.calls()).containsExactly("getUser");
		assertThat(this.application.events()).contains("AuthenticationSuccessEvent");
	}

	@Test
	void requestWhenTokenIsRememberedThenTheSameWithoutACall() {
		StubAccountManager accounts = StubAccountManager.withUser(ALICE);
		start(accounts);
		String token = "Bearer " + ISSUER.accessToken();
		String first = body(request(token));

		assertThat(body(request(token))).isEqualTo(first).startsWith("alice alice@example.com [FACTOR_BEARER");

		assertThat(accounts.calls()).containsExactly("getUser");
		assertThat(this.application.events()).filteredOn("AuthenticationSuccessEvent"::equals).hasSize(2);
	}

	@Test
	void requestWhenUserHasLoggedOutThenCognitoIsAskedAgain() {
		StubAccountManager accounts = StubAccountManager.withUser(ALICE);
		start(accounts);
		String token = "Bearer " + ISSUER.accessToken();
		request(token);

		this.application.mvc()
			.post()
			.uri("/logout")
			.with(csrf())
			.with(authentication(new TestingAuthenticationToken(this.application.principal(), null)))
			.exchange();

		request(token);
		assertThat(accounts.calls()).containsExactly("getUser", "getUser");
	}

	@Test
	void requestWhenThereIsAnIntrospectorThenItDecides() {
		StubAccountManager accounts = StubAccountManager.withUser(ALICE);
		this.application = TestApplication.with(accounts)
			.bean(CognitoTokenVerifier.class, ISSUER.verifier())
			.bean(CognitoAccessTokenIntrospector.class,
					CognitoAccessTokenIntrospector.builder(ISSUER.verifier(), accounts)
						.withoutUserScope(WithoutUserScope.LOCAL_CLAIMS)
						.build())
			.start((http) -> http.with(new CognitoAccessTokenConfigurer()));
		Map<String, Object> claims = ISSUER.claims();
		claims.put("scope", "orders/read");

		assertThat(request("Bearer " + ISSUER.sign(claims))).bodyText()
			.isEqualTo("alice null [FACTOR_BEARER, ROLE_Readers, ROLE_admin, SCOPE_orders/read]");
		assertThat(accounts.calls()).isEmpty();
	}

	@Test
	void requestWhenTokenIsGoodThenNoCsrfTokenIsNeeded() {
		start(StubAccountManager.withUser(ALICE));

		MvcTestResult result = this.application.mvc()
			.post()
			.uri("/me")
			.header("Authorization", "Bearer " + ISSUER.accessToken())
			.exchange();

		assertThat(result).hasStatusOk().bodyText().isEqualTo("changed by alice");
	}

	@Test
	void requestWhenAuthorityIsMissingThenForbidden() {
		start(StubAccountManager.withUser(ALICE));
		Map<String, Object> claims = ISSUER.claims();
		claims.remove("cognito:groups");

		MvcTestResult result = this.application.mvc()
			.get()
			.uri("/admin")
			.header("Authorization", "Bearer " + ISSUER.sign(claims))
			.exchange();

		assertThat(result).hasStatus(403);
		assertThat(result.getResponse().getHeader("WWW-Authenticate"))
			.startsWith("Bearer error=\"insufficient_scope\"");
	}

	@Test
	void requestWhenThereIsAMapperThenItDecides() {
		this.application = TestApplication.with(StubAccountManager.withUser(ALICE))
			.bean(CognitoTokenVerifier.class, ISSUER.verifier())
			.bean(CognitoAuthoritiesMapper.class, (claims) -> List.of(new SimpleGrantedAuthority("ROLE_mapped")))
			.start((http) -> http.with(new CognitoAccessTokenConfigurer()));

		assertThat(request("Bearer " + ISSUER.accessToken())).bodyText().endsWith("[FACTOR_BEARER, ROLE_mapped]");
	}

	@Test
	void requestWhenSomebodyElseIsLoggedInThenTheirAuthoritiesAreNotAddedAndTheirLoginStays() {
		StubAccountManager login = StubAccountManager.answering(TestTokens.completed());
		this.application = TestApplication.with(StubAccountManager.withUser(new CognitoUser("bob", Map.of())))
			.bean(CognitoTokenVerifier.class, ISSUER.verifier())
			.bean(CognitoAuthenticationProvider.class, new CognitoAuthenticationProvider(login))
			.start((http) -> http.with(new CognitoLoginConfigurer()).with(new CognitoAccessTokenConfigurer()));
		MockHttpSession session = new MockHttpSession();
		this.application.mvc()
			.post()
			.uri("/login")
			.with(csrf())
			.session(session)
			.param("username", "alice")
			.param("password", "Passw0rd!")
			.exchange();
		Map<String, Object> claims = ISSUER.claims();
		claims.put("username", "bob");
		claims.remove("cognito:groups");

		MvcTestResult bearer = this.application.mvc()
			.get()
			.uri("/me")
			.session(session)
			.header("Authorization", "Bearer " + ISSUER.sign(claims))
			.exchange();

		assertThat(bearer).bodyText().isEqualTo("bob null [FACTOR_BEARER, SCOPE_aws.cognito.signin.user.admin]");
		assertThat(this.application.mvc().get().uri("/me").session(session)).bodyText().startsWith("alice ");
	}

	@Test
	void requestWhenThereIsALoginFormTooThenABrowserIsSentToIt() {
		this.application = TestApplication.with(StubAccountManager.withUser(ALICE))
			.bean(CognitoTokenVerifier.class, ISSUER.verifier())
			.start((http) -> http.with(new CognitoLoginConfigurer()).with(new CognitoAccessTokenConfigurer()));

		MvcTestResult browser = this.application.mvc().get().uri("/me").accept(MediaType.TEXT_HTML).exchange();
		MvcTestResult program = this.application.mvc().get().uri("/me").accept(MediaType.APPLICATION_JSON).exchange();

		assertThat(browser.getResponse().getRedirectedUrl()).isEqualTo("/login");
		assertThat(program).hasStatus(401);
		assertThat(program.getResponse().getHeader("WWW-Authenticate")).startsWith("Bearer");
	}

	@Test
	void metadataWhenAskedForThenNamesTheUserPool() {
		start(StubAccountManager.withUser(ALICE));

		assertThat(this.application.mvc().get().uri("/.well-known/oauth-protected-resource")).hasStatusOk()
			.bodyText()
			.contains("\"authorization_servers\":[\"" + ISSUER.issuer() + "\"]",
					"\"tls_client_certificate_bound_access_tokens\":false");
	}

	private void start(StubAccountManager accounts) {
		this.application = TestApplication.with(accounts)
			.bean(CognitoTokenVerifier.class, ISSUER.verifier())
			.start((http) -> http.with(new CognitoAccessTokenConfigurer()));
	}

	private static String body(MvcTestResult result) {
		return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
	}

	private MvcTestResult request(String authorization) {
		return this.application.mvc().get().uri("/me").header("Authorization", authorization).exchange();
	}

	private static void assertInvalidToken(MvcTestResult result, String description) {
		assertThat(result).hasStatus(401)
			.hasHeader("WWW-Authenticate",
					"Bearer error=\"invalid_token\", error_description=\"" + description
							+ "\", error_uri=\"https://tools.ietf.org/html/rfc6750#section-3.1\", "
							+ "resource_metadata=\"http://localhost/.well-known/oauth-protected-resource\"")
			.hasContentType("application/problem+json")
			.bodyText()
			.isEqualTo("{\"title\":\"Unauthorized\",\"status\":401,\"detail\":\"" + description + "\"}");
	}

}

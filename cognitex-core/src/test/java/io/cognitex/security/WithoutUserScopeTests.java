package io.cognitex.security;

import java.util.List;
import java.util.Map;

import io.cognitex.CognitoUser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests of tokens whose user cannot be asked from Cognito.
 */
class WithoutUserScopeTests {

	private static final TestIssuer ISSUER = TestIssuer.start();

	private final StubAccountManager accounts = StubAccountManager
		.withUser(new CognitoUser("alice", Map.of("email", "alice@example.com")));

	private final CognitoAccessTokenIntrospectorBuilder builder = CognitoAccessTokenIntrospector
		.builder(ISSUER.verifier(), this.accounts);

	@AfterAll
	static void stop() {
		ISSUER.close();
	}

	static List<String> tokensThatCannotAsk() {
		return List.of(tokenWithScope("orders/read"), tokenWithScope("aws.cognito.signin.user.admins orders/read"),
				clientCredentials("aws.cognito.signin.user.admin"), clientCredentials("orders/read"));
	}

	@ParameterizedTest
	@MethodSource("tokensThatCannotAsk")
	void introspectWhenNotConfiguredThenInsufficientScopeWithoutACall(String token) {
		CognitoAccessTokenIntrospector introspector = this.builder.build();

		assertThatExceptionOfType(OAuth2AuthenticationException.class).isThrownBy(() -> introspector.introspect(token))
			.satisfies((ex) -> assertThat(ex.getError().getErrorCode()).isEqualTo("insufficient_scope"));
		assertThat(this.accounts.calls()).isEmpty();
		assertThat(introspector.statistics().refusals()).isOne();
	}

	@Test
	void introspectWhenCognitoIsNeverAskedThenATokenWithoutAUserIsRefusedAllTheSame() {
		CognitoAccessTokenIntrospector introspector = this.builder.localOnly().build();

		assertThatExceptionOfType(OAuth2AuthenticationException.class)
			.isThrownBy(() -> introspector.introspect(clientCredentials("orders/read")));
	}

	@Test
	void introspectWhenCognitoIsNeverAskedThenNoScopeIsNeeded() {
		KnownAccessToken known = this.builder.localOnly().build().introspect(tokenWithScope("orders/read"));

		assertThat(known.principal().getName()).isEqualTo("alice");
	}

	@Test
	void introspectWhenLocalClaimsAreToDoThenTheyMakeThePrincipal() {
		CognitoAccessTokenIntrospector introspector = this.builder.withoutUserScope(WithoutUserScope.LOCAL_CLAIMS)
			.build();

		KnownAccessToken known = introspector.introspect(tokenWithScope("orders/read"));

		assertThat(known.principal().getName()).isEqualTo("alice");
		assertThat(known.principal().getEmail()).isNull();
		assertThat(known.principal().getAuthorities()).extracting(GrantedAuthority::getAuthority)
			.contains("SCOPE_orders/read", "ROLE_admin");
		assertThat(this.accounts.calls()).isEmpty();
	}

	@Test
	void introspectWhenTokenHasNoUserThenNamedAfterItsAppClient() {
		CognitoAccessTokenIntrospector introspector = this.builder.withoutUserScope(WithoutUserScope.LOCAL_CLAIMS)
			.build();

		KnownAccessToken known = introspector.introspect(clientCredentials("orders/read"));

		assertThat(known.principal().getName()).isEqualTo(TestIssuer.CLIENT_ID);
		assertThat(known.principal().getAuthorities()).extracting(GrantedAuthority::getAuthority)
			.containsExactly("SCOPE_orders/read");
	}

	@Test
	void introspectWhenTokenHasTheScopeThenCognitoIsAskedHoweverTheOthersAreTreated() {
		CognitoAccessTokenIntrospector introspector = this.builder.withoutUserScope(WithoutUserScope.LOCAL_CLAIMS)
			.build();

		KnownAccessToken known = introspector.introspect(ISSUER.accessToken());

		assertThat(known.principal().getEmail()).isEqualTo("alice@example.com");
	}

	private static String tokenWithScope(String scope) {
		Map<String, Object> claims = ISSUER.claims();
		claims.put("scope", scope);
		return ISSUER.sign(claims);
	}

	private static String clientCredentials(String scope) {
		Map<String, Object> claims = ISSUER.claims();
		claims.put("scope", scope);
		claims.put("sub", TestIssuer.CLIENT_ID);
		claims.remove("username");
		claims.remove("cognito:groups");
		return ISSUER.sign(claims);
	}

}

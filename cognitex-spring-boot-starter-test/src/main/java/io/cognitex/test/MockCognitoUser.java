package io.cognitex.test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.cognitex.CognitoTokens;
import io.cognitex.security.AccessTokenClaims;
import io.cognitex.security.CognitoAuthentication;
import io.cognitex.security.CognitoAuthoritiesMapper;
import io.cognitex.security.CognitoPrincipal;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.FactorGrantedAuthority;

/**
 * A user who is in no pool.
 *
 * @param username the canonical username
 * @param subject the user's id
 * @param groups the groups
 * @param attributes the attributes
 * @param authorities the authorities, or {@code null} to let the mapper decide
 * @param factors what was proven at login, such as {@code PASSWORD}
 * @param tokens the tokens, or {@code null} for made-up ones, which Cognito refuses
 */
record MockCognitoUser(String username, String subject, List<String> groups, Map<String, String> attributes,
		@Nullable Collection<? extends GrantedAuthority> authorities, List<String> factors,
		@Nullable CognitoTokens tokens) {

	/** What the access token of a password login always says. */
	private static final Set<String> SCOPES = Set.of("aws.cognito.signin.user.admin");

	static final String DEFAULT_USERNAME = "user";

	static final String DEFAULT_SUBJECT = "00000000-0000-4000-8000-000000000000";

	static final String DEFAULT_FACTOR = "PASSWORD";

	CognitoAuthentication authentication(CognitoAuthoritiesMapper mapper) {
		AccessTokenClaims claims = new AccessTokenClaims(this.username, this.subject, this.groups, SCOPES,
				Map.of("username", this.username, "sub", this.subject, "cognito:groups", this.groups));
		Collection<? extends GrantedAuthority> granted = (this.authorities != null) ? this.authorities
				: mapper.mapAuthorities(claims);
		CognitoPrincipal principal = new CognitoPrincipal(this.username, this.subject, this.groups, this.attributes,
				granted);
		List<GrantedAuthority> all = new ArrayList<>(granted);
		this.factors.stream().map(FactorGrantedAuthority::fromFactor).forEach(all::add);
		return new CognitoAuthentication(principal, (this.tokens != null) ? this.tokens : madeUpTokens(), all);
	}

	private static CognitoTokens madeUpTokens() {
		return new CognitoTokens("mock-access-token", "mock-id-token", "mock-refresh-token",
				Instant.now().plus(Duration.ofHours(1)));
	}

}

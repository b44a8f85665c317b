package io.cognitex.token;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.StringTokenizer;

import io.cognitex.jwt.UnverifiedJwt;
import org.jspecify.annotations.Nullable;

/**
 * What the claims of an access token must be, whoever signed it. These checks come before
 * that of the signature, which is the dear one.
 */
final class AccessTokenRules {

	/** The last second of the year 9999; more is no time that anybody issues. */
	private static final long MAX_EPOCH_SECOND = 253_402_300_799L;

	private final String issuer;

	private final Set<String> clientIds;

	private final Clock clock;

	private final Duration clockSkew;

	AccessTokenRules(String issuer, Set<String> clientIds, Clock clock, Duration clockSkew) {
		this.issuer = issuer;
		this.clientIds = clientIds;
		this.clock = clock;
		this.clockSkew = clockSkew;
	}

	String issuer() {
		return this.issuer;
	}

	VerifiedAccessToken check(UnverifiedJwt token) {
		if (!this.issuer.equals(token.text("iss"))) {
			throw Refusal.because("The token is of another issuer");
		}
		if (!"access".equals(token.text("token_use"))) {
			throw Refusal.because("The token is not an access token");
		}
		String clientId = token.text("client_id");
		if (clientId == null || !this.clientIds.contains(clientId)) {
			throw Refusal.because("The token is of another app client");
		}
		Instant expiresAt = time(token, "exp");
		Instant now = this.clock.instant();
		if (!now.isBefore(expiresAt.plus(this.clockSkew))) {
			throw Refusal.because("The token has expired");
		}
		if (token.claims().containsKey("nbf") && now.isBefore(time(token, "nbf").minus(this.clockSkew))) {
			throw Refusal.because("The token is not valid yet");
		}
		return new VerifiedAccessToken(username(token), required(token, "sub"), clientId, scopes(token), groups(token),
				time(token, "iat"), expiresAt, required(token, "jti"), token.claims());
	}

	private static @Nullable String username(UnverifiedJwt token) {
		return token.claims().containsKey("username") ? required(token, "username") : null;
	}

	private static List<String> groups(UnverifiedJwt token) {
		List<String> groups = token.texts("cognito:groups");
		if (groups.isEmpty() && !List.of().equals(token.claims().getOrDefault("cognito:groups", List.of()))) {
			throw Refusal.because("The token's groups are not a list of texts");
		}
		return groups;
	}

	private static Set<String> scopes(UnverifiedJwt token) {
		if (!token.claims().containsKey("scope")) {
			return Set.of();
		}
		String scope = token.text("scope");
		if (scope == null) {
			throw Refusal.because("The token's scope is not a text");
		}
		Set<String> scopes = new HashSet<>();
		StringTokenizer names = new StringTokenizer(scope, " ");
		while (names.hasMoreTokens()) {
			scopes.add(names.nextToken());
		}
		return Set.copyOf(scopes);
	}

	private static String required(UnverifiedJwt token, String claim) {
		String value = token.text(claim);
		if (value == null || value.isEmpty()) {
			throw Refusal.because("The token has no " + claim);
		}
		return value;
	}

	private static Instant time(UnverifiedJwt token, String claim) {
		Long seconds = token.number(claim);
		if (seconds == null || seconds < 0 || seconds > MAX_EPOCH_SECOND) {
			throw Refusal.because("The token has no " + claim);
		}
		return Instant.ofEpochSecond(seconds);
	}

}

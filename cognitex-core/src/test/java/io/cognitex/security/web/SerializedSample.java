package io.cognitex.security.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.cognitex.CognitoTokens;
import io.cognitex.NewDevice;
import io.cognitex.ProvenFactor;
import io.cognitex.RememberedDevice;
import io.cognitex.SignInChallenge;
import io.cognitex.SignInFactor;
import io.cognitex.SignInFlow;
import io.cognitex.SignInProgress;
import io.cognitex.TestChallenges;
import io.cognitex.security.CognitoAuthentication;
import io.cognitex.security.CognitoFactors;
import io.cognitex.security.CognitoPrincipal;
import io.cognitex.security.SignInFailure;
import io.cognitex.security.TestTokens;

import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/**
 * Something that a session store may hold while the application is upgraded.
 *
 * @param name the name of the file
 * @param object what this version makes
 */
record SerializedSample(String name, Object object) {

	private static final Instant PROVEN_AT = TestChallenges.PASSWORD_PROVEN_AT;

	/**
	 * One of everything that Cognitex puts into a session.
	 */
	static Stream<SerializedSample> all() {
		return Stream.of(
				Stream.of(new SerializedSample("CognitoAuthentication", authentication()),
						new SerializedSample("CognitoAuthentication-minimal", minimalAuthentication()),
						new SerializedSample("CognitoLoginFailedException",
								new CognitoLoginFailedException("Wrong username or password", "alice",
										SignInFailure.BAD_CREDENTIALS)),
						new SerializedSample("PendingChallenge-progress", pending(progressOfEveryFactor())),
						new SerializedSample("PendingEnrolment",
								new PendingEnrolment("0d2ec2c0-bc52-4f0a-8e9a-3d7a4b0f6f5e", "sub", "GEZDGNBVGY3TQOJQ",
										true, EnrolmentFailure.WRONG_CODE))),
				TestChallenges.all().stream().map(SerializedSample::of),
				Arrays.stream(SignInFlow.values()).map(SerializedSample::of),
				Arrays.stream(SignInFailure.values()).map(SerializedSample::of),
				Arrays.stream(EnrolmentFailure.values()).map(SerializedSample::of))
			.flatMap((samples) -> samples);
	}

	/**
	 * All that it holds, to be compared: most types are equal already if they are the
	 * same user.
	 */
	static Object contents(Object object) {
		if (object instanceof CognitoAuthentication authentication) {
			CognitoPrincipal principal = authentication.getPrincipal();
			return Arrays.asList(authentication.isAuthenticated(), authentication.getDetails(),
					authentication.getTokens(), authentication.getNewDevice(),
					authorities(authentication.getAuthorities()), principal.getName(), principal.getSubject(),
					principal.getGroups(), principal.getAttributes(), authorities(principal.getAuthorities()));
		}
		if (object instanceof CognitoLoginFailedException failed) {
			return Arrays.asList(failed.getMessage(), failed.getUsername(), failed.getFailure());
		}
		return object;
	}

	private static List<List<Object>> authorities(Iterable<? extends GrantedAuthority> authorities) {
		List<List<Object>> contents = new ArrayList<>();
		for (GrantedAuthority authority : authorities) {
			contents.add(Arrays.asList(authority.getClass(), authority.getAuthority(),
					(authority instanceof FactorGrantedAuthority factor) ? factor.getIssuedAt() : null));
		}
		return contents;
	}

	static CognitoAuthentication authentication() {
		List<GrantedAuthority> authorities = List.of(new SimpleGrantedAuthority("ROLE_admin"),
				factor(FactorGrantedAuthority.PASSWORD_AUTHORITY, 0),
				factor(CognitoFactors.SOFTWARE_TOKEN_AUTHORITY, 30));
		CognitoPrincipal principal = new CognitoPrincipal("alice", TestTokens.SUBJECT, List.of("admin", "Readers"),
				Map.of("email", "alice@example.com", "email_verified", "true", "custom:plan", "gold"),
				List.of(new SimpleGrantedAuthority("ROLE_admin")));
		return new CognitoAuthentication(principal, TestTokens.tokens(), authorities).toBuilder()
			.newDevice(new NewDevice("us-east-1_a1b2c3d4-5678-90ab-cdef-111122223333", "-WHm2GYbg"))
			.build();
	}

	private static CognitoAuthentication minimalAuthentication() {
		CognitoPrincipal principal = new CognitoPrincipal("bob", TestTokens.SUBJECT, List.of(), Map.of(), List.of());
		return new CognitoAuthentication(principal,
				new CognitoTokens("access-token", "id-token", null, PROVEN_AT.plusSeconds(3600)), List.of());
	}

	private static GrantedAuthority factor(String authority, int seconds) {
		return FactorGrantedAuthority.withAuthority(authority).issuedAt(PROVEN_AT.plusSeconds(seconds)).build();
	}

	private static SignInChallenge progressOfEveryFactor() {
		List<ProvenFactor> factors = Arrays.stream(SignInFactor.values())
			.map((factor) -> new ProvenFactor(factor, PROVEN_AT))
			.toList();
		return new SignInChallenge.Unsupported(
				new SignInProgress("alice", null, SignInFlow.CUSTOM_AUTH, factors,
						new RememberedDevice("us-east-1_a1b2c3d4-5678-90ab-cdef-111122223333", "-WHm2GYbg", "secret")),
				"BRAND_NEW");
	}

	private static SerializedSample of(SignInChallenge challenge) {
		return new SerializedSample("PendingChallenge-" + challenge.getClass().getSimpleName(), pending(challenge));
	}

	private static SerializedSample of(Enum<?> constant) {
		return new SerializedSample(constant.getDeclaringClass().getSimpleName() + "-" + constant.name(), constant);
	}

	private static PendingChallenge pending(SignInChallenge challenge) {
		return new PendingChallenge("0d2ec2c0-bc52-4f0a-8e9a-3d7a4b0f6f5e", challenge, "alice@example.com", true, "on",
				true, 2, "The code is wrong", PROVEN_AT);
	}

	@Override
	public String toString() {
		return this.name;
	}

}

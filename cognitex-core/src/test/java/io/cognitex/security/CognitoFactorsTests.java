package io.cognitex.security;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;

import io.cognitex.ProvenFactor;
import io.cognitex.SignInFactor;
import org.junit.jupiter.api.Test;

import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.FactorGrantedAuthority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/**
 * Tests for {@link CognitoFactors}.
 */
class CognitoFactorsTests {

	private static final Instant FIRST = Instant.parse("2026-11-23T10:00:00Z");

	private static final Instant SECOND = Instant.parse("2026-11-23T10:00:30Z");

	@Test
	void authoritiesWhenNothingWasProvenThenNone() {
		assertThat(CognitoFactors.authorities(List.of())).isEmpty();
	}

	@Test
	void authoritiesWhenFactorsWereProvenThenEachHasItsTime() {
		List<ProvenFactor> factors = List.of(new ProvenFactor(SignInFactor.PASSWORD, FIRST),
				new ProvenFactor(SignInFactor.SOFTWARE_TOKEN, SECOND));

		assertThat(CognitoFactors.authorities(factors))
			.extracting(GrantedAuthority::getAuthority, FactorGrantedAuthority::getIssuedAt)
			.containsExactly(tuple("FACTOR_PASSWORD", FIRST), tuple("FACTOR_SOFTWARE_TOKEN", SECOND));
	}

	@Test
	void authoritiesWhenAFactorWasProvenTwiceThenTheLastTimeCounts() {
		List<ProvenFactor> factors = List.of(new ProvenFactor(SignInFactor.CUSTOM, FIRST),
				new ProvenFactor(SignInFactor.CUSTOM, SECOND));

		assertThat(CognitoFactors.authorities(factors)).extracting(FactorGrantedAuthority::getIssuedAt)
			.containsExactly(SECOND);
	}

	@Test
	void authoritiesThenEveryFactorHasOne() {
		List<ProvenFactor> factors = Arrays.stream(SignInFactor.values())
			.map((factor) -> new ProvenFactor(factor, FIRST))
			.toList();

		assertThat(CognitoFactors.authorities(factors)).extracting(GrantedAuthority::getAuthority)
			.doesNotHaveDuplicates()
			.containsExactlyInAnyOrderElementsOf(CognitoFactors.authorities());
	}

}

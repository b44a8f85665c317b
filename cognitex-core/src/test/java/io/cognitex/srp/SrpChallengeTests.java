package io.cognitex.srp;

import java.math.BigInteger;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SrpChallengeTests {

	private static final String SALT = "e7dc204cebbfda6b62b8493e932f7f4c";

	private static final String SECRET_BLOCK = "c2VjcmV0";

	@ParameterizedTest
	@ValueSource(ints = { 0, 1 })
	void ofWhenServerPublicValueIsMultipleOfNThenRefused(int multiple) {
		String b = SrpGroup.N.multiply(BigInteger.valueOf(multiple)).toString(16);

		assertThatExceptionOfType(SrpException.class).isThrownBy(() -> SrpChallenge.of(SALT, b, SECRET_BLOCK))
			.withMessage("SRP_B must not be a multiple of N");
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", " ", "-1", "0x10", "xyz", "12 34" })
	void ofWhenServerPublicValueIsMalformedThenRefused(@Nullable String b) {
		assertThatExceptionOfType(SrpException.class).isThrownBy(() -> SrpChallenge.of(SALT, b, SECRET_BLOCK))
			.withMessage("SRP_B is missing or not hexadecimal");
	}

	@Test
	void ofWhenServerPublicValueIsHugeThenRefused() {
		String b = "f".repeat(100_000);

		assertThatExceptionOfType(SrpException.class).isThrownBy(() -> SrpChallenge.of(SALT, b, SECRET_BLOCK));
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", "-1", "salt" })
	void ofWhenSaltIsMalformedThenRefused(@Nullable String salt) {
		assertThatExceptionOfType(SrpException.class).isThrownBy(() -> SrpChallenge.of(salt, "2a", SECRET_BLOCK))
			.withMessage("SALT is missing or not hexadecimal");
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", "=", "not base64!" })
	void ofWhenSecretBlockIsMalformedThenRefused(@Nullable String secretBlock) {
		assertThatExceptionOfType(SrpException.class).isThrownBy(() -> SrpChallenge.of(SALT, "2a", secretBlock))
			.withMessage("SECRET_BLOCK is missing or not Base64");
	}

	@Test
	void ofWhenDigitsAreUpperCaseOrOddThenTheSameIntegers() {
		SrpChallenge challenge = SrpChallenge.of("0ABC", "2A", SECRET_BLOCK);

		assertThat(challenge.salt()).isEqualTo(0xabc);
		assertThat(challenge.serverPublicValue()).isEqualTo(42);
	}

}

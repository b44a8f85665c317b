package io.cognitex.srp;

import java.io.IOException;
import java.math.BigInteger;
import java.text.ParseException;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SrpPowerTable} and {@link SrpReduction}, against {@link BigInteger}
 * and against what other implementations have computed.
 */
class SrpPowerTableTests {

	private static final BigInteger LARGEST_EXPONENT = BigInteger.ONE.shiftLeft(SrpPowerTable.EXPONENT_BITS)
		.subtract(BigInteger.ONE);

	private static final SrpPowerTable table = new SrpPowerTable();

	@ParameterizedTest
	@MethodSource("exponents")
	void powerThenAsBigIntegerComputesIt(BigInteger exponent) {
		assertThat(table.power(exponent)).isEqualTo(SrpGroup.G.modPow(exponent, SrpGroup.N));
	}

	static Stream<BigInteger> exponents() {
		Random random = new Random(20261123);
		Stream<BigInteger> edges = Stream.of(BigInteger.ZERO, BigInteger.ONE, BigInteger.TWO, LARGEST_EXPONENT);
		Stream<BigInteger> bits = IntStream.range(0, SrpPowerTable.EXPONENT_BITS).mapToObj(BigInteger.ONE::shiftLeft);
		Stream<BigInteger> others = Stream.generate(() -> new BigInteger(SrpPowerTable.EXPONENT_BITS, random))
			.limit(100);
		return Stream.of(edges, bits, others).flatMap((exponents) -> exponents);
	}

	@Test
	void powerThenAsComputedElsewhere() throws IOException, ParseException {
		assertThat(TestSrpVectors.vectors()).isNotEmpty().allSatisfy((vector) -> {
			assertThat(table.power(vector.integer("a_hex"))).isEqualTo(vector.integer("SRP_A"));
			assertThat(table.power(vector.integer("x"))).isEqualTo(vector.integer("verifier"));
		});
	}

	@Test
	void generatorWhenExponentIsTooLongForTheTableThenComputedWithoutIt() {
		SrpGenerator.prepare();
		BigInteger exponent = LARGEST_EXPONENT.shiftLeft(768);

		assertThat(SrpGenerator.power(exponent)).isEqualTo(SrpGroup.G.modPow(exponent, SrpGroup.N));
		assertThat(SrpGenerator.power(LARGEST_EXPONENT)).isEqualTo(SrpGroup.G.modPow(LARGEST_EXPONENT, SrpGroup.N));
	}

	@Test
	void reduceThenTheSameRemainderHoweverOftenItIsRepeated() {
		BigInteger largest = BigInteger.ONE.shiftLeft(3588).subtract(BigInteger.ONE);
		BigInteger number = largest;

		for (int i = 0; i < 200; i++) {
			BigInteger product = number.multiply((i % 2 == 0) ? number : largest);
			number = SrpReduction.reduce(product);
			assertThat(number.mod(SrpGroup.N)).isEqualTo(product.mod(SrpGroup.N));
			assertThat(number.bitLength()).isLessThanOrEqualTo(3588);
		}
		assertThat(SrpReduction.reduce(SrpGroup.N)).isEqualTo(SrpGroup.N);
		assertThat(SrpReduction.reduce(BigInteger.ZERO)).isZero();
	}

}

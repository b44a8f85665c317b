package io.cognitex;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class CognitoUserPoolTests {

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "eu-central-1", "_AbC", "eu-central-1_", "eu-central-1_Ab/C", "eu-central-1_Ab C",
			"eu-central-1_AbC ", "https://example.org/eu-central-1_AbC",
			"eu-central-1_AbCdEfGhIJKLMNOPQRSTUVWXYZ0123456789AbCdEfGhIJKLMNO" })
	void ofWhenMalformedThenRefused(String id) {
		assertThatIllegalArgumentException().isThrownBy(() -> CognitoUserPool.of(id))
			.withMessage("'" + id + "' is not the id of a user pool, which looks like 'eu-central-1_AbCdEfGhI'");
	}

	@ParameterizedTest
	@CsvSource({ "eu-central-1_AbC, eu-central-1, AbC, https://cognito-idp.eu-central-1.amazonaws.com/eu-central-1_AbC",
			"us-gov-west-1_X, us-gov-west-1, X, https://cognito-idp.us-gov-west-1.amazonaws.com/us-gov-west-1_X",
			"cn-north-1_1, cn-north-1, 1, https://cognito-idp.cn-north-1.amazonaws.com.cn/cn-north-1_1" })
	void ofThenRegionNameAndIssuer(String id, String region, String name, String issuer) {
		CognitoUserPool userPool = CognitoUserPool.of(id);

		assertThat(userPool.id()).isEqualTo(id);
		assertThat(userPool.region()).isEqualTo(region);
		assertThat(userPool.name()).isEqualTo(name);
		assertThat(userPool.issuer()).isEqualTo(issuer);
	}

	@Test
	void equalsWhenSameIdThenTrue() {
		assertThat(CognitoUserPool.of("eu-central-1_AbC")).isEqualTo(CognitoUserPool.of("eu-central-1_AbC"))
			.isNotEqualTo(CognitoUserPool.of("eu-central-1_AbD"));
	}

}

package io.cognitex.secretwatch;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests for {@link SecretShapes}. */
class SecretShapesTests {

	@ParameterizedTest
	@ValueSource(strings = { "token eyJhbGciOiJub25lIn0.eyJzdWIiOiJhbGljZSJ9.c2lnbmF0dXJlLW9mLXRoZS10b2tlbg",
			"Authorization: Basic YWxpY2U6cGFzc3dvcmQ=", "Bearer an-opaque.token" })
	void findInWhenItLooksLikeASecretThenFound(String text) {
		assertThat(SecretShapes.findIn(text)).hasSize(1);
	}

	@Test
	void findInWhenItOnlySpeaksOfThemThenNot() {
		assertThat(SecretShapes.findIn("Found no Basic Authorization header, no Bearer token and no eyJ.")).isEmpty();
	}

}

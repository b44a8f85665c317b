package io.cognitex;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class OtpauthUriTests {

	@Test
	void ofWhenTextsHoldDelimitersThenEncoded() {
		assertThat(OtpauthUri.of("Müller & Söhne: Shop", "a+b@example.com?secret=x#", TestTotp.SECRET))
			.isEqualTo("otpauth://totp/M%C3%BCller%20%26%20S%C3%B6hne%3A%20Shop:a%2Bb%40example.com%3Fsecret%3Dx%23"
					+ "?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=M%C3%BCller%20%26%20S%C3%B6hne%3A%20Shop");
	}

}

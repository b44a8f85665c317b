package io.cognitex;

import java.text.ParseException;

import com.nimbusds.jose.util.JSONObjectUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class JsonDocumentTests {

	@ParameterizedTest
	@ValueSource(strings = { "", "null", "[]", "[[\"id\", \"x\"]]", "\"text\"", "{", "{\"s3cr3t\"}", "{} {}" })
	void readWhenItIsNoObjectThenRefusedAndNotRepeated(String json) {
		assertThatExceptionOfType(CognitoException.class).isThrownBy(() -> JsonDocument.read(json))
			.withMessage("'credential' must be a JSON object")
			.withNoCause();
	}

	@Test
	void writeThenWhatWasRead() throws ParseException {
		String json = """
				{"timeout": 60000, "big": 9007199254740993, "half": 0.5, "yes": true, "none": null,
				"rp": {"id": "example.com"}, "algorithms": [{"alg": -7}, {"alg": -257}], "empty": []}""";

		String written = JsonDocument.write(JsonDocument.read(json));

		assertThat(JSONObjectUtils.parse(written)).isEqualTo(JSONObjectUtils.parse(json));
		assertThat(written).contains("60000", "9007199254740993", "-257").doesNotContain("60000.0", "\"60000\"");
	}

}

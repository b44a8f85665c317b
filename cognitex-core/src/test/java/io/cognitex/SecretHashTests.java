package io.cognitex;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SecretHashTests {

	@Test
	void ofThenAsComputedElsewhere() {
		SecretHash secretHash = new SecretHash("1example23456789abcdefghij",
				"1example2secret3key4for5tests6only7abcdefghijklmno890");

		assertThat(secretHash.of("alice")).isEqualTo("8ux6dkEr+DQIp3z/IhyRQQqqc10Cax5MFr96v+YP69Q=");
		assertThat(secretHash.toString()).doesNotContain("1example2secret");
	}

}

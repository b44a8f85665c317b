package io.cognitex.srp;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Random;
import java.util.TimeZone;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SrpTimestampTests {

	private final Locale locale = Locale.getDefault();

	private final TimeZone timeZone = TimeZone.getDefault();

	@AfterEach
	void restore() {
		Locale.setDefault(this.locale);
		TimeZone.setDefault(this.timeZone);
	}

	@ParameterizedTest
	@ValueSource(strings = { "en-US", "de-DE", "ar-EG", "th-TH-u-ca-buddhist-nu-thai", "hi-IN-u-nu-deva" })
	void formatWhenMachineSpeaksAnotherLanguageThenEnglish(String language) {
		Locale.setDefault(Locale.forLanguageTag(language));
		TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kolkata"));

		String timestamp = SrpTimestamp.format(Instant.parse("2026-11-25T23:59:59.999Z"));

		assertThat(timestamp).isEqualTo("Wed Nov 25 23:59:59 UTC 2026");
	}

	@Test
	void formatThenAsTheJdkWritesIt() {
		DateTimeFormatter jdk = DateTimeFormatter.ofPattern("EEE MMM d HH:mm:ss 'UTC' yyyy", Locale.US)
			.withZone(ZoneOffset.UTC);
		Random random = new Random(20261123);

		assertThat(Stream.generate(() -> Instant.ofEpochSecond(random.nextLong(0, 4102444800L))).limit(1000))
			.allSatisfy((time) -> assertThat(SrpTimestamp.format(time)).isEqualTo(jdk.format(time)));
	}

	@Test
	void formatWhenDayHasOneDigitThenNotPadded() {
		assertThat(SrpTimestamp.format(Instant.parse("2026-03-03T04:05:06Z"))).isEqualTo("Tue Mar 3 04:05:06 UTC 2026");
	}

}

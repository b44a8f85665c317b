package io.cognitex.secretwatch;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What may be logged although it is secret. Each place is named, and so is what it may
 * say.
 *
 * @param logger the name of the logger, or how the names of several begin
 * @param words the words with the secret
 */
record Tolerance(String logger, Pattern words) {

	private static final List<Tolerance> ALL = List.of(
			// What the sample's outbox is for: the codes of the embedded pool, which
			// sends no mail
			new Tolerance("io.cognitex.sample.OutboxLogger",
					Pattern.compile("Would have mailed to \\S+: \\d+ is your code")),
			// The rest is for others to decide; "Logging" in docs/spring-security.md
			// tells of it
			new Tolerance("org.springframework.security.web.", Pattern.compile("[?&]access_token=[^&\\s]+")),
			new Tolerance("org.springframework.security.web.firewall.HttpStatusRequestRejectedHandler",
					Pattern.compile("the header: \"[^\"]*\" has a value \"[^\"]*\"")),
			new Tolerance("software.amazon.awssdk.", Pattern.compile("Value '.*' at '\\w+' failed")));

	/** What is left of a line without what may be there. */
	static String removeFrom(CapturedLine line) {
		String text = line.text();
		for (Tolerance tolerance : ALL) {
			if (line.logger().startsWith(tolerance.logger)) {
				text = tolerance.words.matcher(text).replaceAll("");
			}
		}
		return text;
	}

}

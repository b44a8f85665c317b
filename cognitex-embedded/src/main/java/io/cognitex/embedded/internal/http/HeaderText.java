package io.cognitex.embedded.internal.http;

/**
 * Text that fits into a header: a value that a caller has sent, and that a message
 * quotes, must not end the header or be of any length.
 */
final class HeaderText {

	private static final int MAXIMUM = 1024;

	private HeaderText() {
	}

	static String of(String text) {
		String line = text.substring(0, Math.min(text.length(), MAXIMUM));
		return line.replaceAll("[^\\x20-\\x7E]", "?");
	}

}

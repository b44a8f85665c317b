package io.cognitex.secretwatch;

/**
 * What must not be read in a log.
 *
 * @param kind what to call it, for a log must not repeat it
 * @param value the secret
 */
record Secret(String kind, String value) {

	private static final int SHORTEST = 6;

	private static final int LONG = 16;

	/**
	 * Whether a log that contains it tells it: "weak" or "password", which tests type to
	 * be refused, stand there by chance.
	 */
	boolean isTelling() {
		if (this.value.length() < SHORTEST) {
			return false;
		}
		return this.value.length() >= LONG || this.value.chars().anyMatch(Character::isDigit);
	}

	/** Whether the text contains it, as a word of its own. */
	boolean isIn(String text) {
		for (int at = text.indexOf(this.value); at >= 0; at = text.indexOf(this.value, at + 1)) {
			if (!continues(text, at) && !continues(text, at + this.value.length())) {
				return true;
			}
		}
		return false;
	}

	String maskIn(String text) {
		return text.replace(this.value, "***");
	}

	private static boolean continues(String text, int at) {
		return at > 0 && at < text.length() && Character.isLetterOrDigit(text.charAt(at - 1))
				&& Character.isLetterOrDigit(text.charAt(at));
	}

	@Override
	public String toString() {
		return "Secret[" + this.kind + "]";
	}

}

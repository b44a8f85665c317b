package io.cognitex.security.web;

/**
 * How to set an authenticator app up, as a page says it: with QR code, secret and link.
 *
 * @param secretCode the secret, in Base32
 * @param otpauthUri the same as authenticator apps take it
 */
record AuthenticatorAppInstructions(String secretCode, String otpauthUri) {

	/**
	 * A secret as a person copies it.
	 */
	static String inGroups(String secretCode) {
		return secretCode.replaceAll("(.{4})(?!$)", "$1 ");
	}

	Html render(PageTexts texts) {
		Html qrCode = QrCode.isAvailable()
				? QrCode.draw(this.otpauthUri, texts.text("ChallengePage.SOFTWARE_TOKEN_SETUP.qrCode")) : Html.NONE;
		return Html.of("""
				<ol>
				<li>%s</li>
				<li>%s</li>
				<li>%s</li>
				</ol>
				%s<p>%s<br><code>%s</code></p>
				<p><a href="%s">%s</a></p>
				""", texts.text("ChallengePage.SOFTWARE_TOKEN_SETUP.install"),
				texts.text("ChallengePage.SOFTWARE_TOKEN_SETUP.scan"),
				texts.text("ChallengePage.SOFTWARE_TOKEN_SETUP.enter"), qrCode,
				texts.text("ChallengePage.SOFTWARE_TOKEN_SETUP.secret"), inGroups(this.secretCode), this.otpauthUri,
				texts.text("ChallengePage.SOFTWARE_TOKEN_SETUP.open"));
	}

	@Override
	public String toString() {
		return "[protected]";
	}

}

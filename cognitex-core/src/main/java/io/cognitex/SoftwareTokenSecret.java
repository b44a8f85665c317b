package io.cognitex;

/**
 * The secret of an authenticator app that is being set up. {@link #toString()} does not
 * show it.
 *
 * @param secretCode the secret to be put into the app, in Base32
 * @see CognitoAccountManager#associateSoftwareToken
 */
public record SoftwareTokenSecret(String secretCode) {

	/**
	 * What the QR code says. It holds the secret.
	 * @param issuer whose account it is, such as the application's name
	 * @param account which account it is, such as the e-mail address
	 * @return an {@code otpauth} URI, as authenticator apps take it
	 */
	public String otpauthUri(String issuer, String account) {
		return OtpauthUri.of(issuer, account, this.secretCode);
	}

	@Override
	public String toString() {
		return "[protected]";
	}

}

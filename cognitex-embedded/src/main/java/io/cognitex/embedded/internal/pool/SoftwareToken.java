package io.cognitex.embedded.internal.pool;

/**
 * A registered authenticator app.
 *
 * @param secret the shared secret in Base32
 * @param friendlyDeviceName the name that the user has given it, or an empty one
 * @param lastStep the time step of the last code that was accepted; no code of this or an
 * earlier step is accepted again (RFC 6238, section 5.2)
 */
public record SoftwareToken(String secret, String friendlyDeviceName, long lastStep) {

	/**
	 * The app after a code was accepted.
	 * @param step the code's time step
	 * @return the changed app
	 */
	public SoftwareToken used(long step) {
		return new SoftwareToken(this.secret, this.friendlyDeviceName, step);
	}

	@Override
	public String toString() {
		return "SoftwareToken[friendlyDeviceName=" + this.friendlyDeviceName + "]";
	}

}

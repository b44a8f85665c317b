package io.cognitex.boot.security;

/**
 * Matches if a key is set for sessions.
 */
final class OnSessionEncryptionKeysCondition extends OnKeysCondition {

	static final String PROPERTY = "cognitex.session.encryption-keys";

	OnSessionEncryptionKeysCondition() {
		super(PROPERTY, "Encrypted sessions");
	}

}

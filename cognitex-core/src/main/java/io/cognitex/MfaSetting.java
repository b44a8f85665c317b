package io.cognitex;

/**
 * Whether a user wants a second factor.
 *
 * @see CognitoAccountManager#setUserMfaPreference
 */
public enum MfaSetting {

	/** It is not asked. */
	DISABLED,

	/** It can be chosen. */
	ENABLED,

	/** It is asked before all others. */
	PREFERRED

}

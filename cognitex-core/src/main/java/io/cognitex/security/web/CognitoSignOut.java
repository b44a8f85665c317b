package io.cognitex.security.web;

/**
 * What a logout tells Cognito.
 */
public enum CognitoSignOut {

	/** That this login is over; others of the user go on. */
	REVOKE_TOKEN,

	/** That all logins of the user are over, on all devices. */
	GLOBAL_SIGN_OUT,

	/** Nothing: the tokens stay good until they run out. */
	NONE

}

package io.cognitex;

/**
 * Told of each change that is made to an account through a {@link CognitoAccountManager},
 * so that whoever remembers something of the user forgets it. Changes that are made by
 * others (the AWS console, another node) are not told.
 */
@FunctionalInterface
public interface AccountChangeListener {

	/**
	 * An account was changed, or may have been: also called where Cognito's answer did
	 * not come. Called by the thread that made the change, after the call, and should
	 * neither block nor throw.
	 * @param change whose account it is
	 */
	void accountChanged(AccountChange change);

}

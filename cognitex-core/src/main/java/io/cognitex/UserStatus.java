package io.cognitex;

import org.jspecify.annotations.Nullable;

/**
 * The state of an account. Whether it is enabled is separate from it.
 *
 * @see <a href=
 * "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UserType.html">UserType</a>
 */
public enum UserStatus {

	/** Signed up, but the code was not entered yet. */
	UNCONFIRMED,

	/** Can sign in. */
	CONFIRMED,

	/** No longer in use by Cognito. */
	ARCHIVED,

	/** No longer in use by Cognito. */
	COMPROMISED,

	/** No longer in use by Cognito. */
	UNKNOWN,

	/** Has to choose a new password by way of a code. */
	RESET_REQUIRED,

	/** Has a temporary password and must choose one at the next sign-in. */
	FORCE_CHANGE_PASSWORD,

	/** Signs in with another identity provider. */
	EXTERNAL_PROVIDER;

	/**
	 * The status of that name.
	 * @param name as Cognito sends it
	 * @return the status; {@link #UNKNOWN} for a name that is not listed here
	 */
	static @Nullable UserStatus of(@Nullable String name) {
		if (name == null) {
			return null;
		}
		for (UserStatus status : values()) {
			if (status.name().equals(name)) {
				return status;
			}
		}
		return UNKNOWN;
	}

}

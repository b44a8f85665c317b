package io.cognitex.embedded.internal.pool;

/**
 * Whether a pool asks for a second factor: {@code MfaConfiguration}.
 */
public enum MfaMode {

	/** Never. */
	OFF,

	/** Always. */
	ON,

	/** From users who have set one up. */
	OPTIONAL

}

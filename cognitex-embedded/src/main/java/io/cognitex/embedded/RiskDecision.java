package io.cognitex.embedded;

/**
 * How risky a user's sign-ins are: what threat protection would find out, and a test
 * says.
 *
 * @see EmbeddedCognito#riskDecision(String, RiskDecision)
 */
public enum RiskDecision {

	/** Nothing speaks against them. */
	NO_RISK,

	/** It may be somebody else: they pass, and the user is mailed. */
	ACCOUNT_TAKEOVER,

	/**
	 * It is likely to be somebody else: the user is mailed, and a pool that enforces
	 * threat protection refuses them.
	 */
	BLOCK

}

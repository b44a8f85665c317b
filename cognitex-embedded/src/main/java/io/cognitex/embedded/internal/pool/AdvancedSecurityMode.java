package io.cognitex.embedded.internal.pool;

/**
 * What threat protection does: {@code AdvancedSecurityMode}.
 */
public enum AdvancedSecurityMode {

	/** Nothing. */
	OFF,

	/** It records what users do. */
	AUDIT,

	/** It records what users do, and acts upon risks. */
	ENFORCED

}

package io.cognitex.embedded.internal.pool;

/**
 * What threat protection thinks of a sign-in.
 */
public enum Risk {

	NO_RISK("NoRisk"), ACCOUNT_TAKEOVER("AccountTakeover"), BLOCK("Block");

	private final String wireName;

	Risk(String wireName) {
		this.wireName = wireName;
	}

	/**
	 * The service's word.
	 * @return the value of {@code RiskDecision}
	 */
	public String wireName() {
		return this.wireName;
	}

}

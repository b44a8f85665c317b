package io.cognitex.embedded.internal.model;

/**
 * One member of a structure.
 *
 * @param name the name on the wire, such as {@code ClientId}
 * @param type what it holds
 * @param required whether it must be there
 */
public record Member(String name, Type type, boolean required) {

	/**
	 * A member that must be there.
	 * @param name the name on the wire
	 * @param type what it holds
	 * @return the member
	 */
	public static Member required(String name, Type type) {
		return new Member(name, type, true);
	}

	/**
	 * A member that may be missing.
	 * @param name the name on the wire
	 * @param type what it holds
	 * @return the member
	 */
	public static Member optional(String name, Type type) {
		return new Member(name, type, false);
	}

}

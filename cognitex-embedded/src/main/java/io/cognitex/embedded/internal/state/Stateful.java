package io.cognitex.embedded.internal.state;

/**
 * Something that changes while the server runs, and can be put back.
 */
public interface Stateful {

	/**
	 * Remembers everything as it is now.
	 * @return what puts it back, any number of times
	 */
	Snapshot snapshot();

}

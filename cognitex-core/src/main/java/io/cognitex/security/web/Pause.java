package io.cognitex.security.web;

/**
 * How a request waits for what another process does.
 */
@FunctionalInterface
interface Pause {

	/**
	 * Lets the time pass.
	 * @param millis how much of it
	 * @throws InterruptedException if the request is not to wait any longer
	 */
	void make(long millis) throws InterruptedException;

}

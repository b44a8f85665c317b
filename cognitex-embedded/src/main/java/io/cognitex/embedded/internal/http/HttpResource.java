package io.cognitex.embedded.internal.http;

/**
 * A part of what the server offers.
 */
public interface HttpResource {

	/**
	 * Whether a request is for this part.
	 * @param call the request
	 * @return whether it is
	 */
	boolean serves(HttpCall call);

	/**
	 * Answers.
	 * @param call a request for this part
	 * @return the answer
	 */
	HttpAnswer answer(HttpCall call);

}

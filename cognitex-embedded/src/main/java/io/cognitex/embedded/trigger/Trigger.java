package io.cognitex.embedded.trigger;

/**
 * A function that the pool calls at a certain point, as the service calls a Lambda
 * function. It may be called by several threads at once.
 */
@FunctionalInterface
public interface Trigger {

	/**
	 * Looks at an event and answers it.
	 * @param event what happens; its response is there to be filled in
	 * @throws Exception to refuse: the caller gets a
	 * {@code UserLambdaValidationException} with the exception's message. The same
	 * becomes of an {@code AssertionError}; of any other {@code Error} an
	 * {@code UnexpectedLambdaException} with its name.
	 */
	void handle(TriggerEvent event) throws Exception;

}

package io.cognitex.embedded.internal.control;

import tools.jackson.databind.JsonNode;

/**
 * One thing that the control API does.
 */
interface ControlAction {

	/**
	 * The method, such as {@code GET}.
	 */
	String method();

	/**
	 * The path below {@code /_cognitex/}.
	 */
	String path();

	/**
	 * Does it.
	 * @param request what was sent
	 * @return the answer
	 * @throws BadRequest if what was sent makes no sense
	 */
	JsonNode perform(ControlRequest request);

}

package io.cognitex.embedded.internal.operation;

import tools.jackson.databind.JsonNode;

import io.cognitex.embedded.internal.model.Request;
import io.cognitex.embedded.internal.model.Type.StructureType;

/**
 * One operation of the service; the class has the operation's name.
 */
public interface Operation {

	/**
	 * The name, as in {@code X-Amz-Target}.
	 * @return the name
	 */
	default String name() {
		return getClass().getSimpleName();
	}

	/**
	 * Whether the caller needs IAM credentials.
	 * @return whether it does
	 */
	default boolean needsIam() {
		return !UnsignedOperations.NAMES.contains(name());
	}

	/**
	 * What a request holds.
	 * @return the members
	 */
	StructureType input();

	/**
	 * Does it.
	 * @param request a request that the model has found valid
	 * @return the answer; {@linkplain Answers#noBody() no node} for an empty body
	 * @throws io.cognitex.embedded.internal.error.Refusal if the service would refuse
	 */
	JsonNode perform(Request request);

}

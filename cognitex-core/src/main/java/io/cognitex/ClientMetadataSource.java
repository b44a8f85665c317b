package io.cognitex;

import java.util.Map;

/**
 * What the pool's Lambda triggers are told beside the request itself: asked for each
 * operation that takes it, in the thread that calls the account manager. Cognito neither
 * keeps nor checks it, so it is no place for secrets.
 *
 * @see CognitoAccountManagerBuilder#clientMetadata
 */
@FunctionalInterface
public interface ClientMetadataSource {

	/**
	 * The metadata of an operation.
	 * @param operation Cognito's name, such as {@code SignUp} or
	 * {@code RespondToAuthChallenge}
	 * @return name to value; empty for none
	 */
	Map<String, String> clientMetadata(String operation);

}

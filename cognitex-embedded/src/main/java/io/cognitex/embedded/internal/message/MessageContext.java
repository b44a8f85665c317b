package io.cognitex.embedded.internal.message;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What the custom message trigger is told of the call that sends a message.
 *
 * @param purpose why the message is sent
 * @param clientId the app client; {@code null} if an administrator calls
 * @param clientMetadata what the caller passes on
 */
public record MessageContext(MessagePurpose purpose, @Nullable String clientId, Map<String, String> clientMetadata) {

	/**
	 * The context of an administrator's call.
	 * @param purpose why the message is sent
	 * @param clientMetadata what the caller passes on
	 * @return the context
	 */
	public static MessageContext ofAdministrator(MessagePurpose purpose, Map<String, String> clientMetadata) {
		return new MessageContext(purpose, null, clientMetadata);
	}

}

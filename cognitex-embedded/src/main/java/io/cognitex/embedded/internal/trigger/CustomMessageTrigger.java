package io.cognitex.embedded.internal.trigger;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.cognitex.embedded.internal.pool.User;
import io.cognitex.embedded.internal.pool.UserPool;
import io.cognitex.embedded.trigger.TriggerType;

/**
 * Asks for the text of a message before it is sent.
 */
public final class CustomMessageTrigger {

	private static final String CODE = "{####}";

	private static final String USERNAME = "{username}";

	private CustomMessageTrigger() {
	}

	/**
	 * Asks about a message with a code.
	 * @param source why it is sent, such as {@code CustomMessage_SignUp}
	 * @param pool the pool
	 * @param clientId the app client; {@code null} if an administrator calls
	 * @param user the recipient
	 * @param clientMetadata what the client passes on
	 * @return the texts, whose code is still to be filled in
	 */
	public static CustomMessage code(String source, UserPool pool, @Nullable String clientId, User user,
			Map<String, String> clientMetadata) {
		return fire(source, call(pool, clientId, user, clientMetadata).with("usernameParameter", null));
	}

	/**
	 * Asks about an invitation.
	 * @param source why it is sent
	 * @param pool the pool
	 * @param user the recipient
	 * @param clientMetadata what the caller passes on
	 * @return the texts, whose code and username are still to be filled in
	 */
	public static CustomMessage invitation(String source, UserPool pool, User user,
			Map<String, String> clientMetadata) {
		return fire(source, call(pool, null, user, clientMetadata).with("usernameParameter", USERNAME));
	}

	private static TriggerCall call(UserPool pool, @Nullable String clientId, User user,
			Map<String, String> clientMetadata) {
		return TriggerCall.of(pool, TriggerType.CUSTOM_MESSAGE)
			.client(clientId)
			.user(user)
			.with("codeParameter", CODE)
			.withIfAny("clientMetadata", clientMetadata);
	}

	private static CustomMessage fire(String source, TriggerCall call) {
		TriggerResponse response = call.fire(source);
		return new CustomMessage(response.text("emailSubject"), response.text("emailMessage"),
				response.text("smsMessage"));
	}

	/**
	 * What the trigger has answered.
	 *
	 * @param emailSubject the subject of a mail, or {@code null} for the pool's
	 * @param emailMessage the text of a mail, or {@code null} for the pool's
	 * @param smsMessage the text of a text message, or {@code null} for the pool's
	 */
	public record CustomMessage(@Nullable String emailSubject, @Nullable String emailMessage,
			@Nullable String smsMessage) {

		/**
		 * The text for a medium. One without a place for the code does not count: the
		 * service is said to send the pool's text then.
		 * @param medium {@code EMAIL} or {@code SMS}
		 * @param code the code
		 * @param username the username
		 * @return the text with code and username, or {@code null} for the pool's
		 */
		public @Nullable String text(String medium, String code, String username) {
			String text = "EMAIL".equals(medium) ? this.emailMessage : this.smsMessage;
			if (text == null || !text.contains(CODE)) {
				return null;
			}
			return text.replace(USERNAME, username).replace(CODE, code);
		}

		/**
		 * The subject for a medium.
		 * @param medium {@code EMAIL} or {@code SMS}
		 * @return the subject, or {@code null} for the pool's, or none
		 */
		public @Nullable String subject(String medium) {
			return "EMAIL".equals(medium) ? this.emailSubject : null;
		}

	}

}

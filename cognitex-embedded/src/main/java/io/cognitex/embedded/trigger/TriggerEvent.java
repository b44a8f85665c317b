package io.cognitex.embedded.trigger;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What a trigger gets: the event that the service gives to Lambda functions, with the
 * same names. Objects are maps, arrays are lists, and {@code null} is a missing value.
 *
 * <pre class="code">
 * EmbeddedCognito.builder()
 * 	.trigger(TriggerType.PRE_SIGN_UP, (event) -&gt; event.respond("autoConfirmUser", true))
 * </pre>
 */
public final class TriggerEvent {

	private final String triggerSource;

	private final String region;

	private final String userPoolId;

	private final String clientId;

	private final @Nullable String userName;

	private final Map<String, @Nullable Object> request;

	private final Map<String, @Nullable Object> response = new LinkedHashMap<>();

	/**
	 * An event.
	 * @param triggerSource what happens, such as {@code PreSignUp_SignUp}
	 * @param region the region of the pool
	 * @param userPoolId the pool
	 * @param clientId the app client, or {@code CLIENT_ID_NOT_APPLICABLE}
	 * @param userName the user's canonical name, if there is one
	 * @param request what the trigger is told
	 */
	public TriggerEvent(String triggerSource, String region, String userPoolId, String clientId,
			@Nullable String userName, Map<String, ? extends @Nullable Object> request) {
		this.triggerSource = triggerSource;
		this.region = region;
		this.userPoolId = userPoolId;
		this.clientId = clientId;
		this.userName = userName;
		this.request = Collections.unmodifiableMap(new LinkedHashMap<>(request));
	}

	/**
	 * What happens.
	 * @return the source, such as {@code PreSignUp_SignUp}
	 */
	public String triggerSource() {
		return this.triggerSource;
	}

	/**
	 * The region of the pool.
	 * @return the region
	 */
	public String region() {
		return this.region;
	}

	/**
	 * The pool.
	 * @return the pool's id
	 */
	public String userPoolId() {
		return this.userPoolId;
	}

	/**
	 * The app client: {@code callerContext.clientId}.
	 * @return the id, or {@code CLIENT_ID_NOT_APPLICABLE} if an administrator calls
	 */
	public String clientId() {
		return this.clientId;
	}

	/**
	 * The user's canonical name.
	 * @return the name, or {@code null} if there is none yet
	 */
	public @Nullable String userName() {
		return this.userName;
	}

	/**
	 * What the trigger is told.
	 * @return the request, which cannot be changed
	 */
	public Map<String, @Nullable Object> request() {
		return this.request;
	}

	/**
	 * The user's attributes.
	 * @return {@code request.userAttributes}, empty if the event has none
	 */
	public Map<String, String> userAttributes() {
		return strings("userAttributes");
	}

	/**
	 * What the client passes on.
	 * @return {@code request.clientMetadata}, empty if the event has none
	 */
	public Map<String, String> clientMetadata() {
		return strings("clientMetadata");
	}

	/**
	 * What the trigger answers.
	 * @return the response, to be filled in
	 */
	public Map<String, @Nullable Object> response() {
		return this.response;
	}

	/**
	 * Sets a value of the response.
	 * @param name the name, such as {@code autoConfirmUser}
	 * @param value the value: a boolean, number or string, or a map or list of such
	 */
	public void respond(String name, @Nullable Object value) {
		this.response.put(name, value);
	}

	private Map<String, String> strings(String name) {
		Map<String, String> strings = new LinkedHashMap<>();
		if (this.request.get(name) instanceof Map<?, ?> map) {
			map.forEach((key, value) -> strings.put(String.valueOf(key), String.valueOf(value)));
		}
		return strings;
	}

	@Override
	public String toString() {
		return "TriggerEvent[triggerSource=" + this.triggerSource + ", userName=" + this.userName + "]";
	}

}

package io.cognitex.embedded.internal.trigger;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.cognitex.embedded.internal.error.Refusals;
import io.cognitex.embedded.internal.pool.UserDraft;
import io.cognitex.embedded.internal.pool.UserPool;
import io.cognitex.embedded.internal.pool.UserStatus;
import io.cognitex.embedded.trigger.TriggerType;

/**
 * Asks before there is a new user.
 */
public final class PreSignUpTrigger {

	private PreSignUpTrigger() {
	}

	/**
	 * Asks about somebody who signs up, and confirms and verifies if the answer is so.
	 * @param pool the pool
	 * @param clientId the app client
	 * @param draft the user
	 * @param validationData what the client says for this trigger only
	 * @param clientMetadata what the client passes on
	 */
	public static void signUp(UserPool pool, String clientId, UserDraft draft,
			Map<String, @Nullable String> validationData, Map<String, String> clientMetadata) {
		TriggerResponse response = call(pool, draft, validationData, clientMetadata).client(clientId)
			.fire("PreSignUp_SignUp");
		if (response.flag("autoVerifyEmail")) {
			verify(draft, "email");
		}
		if (response.flag("autoVerifyPhone")) {
			verify(draft, "phone_number");
		}
		if (response.flag("autoConfirmUser")) {
			draft.status(UserStatus.CONFIRMED);
		}
	}

	/**
	 * Asks about somebody whom an administrator creates. Only a refusal counts: the
	 * service ignores the answer.
	 * @param pool the pool
	 * @param draft the user
	 * @param validationData what the caller says for this trigger only
	 * @param clientMetadata what the caller passes on
	 */
	public static void adminCreateUser(UserPool pool, UserDraft draft, Map<String, @Nullable String> validationData,
			Map<String, String> clientMetadata) {
		call(pool, draft, validationData, clientMetadata).fire("PreSignUp_AdminCreateUser");
	}

	private static TriggerCall call(UserPool pool, UserDraft draft, Map<String, @Nullable String> validationData,
			Map<String, String> clientMetadata) {
		return TriggerCall.of(pool, TriggerType.PRE_SIGN_UP)
			.userName(draft.username())
			.with("userAttributes", new LinkedHashMap<>(draft.attributes()))
			.with("validationData", validationData)
			.withIfAny("clientMetadata", clientMetadata);
	}

	private static void verify(UserDraft draft, String attribute) {
		if (!draft.attributes().containsKey(attribute)) {
			throw Refusals.triggerVerifiesMissing(attribute);
		}
		draft.attributes().put(attribute + "_verified", "true");
	}

}

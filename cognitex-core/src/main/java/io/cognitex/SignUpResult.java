package io.cognitex;

import org.jspecify.annotations.Nullable;

/**
 * An account that has just been made.
 *
 * @param userSub the user's immutable id, which is what an application should store
 * @param userConfirmed whether the user can sign in at once; otherwise
 * {@link CognitoAccountManager#confirm confirm} comes first
 * @param codeDelivery where the confirmation code went, or {@code null} if none was sent
 */
public record SignUpResult(String userSub, boolean userConfirmed, @Nullable CodeDelivery codeDelivery) {

}

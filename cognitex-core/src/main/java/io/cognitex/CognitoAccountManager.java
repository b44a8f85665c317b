package io.cognitex;

import java.util.List;
import java.util.Map;

/**
 * The account operations of one Cognito user pool: sign-up, sign-in, profile and
 * password. Inject it, or make one without Spring:
 *
 * <pre class="code">
 * CognitoAccountManager accounts = CognitoAccountManager.builder()
 *     .userPoolId("eu-central-1_AbCdEfGhI")
 *     .clientId("1example23456789")
 *     .build();
 * </pre>
 *
 * <p>
 * A username may be any name that the user signs in with (username, or e-mail address or
 * phone number where the pool allows it). Every method throws {@link CognitoException}
 * for whatever Cognito refuses, and for arguments that are {@code null}, blank or longer
 * than Cognito takes, in which case no call is made. Every method that takes an access
 * token first checks that the token belongs to this pool and app client, because Cognito
 * itself accepts tokens of any pool in the region. Only {@link #adminGetUser} needs AWS
 * credentials (and {@link #authenticate} with
 * {@link SignInFlow#ADMIN_USER_PASSWORD_AUTH}).
 *
 * <p>
 * Implementations are safe for use by many threads.
 */
public interface CognitoAccountManager {

	SignUpResult signUp(String username, String password, Map<String, String> attributes);

	void confirm(String username, String confirmationCode);

	CodeDelivery resendConfirmationCode(String username);

	SignIn authenticate(String username, String password);

	CognitoUser getUser(String accessToken);

	CognitoUser adminGetUser(String username);

	void changePassword(String accessToken, String previousPassword, String proposedPassword);

	List<CodeDelivery> updateUserAttributes(String accessToken, Map<String, String> attributes);

	CodeDelivery getUserAttributeVerificationCode(String accessToken, String attributeName);

	void verifyUserAttribute(String accessToken, String attributeName, String code);

	CodeDelivery forgotPassword(String username);

	void confirmForgotPassword(String confirmationCode, String username, String password);

}

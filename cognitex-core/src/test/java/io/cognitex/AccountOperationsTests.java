package io.cognitex;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * What the account operations have to do against any server that speaks Cognito's
 * protocol: first what is refused, then what works.
 */
abstract class AccountOperationsTests {

	private static final String PASSWORD = "Correct-Horse-1";

	private static final String OTHER_PASSWORD = "Battery-Staple-2";

	private String username = "";

	@BeforeEach
	void chooseUsername() {
		this.username = newUsername();
	}

	/**
	 * The operations on the server under test.
	 */
	abstract CognitoAccountManager accounts();

	/**
	 * The code that the user was sent last.
	 * @param username a name that signs in
	 */
	abstract String sentCode(String username);

	/**
	 * A name that no other test uses.
	 */
	String newUsername() {
		return "user-" + UUID.randomUUID();
	}

	/**
	 * An e-mail address that no other test uses.
	 */
	String emailOf(String username) {
		return username + "@example.com";
	}

	/**
	 * How the server refuses a wrong password.
	 */
	CognitoError wrongPassword() {
		return CognitoError.NOT_AUTHORIZED;
	}

	@Test
	void signUpWhenUsernameIsTakenThenUsernameExists() {
		signUp();

		assertRefused(CognitoError.USERNAME_EXISTS, this::signUp);
	}

	@Test
	void signUpWhenPasswordIsWeakThenInvalidPassword() {
		assertRefused(CognitoError.INVALID_PASSWORD,
				() -> accounts().signUp(this.username, "weak", Map.of("email", emailOf(this.username))));
	}

	@Test
	void signUpWhenAttributeIsUnknownThenInvalidParameter() {
		assertRefused(CognitoError.INVALID_PARAMETER, () -> accounts().signUp(this.username, PASSWORD,
				Map.of("email", emailOf(this.username), "shoe_size", "44")));
	}

	@Test
	void signUpThenUserIsUnconfirmedAndCodeIsSent() {
		SignUpResult result = signUp();

		assertThat(result.userSub()).isNotBlank();
		assertThat(result.userConfirmed()).isFalse();
		assertThat(result.codeDelivery()).isNotNull();
		assertThat(result.codeDelivery().deliveryMedium()).isEqualTo("EMAIL");
		assertThat(result.codeDelivery().attributeName()).isEqualTo("email");
		assertThat(sentCode(this.username)).matches("\\d{6}");
	}

	@Test
	void confirmWhenCodeIsWrongThenCodeMismatch() {
		signUp();

		assertRefused(CognitoError.CODE_MISMATCH,
				() -> accounts().confirm(this.username, otherThan(sentCode(this.username))));
		assertRefused(CognitoError.USER_NOT_CONFIRMED, () -> accounts().authenticate(this.username, PASSWORD));
	}

	@Test
	void confirmWhenUserIsUnknownThenCodeMismatch() {
		assertRefused(CognitoError.CODE_MISMATCH, () -> accounts().confirm(this.username, "123456"));
	}

	@Test
	void confirmWhenCodeIsUsedThenNotAuthorized() {
		signUp();
		String code = sentCode(this.username);
		accounts().confirm(this.username, code);

		assertRefused(CognitoError.NOT_AUTHORIZED, () -> accounts().confirm(this.username, code));
	}

	@Test
	void confirmThenUserCanSignIn() {
		signUp();

		accounts().confirm(this.username, sentCode(this.username));

		assertThat(accounts().authenticate(this.username, PASSWORD)).isInstanceOf(SignIn.Completed.class);
	}

	@Test
	void resendConfirmationCodeWhenUserIsUnknownThenAnsweredAsForKnownOne() {
		assertThat(accounts().resendConfirmationCode(this.username).deliveryMedium()).isEqualTo("EMAIL");
	}

	@Test
	void resendConfirmationCodeThenOnlyNewCodeConfirms() {
		signUp();
		String firstCode = sentCode(this.username);

		CodeDelivery delivery = accounts().resendConfirmationCode(this.username);

		assertThat(delivery.attributeName()).isEqualTo("email");
		String newCode = sentCode(this.username);
		if (!newCode.equals(firstCode)) {
			assertRefused(CognitoError.EXPIRED_CODE, () -> accounts().confirm(this.username, firstCode));
		}
		accounts().confirm(this.username, newCode);
		assertThat(accounts().authenticate(this.username, PASSWORD)).isInstanceOf(SignIn.Completed.class);
	}

	@Test
	void authenticateWhenPasswordIsWrongThenRefused() {
		signUpAndConfirm();

		assertRefused(wrongPassword(), () -> accounts().authenticate(this.username, OTHER_PASSWORD));
	}

	@Test
	void authenticateWhenUserIsUnknownThenRefusedAsForWrongPassword() {
		signUpAndConfirm();
		CognitoException wrongPassword = refusal(() -> accounts().authenticate(this.username, OTHER_PASSWORD));

		CognitoException unknownUser = refusal(() -> accounts().authenticate(newUsername(), PASSWORD));

		assertThat(unknownUser.error()).isEqualTo(wrongPassword.error());
		assertThat(unknownUser).hasMessage(wrongPassword.getMessage());
	}

	@Test
	void authenticateWhenUserIsUnconfirmedThenUserNotConfirmed() {
		signUp();

		assertRefused(CognitoError.USER_NOT_CONFIRMED, () -> accounts().authenticate(this.username, PASSWORD));
	}

	@Test
	void authenticateThenTokens() {
		signUpAndConfirm();

		CognitoTokens tokens = signIn(PASSWORD);

		assertThat(tokens.accessToken()).isNotBlank().isNotEqualTo(tokens.idToken());
		assertThat(tokens.idToken()).isNotBlank();
		assertThat(tokens.refreshToken()).isNotBlank();
		assertThat(tokens.expiresAt()).isInTheFuture();
	}

	@Test
	void getUserWhenTokenIsNoTokenThenNotAuthorized() {
		assertRefused(CognitoError.NOT_AUTHORIZED, () -> accounts().getUser("no-token"));
	}

	@Test
	void getUserWhenTokenIsIdTokenThenNotAuthorized() {
		signUpAndConfirm();
		String idToken = signIn(PASSWORD).idToken();

		assertRefused(CognitoError.NOT_AUTHORIZED, () -> accounts().getUser(idToken));
	}

	@Test
	void getUserWhenSignatureIsForgedThenNotAuthorized() {
		signUpAndConfirm();
		String accessToken = signIn(PASSWORD).accessToken();
		String forged = accessToken.substring(0, accessToken.lastIndexOf('.') + 1) + "A".repeat(342);

		assertRefused(CognitoError.NOT_AUTHORIZED, () -> accounts().getUser(forged));
	}

	@Test
	void getUserThenNameAndAttributes() {
		String sub = signUpAndConfirm().userSub();

		CognitoUser user = accounts().getUser(signIn(PASSWORD).accessToken());

		assertThat(user.username()).isIn(this.username, sub);
		assertThat(user.attribute("sub")).isEqualTo(sub);
		assertThat(user.attribute("email")).isEqualTo(emailOf(this.username));
	}

	@Test
	void adminGetUserWhenUserIsUnknownThenUserNotFound() {
		assertRefused(CognitoError.USER_NOT_FOUND, () -> accounts().adminGetUser(this.username));
	}

	@Test
	void adminGetUserThenStatusAndDates() {
		signUp();
		assertThat(accounts().adminGetUser(this.username).status()).isEqualTo(UserStatus.UNCONFIRMED);
		accounts().confirm(this.username, sentCode(this.username));

		CognitoUser user = accounts().adminGetUser(this.username);

		assertThat(user.status()).isEqualTo(UserStatus.CONFIRMED);
		assertThat(user.enabled()).isTrue();
		assertThat(user.attribute("email")).isEqualTo(emailOf(this.username));
		assertThat(user.createdAt()).isNotNull();
		assertThat(user.lastModifiedAt()).isAfterOrEqualTo(user.createdAt());
	}

	@Test
	void changePasswordWhenPreviousPasswordIsWrongThenRefused() {
		signUpAndConfirm();
		String accessToken = signIn(PASSWORD).accessToken();

		assertRefused(wrongPassword(),
				() -> accounts().changePassword(accessToken, "Wrong-Password-3", OTHER_PASSWORD));
	}

	@Test
	void changePasswordWhenNewPasswordIsWeakThenInvalidPassword() {
		signUpAndConfirm();
		String accessToken = signIn(PASSWORD).accessToken();

		assertRefused(CognitoError.INVALID_PASSWORD, () -> accounts().changePassword(accessToken, PASSWORD, "weak"));
	}

	@Test
	void changePasswordThenOnlyNewPasswordSignsIn() {
		signUpAndConfirm();

		accounts().changePassword(signIn(PASSWORD).accessToken(), PASSWORD, OTHER_PASSWORD);

		assertRefused(wrongPassword(), () -> accounts().authenticate(this.username, PASSWORD));
		assertThat(signIn(OTHER_PASSWORD).accessToken()).isNotBlank();
	}

	@Test
	void updateUserAttributesWhenAttributeIsImmutableThenInvalidParameter() {
		signUpAndConfirm();
		String accessToken = signIn(PASSWORD).accessToken();

		assertRefused(CognitoError.INVALID_PARAMETER,
				() -> accounts().updateUserAttributes(accessToken, Map.of("sub", "another")));
	}

	@Test
	void updateUserAttributesWhenNothingIsToBeVerifiedThenNoCode() {
		signUpAndConfirm();
		String accessToken = signIn(PASSWORD).accessToken();

		List<CodeDelivery> deliveries = accounts().updateUserAttributes(accessToken, Map.of("given_name", "Alice"));

		assertThat(deliveries).isEmpty();
		assertThat(accounts().getUser(accessToken).attribute("given_name")).isEqualTo("Alice");
	}

	@Test
	void updateUserAttributesWhenEmailChangesThenCodeVerifiesIt() {
		signUpAndConfirm();
		String accessToken = signIn(PASSWORD).accessToken();
		String newEmail = "new-" + emailOf(this.username);

		List<CodeDelivery> deliveries = accounts().updateUserAttributes(accessToken, Map.of("email", newEmail));

		assertThat(deliveries).singleElement().extracting(CodeDelivery::attributeName).isEqualTo("email");
		String code = sentCode(accounts().getUser(accessToken).username());
		assertRefused(CognitoError.CODE_MISMATCH,
				() -> accounts().verifyUserAttribute(accessToken, "email", otherThan(code)));
		accounts().verifyUserAttribute(accessToken, "email", code);
		CognitoUser user = accounts().getUser(accessToken);
		assertThat(user.attribute("email")).isEqualTo(newEmail);
		assertThat(user.attribute("email_verified")).isEqualTo("true");
	}

	@Test
	void getUserAttributeVerificationCodeThenCodeVerifies() {
		signUpAndConfirm();
		String accessToken = signIn(PASSWORD).accessToken();

		accounts().getUserAttributeVerificationCode(accessToken, "email");

		String code = sentCode(this.username);
		assertRefused(CognitoError.CODE_MISMATCH,
				() -> accounts().verifyUserAttribute(accessToken, "email", otherThan(code)));
		accounts().verifyUserAttribute(accessToken, "email", code);
		assertThat(accounts().getUser(accessToken).attribute("email_verified")).isEqualTo("true");
	}

	@Test
	void forgotPasswordWhenUserIsUnknownThenAnsweredAsForKnownOne() {
		assertThat(accounts().forgotPassword(this.username).deliveryMedium()).isEqualTo("EMAIL");
	}

	@Test
	void confirmForgotPasswordWhenCodeIsWrongThenCodeMismatch() {
		signUpAndConfirm();
		accounts().forgotPassword(this.username);

		assertRefused(CognitoError.CODE_MISMATCH, () -> accounts()
			.confirmForgotPassword(otherThan(sentCode(this.username)), this.username, OTHER_PASSWORD));
		assertThat(signIn(PASSWORD).accessToken()).isNotBlank();
	}

	@Test
	void confirmForgotPasswordWhenNewPasswordIsWeakThenInvalidPassword() {
		signUpAndConfirm();
		accounts().forgotPassword(this.username);

		assertRefused(CognitoError.INVALID_PASSWORD,
				() -> accounts().confirmForgotPassword(sentCode(this.username), this.username, "weak"));
	}

	@Test
	void confirmForgotPasswordThenOnlyNewPasswordSignsIn() {
		signUpAndConfirm();

		CodeDelivery delivery = accounts().forgotPassword(this.username);
		accounts().confirmForgotPassword(sentCode(this.username), this.username, OTHER_PASSWORD);

		assertThat(delivery.attributeName()).isEqualTo("email");
		assertRefused(wrongPassword(), () -> accounts().authenticate(this.username, PASSWORD));
		assertThat(signIn(OTHER_PASSWORD).accessToken()).isNotBlank();
	}

	private SignUpResult signUp() {
		return accounts().signUp(this.username, PASSWORD, Map.of("email", emailOf(this.username)));
	}

	private SignUpResult signUpAndConfirm() {
		SignUpResult result = signUp();
		accounts().confirm(this.username, sentCode(this.username));
		return result;
	}

	private CognitoTokens signIn(String password) {
		SignIn signIn = accounts().authenticate(this.username, password);
		assertThat(signIn).isInstanceOf(SignIn.Completed.class);
		return ((SignIn.Completed) signIn).tokens();
	}

	private static String otherThan(String code) {
		return code.equals("000000") ? "000001" : "000000";
	}

	private static void assertRefused(CognitoError error, ThrowingCallable call) {
		assertThat(refusal(call).error()).isEqualTo(error);
	}

	private static CognitoException refusal(ThrowingCallable call) {
		CognitoException refusal = catchThrowableOfType(CognitoException.class, call);
		assertThat(refusal).as("the call is refused").isNotNull();
		return refusal;
	}

}

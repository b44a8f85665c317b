package io.cognitex;

import java.util.List;
import java.util.Map;

/**
 * Checks what goes to Cognito, then lets the gateway send it.
 */
final class DefaultCognitoAccountManager implements CognitoAccountManager {

	private final CognitoGateway gateway;

	private final SignInEngine signInEngine;

	private final AccessTokenGuard accessTokenGuard;

	private final AccountChangeListeners listeners = new AccountChangeListeners();

	DefaultCognitoAccountManager(CognitoGateway gateway, SignInEngine signInEngine, AccessTokenGuard accessTokenGuard) {
		this.gateway = gateway;
		this.signInEngine = signInEngine;
		this.accessTokenGuard = accessTokenGuard;
	}

	@Override
	public SignUpResult signUp(String username, String password, Map<String, String> attributes) {
		Arguments.checkUsername(username);
		Arguments.checkPassword("password", password);
		Arguments.checkAttributes(attributes);
		return this.gateway.signUp(username, password, attributes);
	}

	@Override
	public void confirm(String username, String confirmationCode) {
		Arguments.checkUsername(username);
		Arguments.checkCode("confirmationCode", confirmationCode);
		this.listeners.change(named(username), () -> this.gateway.confirmSignUp(username, confirmationCode));
	}

	@Override
	public CodeDelivery resendConfirmationCode(String username) {
		Arguments.checkUsername(username);
		return this.gateway.resendConfirmationCode(username);
	}

	@Override
	public SignIn authenticate(String username, String password) {
		Arguments.checkUsername(username);
		Arguments.checkPassword("password", password);
		return this.signInEngine.signIn(username, password);
	}

	@Override
	public CognitoUser getUser(String accessToken) {
		checkToken(accessToken);
		return this.gateway.getUser(accessToken);
	}

	@Override
	public CognitoUser adminGetUser(String username) {
		Arguments.checkUsername(username);
		return this.gateway.adminGetUser(username);
	}

	@Override
	public void changePassword(String accessToken, String previousPassword, String proposedPassword) {
		Arguments.checkPassword("previousPassword", previousPassword);
		Arguments.checkPassword("proposedPassword", proposedPassword);
		this.listeners.change(checkToken(accessToken),
				() -> this.gateway.changePassword(accessToken, previousPassword, proposedPassword));
	}

	@Override
	public List<CodeDelivery> updateUserAttributes(String accessToken, Map<String, String> attributes) {
		Arguments.checkAttributesNotEmpty(attributes);
		return this.listeners.change(checkToken(accessToken),
				() -> this.gateway.updateUserAttributes(accessToken, attributes));
	}

	@Override
	public CodeDelivery getUserAttributeVerificationCode(String accessToken, String attributeName) {
		Arguments.checkAttributeName(attributeName);
		checkToken(accessToken);
		return this.gateway.getUserAttributeVerificationCode(accessToken, attributeName);
	}

	@Override
	public void verifyUserAttribute(String accessToken, String attributeName, String code) {
		Arguments.checkAttributeName(attributeName);
		Arguments.checkCode("code", code);
		this.listeners.change(checkToken(accessToken),
				() -> this.gateway.verifyUserAttribute(accessToken, attributeName, code));
	}

	@Override
	public CodeDelivery forgotPassword(String username) {
		Arguments.checkUsername(username);
		return this.gateway.forgotPassword(username);
	}

	@Override
	public void confirmForgotPassword(String confirmationCode, String username, String password) {
		Arguments.checkCode("confirmationCode", confirmationCode);
		Arguments.checkUsername(username);
		Arguments.checkPassword("password", password);
		this.listeners.change(named(username),
				() -> this.gateway.confirmForgotPassword(confirmationCode, username, password));
	}

	@Override
	public void addListener(AccountChangeListener listener) {
		this.listeners.add(listener);
	}

	@Override
	public void close() {
		this.gateway.close();
	}

	/**
	 * Checks a token, and says whose it is.
	 */
	private AccountChange checkToken(String accessToken) {
		Arguments.checkToken(accessToken);
		return this.accessTokenGuard.check(accessToken);
	}

	private static AccountChange named(String username) {
		return new AccountChange(username, null);
	}

}

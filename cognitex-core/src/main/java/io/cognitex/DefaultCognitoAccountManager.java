package io.cognitex;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Checks what goes to Cognito, then lets the gateway send it.
 */
final class DefaultCognitoAccountManager implements CognitoAccountManager {

	private final CognitoCalls cognito;

	private final AccountGateway accounts;

	private final FactorGateway factors;

	private final DeviceGateway devices;

	private final DeviceConfirmation deviceConfirmation;

	private final TokenGateway tokens;

	private final TokenRefresh tokenRefresh;

	private final SignInEngine signInEngine;

	private final SignInAnswers signInAnswers;

	private final AccessTokenGuard accessTokenGuard;

	private final AccountChangeListeners listeners = new AccountChangeListeners();

	DefaultCognitoAccountManager(CognitoCalls cognito, AccountGateway accounts, FactorGateway factors,
			DeviceGateway devices, TokenGateway tokens, SignInEngine signInEngine, SignInAnswers signInAnswers,
			AccessTokenGuard accessTokenGuard) {
		this.cognito = cognito;
		this.accounts = accounts;
		this.factors = factors;
		this.devices = devices;
		this.deviceConfirmation = new DeviceConfirmation(devices);
		this.tokens = tokens;
		this.tokenRefresh = new TokenRefresh(tokens);
		this.signInEngine = signInEngine;
		this.signInAnswers = signInAnswers;
		this.accessTokenGuard = accessTokenGuard;
	}

	@Override
	public SignUpResult signUp(String username, String password, Map<String, String> attributes) {
		Arguments.checkUsername(username);
		Arguments.checkPassword("password", password);
		Arguments.checkAttributes(attributes);
		return this.accounts.signUp(username, password, attributes);
	}

	@Override
	public void confirm(String username, String confirmationCode) {
		Arguments.checkUsername(username);
		Arguments.checkCode("confirmationCode", confirmationCode);
		this.listeners.change(named(username), () -> this.accounts.confirmSignUp(username, confirmationCode));
	}

	@Override
	public CodeDelivery resendConfirmationCode(String username) {
		Arguments.checkUsername(username);
		return this.accounts.resendConfirmationCode(username);
	}

	@Override
	public SignIn authenticate(String username, String password) {
		Arguments.checkUsername(username);
		Arguments.checkPassword("password", password);
		return this.signInEngine.signIn(SignInRequest.withPassword(username, password));
	}

	@Override
	public SignIn authenticate(SignInRequest request) {
		Arguments.checkUsername(request.username());
		if (request.password() != null) {
			Arguments.checkPassword("password", request.password());
		}
		return this.signInEngine.signIn(request);
	}

	@Override
	public SignIn respond(SignInAnswer answer) {
		AnswerArguments.check(answer);
		return this.signInAnswers.respond(answer);
	}

	@Override
	public CognitoUser getUser(String accessToken) {
		checkToken(accessToken);
		return this.accounts.getUser(accessToken);
	}

	@Override
	public CognitoUser adminGetUser(String username) {
		Arguments.checkUsername(username);
		return this.accounts.adminGetUser(username);
	}

	@Override
	public void changePassword(String accessToken, String previousPassword, String proposedPassword) {
		Arguments.checkPassword("previousPassword", previousPassword);
		Arguments.checkPassword("proposedPassword", proposedPassword);
		this.listeners.change(checkToken(accessToken),
				() -> this.accounts.changePassword(accessToken, previousPassword, proposedPassword));
	}

	@Override
	public List<CodeDelivery> updateUserAttributes(String accessToken, Map<String, String> attributes) {
		Arguments.checkAttributesNotEmpty(attributes);
		return this.listeners.change(checkToken(accessToken),
				() -> this.accounts.updateUserAttributes(accessToken, attributes));
	}

	@Override
	public CodeDelivery getUserAttributeVerificationCode(String accessToken, String attributeName) {
		Arguments.checkAttributeName(attributeName);
		checkToken(accessToken);
		return this.accounts.getUserAttributeVerificationCode(accessToken, attributeName);
	}

	@Override
	public void verifyUserAttribute(String accessToken, String attributeName, String code) {
		Arguments.checkAttributeName(attributeName);
		Arguments.checkCode("code", code);
		this.listeners.change(checkToken(accessToken),
				() -> this.accounts.verifyUserAttribute(accessToken, attributeName, code));
	}

	@Override
	public CodeDelivery forgotPassword(String username) {
		Arguments.checkUsername(username);
		return this.accounts.forgotPassword(username);
	}

	@Override
	public void confirmForgotPassword(String confirmationCode, String username, String password) {
		Arguments.checkCode("confirmationCode", confirmationCode);
		Arguments.checkUsername(username);
		Arguments.checkPassword("password", password);
		this.listeners.change(named(username),
				() -> this.accounts.confirmForgotPassword(confirmationCode, username, password));
	}

	@Override
	public void addListener(AccountChangeListener listener) {
		this.listeners.add(listener);
	}

	@Override
	public String startWebAuthnRegistration(String accessToken) {
		checkToken(accessToken);
		return this.factors.startWebAuthnRegistration(accessToken);
	}

	@Override
	public void completeWebAuthnRegistration(String accessToken, String credential) {
		Arguments.checkCredential(credential);
		checkToken(accessToken);
		this.factors.completeWebAuthnRegistration(accessToken, credential);
	}

	@Override
	public List<Passkey> listWebAuthnCredentials(String accessToken) {
		checkToken(accessToken);
		return this.factors.listWebAuthnCredentials(accessToken);
	}

	@Override
	public void deleteWebAuthnCredential(String accessToken, String credentialId) {
		Arguments.checkCode("credentialId", credentialId);
		checkToken(accessToken);
		this.factors.deleteWebAuthnCredential(accessToken, credentialId);
	}

	@Override
	public SoftwareTokenSecret associateSoftwareToken(String accessToken) {
		checkToken(accessToken);
		return new SoftwareTokenSecret(this.factors.associateSoftwareToken(accessToken));
	}

	@Override
	public void verifySoftwareToken(String accessToken, String code, @Nullable String friendlyDeviceName) {
		Arguments.checkCode("code", code);
		String typed = TypedCode.ofSoftwareToken(code);
		this.listeners.change(checkToken(accessToken),
				() -> this.factors.verifySoftwareToken(accessToken, typed, friendlyDeviceName));
	}

	@Override
	public void setUserMfaPreference(String accessToken, Map<MfaType, MfaSetting> settings) {
		Arguments.checkMfaSettings(settings);
		this.listeners.change(checkToken(accessToken), () -> this.factors.setUserMfaPreference(accessToken, settings));
	}

	@Override
	public UserAuthFactors getUserAuthFactors(String accessToken) {
		checkToken(accessToken);
		return this.factors.getUserAuthFactors(accessToken);
	}

	@Override
	public ConfirmedDevice confirmDevice(String accessToken, NewDevice newDevice, @Nullable String deviceName) {
		Arguments.checkDeviceKey(newDevice.deviceKey());
		checkToken(accessToken);
		return this.deviceConfirmation.confirm(accessToken, newDevice, deviceName);
	}

	@Override
	public void updateDeviceStatus(String accessToken, String deviceKey, DeviceRememberedStatus status) {
		Arguments.checkDeviceKey(deviceKey);
		checkToken(accessToken);
		this.devices.updateDeviceStatus(accessToken, deviceKey, status);
	}

	@Override
	public void forgetDevice(String accessToken, String deviceKey) {
		Arguments.checkDeviceKey(deviceKey);
		checkToken(accessToken);
		this.devices.forgetDevice(accessToken, deviceKey);
	}

	@Override
	public List<CognitoDevice> listDevices(String accessToken) {
		checkToken(accessToken);
		return this.devices.listDevices(accessToken);
	}

	@Override
	public CognitoTokens refresh(CognitoTokens tokens) {
		checkToken(tokens.accessToken());
		return this.tokenRefresh.refresh(tokens);
	}

	@Override
	public void revokeToken(CognitoTokens tokens) {
		String refreshToken = Arguments.checkRefreshToken(tokens.refreshToken());
		this.listeners.change(checkToken(tokens.accessToken()), () -> this.tokens.revokeToken(refreshToken));
	}

	@Override
	public void revokeToken(String refreshToken) {
		Arguments.checkRefreshToken(refreshToken);
		this.tokens.revokeToken(refreshToken);
	}

	@Override
	public void globalSignOut(String accessToken) {
		this.listeners.change(checkToken(accessToken), () -> this.tokens.globalSignOut(accessToken));
	}

	@Override
	public void adminUserGlobalSignOut(String username) {
		Arguments.checkUsername(username);
		this.listeners.change(named(username), () -> this.tokens.adminUserGlobalSignOut(username));
	}

	@Override
	public void close() {
		this.cognito.close();
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

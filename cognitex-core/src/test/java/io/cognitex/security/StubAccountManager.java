package io.cognitex.security;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

import io.cognitex.CodeDelivery;
import io.cognitex.CognitoAccountManager;
import io.cognitex.CognitoDevice;
import io.cognitex.CognitoError;
import io.cognitex.CognitoException;
import io.cognitex.CognitoTokens;
import io.cognitex.CognitoUser;
import io.cognitex.ConfirmedDevice;
import io.cognitex.DeviceRememberedStatus;
import io.cognitex.MfaSetting;
import io.cognitex.MfaType;
import io.cognitex.NewDevice;
import io.cognitex.Passkey;
import io.cognitex.SignIn;
import io.cognitex.SignInAnswer;
import io.cognitex.SignInRequest;
import io.cognitex.SignUpResult;
import io.cognitex.SoftwareTokenSecret;
import io.cognitex.UserAuthFactors;
import org.jspecify.annotations.Nullable;

/**
 * An account manager whose answers the test chooses and whose calls it can count: for
 * outages and for answers that a real pool gives only after a long story.
 */
public class StubAccountManager implements CognitoAccountManager {

	private final List<String> calls = new ArrayList<>();

	private BiFunction<String, String, SignIn> authenticate = (username, password) -> {
		throw new CognitoException(CognitoError.NOT_AUTHORIZED, "Incorrect username or password.");
	};

	private Function<String, CognitoUser> getUser = (accessToken) -> {
		throw new CognitoException(CognitoError.NOT_AUTHORIZED, "Invalid Access Token");
	};

	private Function<SignInAnswer, SignIn> respond = (answer) -> {
		throw new CognitoException(CognitoError.SESSION_EXPIRED, "Invalid session for the user.");
	};

	private Function<CognitoTokens, CognitoTokens> refresh = (tokens) -> {
		throw new CognitoException(CognitoError.NOT_AUTHORIZED, "Refresh Token has been revoked");
	};

	private Runnable signOut = () -> {
	};

	/**
	 * What a refresh leads to.
	 */
	public StubAccountManager refreshing(Function<CognitoTokens, CognitoTokens> refresh) {
		this.refresh = refresh;
		return this;
	}

	/**
	 * What happens when tokens are revoked.
	 */
	public StubAccountManager signingOut(Runnable signOut) {
		this.signOut = signOut;
		return this;
	}

	public static StubAccountManager answering(SignIn signIn) {
		StubAccountManager accounts = new StubAccountManager();
		accounts.authenticate = (username, password) -> signIn;
		accounts.respond = (answer) -> signIn;
		return accounts;
	}

	/**
	 * Fails every operation.
	 */
	public static StubAccountManager failing(CognitoError error) {
		StubAccountManager accounts = new StubAccountManager();
		CognitoException failure = new CognitoException(error, "cognito-text-of-" + error);
		accounts.authenticate = (username, password) -> {
			throw failure;
		};
		accounts.respond = (answer) -> {
			throw failure;
		};
		accounts.getUser = (accessToken) -> {
			throw failure;
		};
		return accounts;
	}

	/**
	 * What answers to challenges lead to.
	 */
	public StubAccountManager responding(Function<SignInAnswer, SignIn> respond) {
		this.respond = respond;
		return this;
	}

	public static StubAccountManager withUser(CognitoUser user) {
		StubAccountManager accounts = new StubAccountManager();
		accounts.getUser = (accessToken) -> user;
		return accounts;
	}

	/**
	 * The names of the operations that were called.
	 */
	public List<String> calls() {
		return this.calls;
	}

	@Override
	public SignIn authenticate(String username, String password) {
		this.calls.add("authenticate");
		return this.authenticate.apply(username, password);
	}

	@Override
	public SignIn authenticate(SignInRequest request) {
		this.calls.add("authenticate");
		return this.authenticate.apply(request.username(), String.valueOf(request.password()));
	}

	@Override
	public SignIn respond(SignInAnswer answer) {
		this.calls.add("respond");
		return this.respond.apply(answer);
	}

	@Override
	public CognitoUser getUser(String accessToken) {
		this.calls.add("getUser");
		return this.getUser.apply(accessToken);
	}

	@Override
	public SignUpResult signUp(String username, String password, Map<String, String> attributes) {
		throw new UnsupportedOperationException();
	}

	@Override
	public void confirm(String username, String confirmationCode) {
		throw new UnsupportedOperationException();
	}

	@Override
	public CodeDelivery resendConfirmationCode(String username) {
		throw new UnsupportedOperationException();
	}

	@Override
	public CognitoUser adminGetUser(String username) {
		throw new UnsupportedOperationException();
	}

	@Override
	public void changePassword(String accessToken, String previousPassword, String proposedPassword) {
		throw new UnsupportedOperationException();
	}

	@Override
	public List<CodeDelivery> updateUserAttributes(String accessToken, Map<String, String> attributes) {
		throw new UnsupportedOperationException();
	}

	@Override
	public CodeDelivery getUserAttributeVerificationCode(String accessToken, String attributeName) {
		throw new UnsupportedOperationException();
	}

	@Override
	public void verifyUserAttribute(String accessToken, String attributeName, String code) {
		throw new UnsupportedOperationException();
	}

	@Override
	public CodeDelivery forgotPassword(String username) {
		throw new UnsupportedOperationException();
	}

	@Override
	public void confirmForgotPassword(String confirmationCode, String username, String password) {
		throw new UnsupportedOperationException();
	}

	@Override
	public String startWebAuthnRegistration(String accessToken) {
		throw new UnsupportedOperationException();
	}

	@Override
	public void completeWebAuthnRegistration(String accessToken, String credential) {
		throw new UnsupportedOperationException();
	}

	@Override
	public List<Passkey> listWebAuthnCredentials(String accessToken) {
		throw new UnsupportedOperationException();
	}

	@Override
	public void deleteWebAuthnCredential(String accessToken, String credentialId) {
		throw new UnsupportedOperationException();
	}

	@Override
	public SoftwareTokenSecret associateSoftwareToken(String accessToken) {
		throw new UnsupportedOperationException();
	}

	@Override
	public void verifySoftwareToken(String accessToken, String code, @Nullable String friendlyDeviceName) {
		throw new UnsupportedOperationException();
	}

	@Override
	public void setUserMfaPreference(String accessToken, Map<MfaType, MfaSetting> settings) {
		throw new UnsupportedOperationException();
	}

	@Override
	public UserAuthFactors getUserAuthFactors(String accessToken) {
		return new UserAuthFactors("alice", null, List.of("SOFTWARE_TOKEN_MFA"), List.of("PASSWORD"));
	}

	@Override
	public ConfirmedDevice confirmDevice(String accessToken, NewDevice newDevice, @Nullable String deviceName) {
		throw new UnsupportedOperationException();
	}

	@Override
	public void updateDeviceStatus(String accessToken, String deviceKey, DeviceRememberedStatus status) {
		throw new UnsupportedOperationException();
	}

	@Override
	public void forgetDevice(String accessToken, String deviceKey) {
		throw new UnsupportedOperationException();
	}

	@Override
	public List<CognitoDevice> listDevices(String accessToken) {
		throw new UnsupportedOperationException();
	}

	@Override
	public CognitoTokens refresh(CognitoTokens tokens) {
		this.calls.add("refresh");
		return this.refresh.apply(tokens);
	}

	@Override
	public void revokeToken(CognitoTokens tokens) {
		this.calls.add("revokeToken");
		this.signOut.run();
	}

	@Override
	public void revokeToken(String refreshToken) {
		throw new UnsupportedOperationException();
	}

	@Override
	public void globalSignOut(String accessToken) {
		this.calls.add("globalSignOut");
		this.signOut.run();
	}

	@Override
	public void adminUserGlobalSignOut(String username) {
		this.calls.add("adminUserGlobalSignOut " + username);
		this.signOut.run();
	}

}

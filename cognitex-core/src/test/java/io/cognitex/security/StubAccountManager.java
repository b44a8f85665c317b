package io.cognitex.security;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

import io.cognitex.CodeDelivery;
import io.cognitex.CognitoAccountManager;
import io.cognitex.CognitoError;
import io.cognitex.CognitoException;
import io.cognitex.CognitoUser;
import io.cognitex.SignIn;
import io.cognitex.SignUpResult;

/**
 * An account manager whose answers the test chooses and whose calls it can count: for
 * outages and for answers that a real pool gives only after a long story.
 */
public final class StubAccountManager implements CognitoAccountManager {

	private final List<String> calls = new ArrayList<>();

	private BiFunction<String, String, SignIn> authenticate = (username, password) -> {
		throw new CognitoException(CognitoError.NOT_AUTHORIZED, "Incorrect username or password.");
	};

	private Function<String, CognitoUser> getUser = (accessToken) -> {
		throw new CognitoException(CognitoError.NOT_AUTHORIZED, "Invalid Access Token");
	};

	public static StubAccountManager answering(SignIn signIn) {
		StubAccountManager accounts = new StubAccountManager();
		accounts.authenticate = (username, password) -> signIn;
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
		accounts.getUser = (accessToken) -> {
			throw failure;
		};
		return accounts;
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

}

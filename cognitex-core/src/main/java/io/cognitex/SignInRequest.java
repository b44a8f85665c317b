package io.cognitex;

import org.jspecify.annotations.Nullable;

/**
 * A sign-in that is to begin: who, with or without a password, and how.
 *
 * <pre class="code">
 * accounts.authenticate(SignInRequest.forUser("alice")
 *     .withFlow(SignInFlow.USER_AUTH)
 *     .withPreferredChallenge("EMAIL_OTP"));
 * </pre>
 *
 * @param username any name that signs in
 * @param password the password; {@code null} for flows that can begin without
 * @param flow the flow; {@code null} for that of the account manager or, without a
 * password, {@link SignInFlow#USER_AUTH} if that one begins with it
 * @param preferredChallenge Cognito's name of the first factor that the user would like,
 * for {@link SignInFlow#USER_AUTH}; {@code null} if the user shall choose
 * @param device the device that the user signs in from, if it is a remembered one
 */
public record SignInRequest(String username, @Nullable String password, @Nullable SignInFlow flow,
		@Nullable String preferredChallenge, @Nullable RememberedDevice device) {

	/**
	 * Begins with a password.
	 * @param username any name that signs in
	 * @param password the password
	 * @return the request
	 */
	public static SignInRequest withPassword(String username, String password) {
		return new SignInRequest(username, password, null, null, null);
	}

	/**
	 * Begins with the username alone: by {@link SignInFlow#CUSTOM_AUTH}, if that is the
	 * flow of the account manager, and by {@link SignInFlow#USER_AUTH} otherwise.
	 * @param username any name that signs in
	 * @return the request
	 */
	public static SignInRequest forUser(String username) {
		return new SignInRequest(username, null, null, null, null);
	}

	/**
	 * With another flow than that of the account manager.
	 * @param flow a flow that the app client allows
	 * @return the request
	 */
	public SignInRequest withFlow(SignInFlow flow) {
		return new SignInRequest(this.username, this.password, flow, this.preferredChallenge, this.device);
	}

	/**
	 * With a first factor that the user would like. Where it cannot be had, Cognito
	 * offers those that can. A request with a password is for that factor, whatever is
	 * preferred.
	 * @param preferredChallenge {@code PASSWORD}, {@code PASSWORD_SRP},
	 * {@code EMAIL_OTP}, {@code SMS_OTP} or {@code WEB_AUTHN}
	 * @return the request
	 */
	public SignInRequest withPreferredChallenge(String preferredChallenge) {
		return new SignInRequest(this.username, this.password, this.flow, preferredChallenge, this.device);
	}

	/**
	 * From a device that Cognito remembers. If Cognito has forgotten it, or does not know
	 * it for this user, the sign-in goes on without it, which takes another call: give a
	 * sign-in only a device of its user, or the time that it takes may tell strangers
	 * whether the user exists.
	 * @param device the device; {@code null} if there is none
	 * @return the request
	 */
	public SignInRequest withDevice(@Nullable RememberedDevice device) {
		return new SignInRequest(this.username, this.password, this.flow, this.preferredChallenge, device);
	}

	@Override
	public String toString() {
		return "SignInRequest[username=" + this.username + ", flow=" + this.flow + ", preferredChallenge="
				+ this.preferredChallenge + "]";
	}

}

package io.cognitex.security.web;

import java.util.List;
import java.util.Map;

import io.cognitex.CodeDelivery;
import io.cognitex.SignInChallenge;
import org.jspecify.annotations.Nullable;

/**
 * What a challenge page shows: the request attribute {@value #ATTRIBUTE} of an
 * application's own page. Cognito's session is not in it. In Thymeleaf:
 *
 * <pre class="code">
 * &lt;form th:action="@{/login/challenge}" method="post"&gt;
 *   &lt;p th:if="${cognitoChallenge.error}" th:text="${cognitoChallenge.error}"&gt;&lt;/p&gt;
 *   &lt;input type="hidden" name="step" th:value="${cognitoChallenge.step}"&gt;
 *   &lt;input name="code" inputmode="numeric" autocomplete="one-time-code"&gt;
 * &lt;/form&gt;
 * </pre>
 *
 * <p>
 * All texts may have been chosen by a user: escape them, but for {@link #getQrCode()}.
 */
public final class CognitoChallengeView {

	/**
	 * The name of the request attribute.
	 */
	public static final String ATTRIBUTE = "cognitoChallenge";

	private final PendingChallenge pending;

	private final String issuer;

	CognitoChallengeView(PendingChallenge pending, String issuer) {
		this.pending = pending;
		this.issuer = issuer;
	}

	SignInChallenge challenge() {
		return this.pending.challenge();
	}

	ChallengeKind kind() {
		return ChallengeKind.of(challenge());
	}

	/**
	 * Cognito's name of the challenge, such as {@code SMS_MFA}; for setting up a second
	 * factor {@code MFA_SETUP} while it is to be chosen, {@code SOFTWARE_TOKEN_SETUP} and
	 * {@code EMAIL_SETUP} afterwards.
	 * @return the name
	 */
	public String getName() {
		return switch (kind()) {
			case SOFTWARE_TOKEN_SETUP, EMAIL_SETUP -> kind().name();
			default -> challenge().name();
		};
	}

	/**
	 * What the form sends back as {@code step}, so that a form which is sent twice is
	 * answered once.
	 * @return a value without a meaning
	 */
	public String getStep() {
		return this.pending.id();
	}

	/**
	 * What the person typed as the username.
	 * @return the username
	 */
	public String getUsername() {
		return this.pending.username();
	}

	/**
	 * What was wrong with the last answer.
	 * @return a text for the person; {@code null} if nothing was
	 */
	public @Nullable String getError() {
		return this.pending.error();
	}

	/**
	 * Where a code was sent, masked.
	 * @return such as {@code a***@e***}; {@code null} if no code was sent
	 */
	public @Nullable String getDestination() {
		CodeDelivery delivery = codeDelivery();
		return (delivery != null) ? delivery.destination() : null;
	}

	private @Nullable CodeDelivery codeDelivery() {
		if (challenge() instanceof SignInChallenge.SmsMfa smsMfa) {
			return smsMfa.codeDelivery();
		}
		if (challenge() instanceof SignInChallenge.SmsOtp smsOtp) {
			return smsOtp.codeDelivery();
		}
		return (challenge() instanceof SignInChallenge.EmailOtp emailOtp) ? emailOtp.codeDelivery() : null;
	}

	/**
	 * What the user called the authenticator app.
	 * @return the name; {@code null} if there is none
	 */
	public @Nullable String getFriendlyDeviceName() {
		return (challenge() instanceof SignInChallenge.SoftwareTokenMfa mfa) ? mfa.friendlyDeviceName() : null;
	}

	/**
	 * What can be chosen, to be sent as {@code choice}.
	 * @return Cognito's names; empty if there is no choice
	 */
	public List<String> getChoices() {
		// A phone number has to be in the account before
		return (challenge() instanceof SignInChallenge.ChoiceChallenge choice) ? choice.choices()
			.stream()
			.filter((name) -> !(choice instanceof SignInChallenge.MfaSetup && name.equals("SMS_MFA")))
			.toList() : List.of();
	}

	/**
	 * Attributes to be sent with a new password, each as {@code userAttributes.} and its
	 * name.
	 * @return the names; empty if none are needed
	 */
	public List<String> getRequiredAttributes() {
		return (challenge() instanceof SignInChallenge.NewPasswordRequired required) ? required.requiredAttributes()
				: List.of();
	}

	/**
	 * The secret to type into an authenticator app.
	 * @return Base32 in groups of four; {@code null} if no app is set up
	 */
	public @Nullable String getSecretCode() {
		return (challenge() instanceof SignInChallenge.SoftwareTokenSetup setup)
				? AuthenticatorAppInstructions.inGroups(setup.secretCode()) : null;
	}

	/**
	 * The same secret as a link that opens an authenticator app on this device.
	 * @return the {@code otpauth} URI; {@code null} if no app is set up
	 */
	public @Nullable String getOtpauthUri() {
		return (challenge() instanceof SignInChallenge.SoftwareTokenSetup setup)
				? setup.otpauthUri(this.issuer, getUsername()) : null;
	}

	/**
	 * The same secret as a QR code.
	 * @return an {@code svg} element, not to be escaped; {@code null} if no app is set up
	 * or {@code io.nayuki:qrcodegen} is not there to draw it
	 */
	public @Nullable String getQrCode() {
		String uri = getOtpauthUri();
		return (uri != null && QrCode.isAvailable()) ? QrCode.draw(uri, "QR code").markup() : null;
	}

	/**
	 * What the browser's {@code PublicKeyCredential.parseRequestOptionsFromJSON} takes.
	 * @return JSON; {@code null} if no passkey is asked
	 */
	public @Nullable String getCredentialRequestOptions() {
		return (challenge() instanceof SignInChallenge.WebAuthn webAuthn) ? webAuthn.credentialRequestOptions() : null;
	}

	/**
	 * The public parameters of a custom challenge.
	 * @return name to value; empty if there are none
	 */
	public Map<String, String> getParameters() {
		return (challenge() instanceof SignInChallenge.CustomChallenge custom) ? custom.parameters() : Map.of();
	}

	/**
	 * Whether another way to log in can be chosen, by {@code action} with the value
	 * {@code other-method}.
	 * @return whether the login began with the username alone
	 */
	public boolean isOtherMethodAvailable() {
		return this.pending.passwordless() && kind() != ChallengeKind.CHOICE;
	}

	/**
	 * Whether a new code can be sent, by {@code action} with the value {@code new-code}.
	 * Cognito sends another one only where the sign-in can begin again by itself.
	 * @return whether it can
	 */
	public boolean isNewCodeAvailable() {
		return this.pending.passwordless() && getDestination() != null && challenge().progress().factors().isEmpty();
	}

	@Override
	public String toString() {
		return "CognitoChallengeView[name=" + getName() + "]";
	}

}

package io.cognitex;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cognitoidentityprovider.model.GetUserAuthFactorsResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ListWebAuthnCredentialsResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.SetUserMfaPreferenceRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.VerifySoftwareTokenResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.WebAuthnCredentialDescription;

/**
 * The calls with which signed-in users manage their factors.
 */
final class FactorGateway {

	private final CognitoCalls cognito;

	FactorGateway(CognitoCalls cognito) {
		this.cognito = cognito;
	}

	String startWebAuthnRegistration(String accessToken) {
		return JsonDocument.write(BrokenAnswer.require(this.cognito
			.call((client) -> client.startWebAuthnRegistration((request) -> request.accessToken(accessToken)))
			.credentialCreationOptions(), "CredentialCreationOptions"));
	}

	void completeWebAuthnRegistration(String accessToken, String credential) {
		this.cognito.call((client) -> client.completeWebAuthnRegistration(
				(request) -> request.accessToken(accessToken).credential(JsonDocument.read(credential))));
	}

	List<Passkey> listWebAuthnCredentials(String accessToken) {
		List<Passkey> passkeys = new ArrayList<>();
		String nextToken = null;
		do {
			ListWebAuthnCredentialsResponse page = listWebAuthnCredentials(accessToken, nextToken);
			page.credentials().stream().map(FactorGateway::passkey).forEach(passkeys::add);
			nextToken = page.nextToken();
		}
		while (nextToken != null);
		return List.copyOf(passkeys);
	}

	private ListWebAuthnCredentialsResponse listWebAuthnCredentials(String accessToken, @Nullable String nextToken) {
		return this.cognito.call((client) -> client
			.listWebAuthnCredentials((request) -> request.accessToken(accessToken).nextToken(nextToken)));
	}

	void deleteWebAuthnCredential(String accessToken, String credentialId) {
		this.cognito.call((client) -> client
			.deleteWebAuthnCredential((request) -> request.accessToken(accessToken).credentialId(credentialId)));
	}

	String associateSoftwareToken(String accessToken) {
		return BrokenAnswer.require(this.cognito
			.call((client) -> client.associateSoftwareToken((request) -> request.accessToken(accessToken)))
			.secretCode(), "SecretCode");
	}

	void verifySoftwareToken(String accessToken, String code, @Nullable String friendlyDeviceName) {
		VerifySoftwareTokenResponse response = this.cognito.call((client) -> client.verifySoftwareToken(
				(request) -> request.accessToken(accessToken).userCode(code).friendlyDeviceName(friendlyDeviceName)));
		SoftwareTokenStatus.check(response.statusAsString());
	}

	void setUserMfaPreference(String accessToken, Map<MfaType, MfaSetting> settings) {
		this.cognito.call((client) -> client.setUserMFAPreference((request) -> {
			request.accessToken(accessToken);
			settings.forEach((type, setting) -> set(request, type, setting));
		}));
	}

	private static void set(SetUserMfaPreferenceRequest.Builder request, MfaType type, MfaSetting setting) {
		boolean enabled = setting != MfaSetting.DISABLED;
		boolean preferred = setting == MfaSetting.PREFERRED;
		switch (type) {
			case SMS_MFA -> request.smsMfaSettings((sms) -> sms.enabled(enabled).preferredMfa(preferred));
			case SOFTWARE_TOKEN_MFA ->
				request.softwareTokenMfaSettings((token) -> token.enabled(enabled).preferredMfa(preferred));
			case EMAIL_OTP -> request.emailMfaSettings((email) -> email.enabled(enabled).preferredMfa(preferred));
			case WEB_AUTHN -> request.webAuthnMfaSettings((webAuthn) -> webAuthn.enabled(enabled));
		}
	}

	UserAuthFactors getUserAuthFactors(String accessToken) {
		GetUserAuthFactorsResponse response = this.cognito
			.call((client) -> client.getUserAuthFactors((request) -> request.accessToken(accessToken)));
		return new UserAuthFactors(BrokenAnswer.require(response.username(), "Username"),
				response.preferredMfaSetting(), response.userMFASettingList(),
				response.configuredUserAuthFactorsAsStrings());
	}

	private static Passkey passkey(WebAuthnCredentialDescription credential) {
		return new Passkey(BrokenAnswer.require(credential.credentialId(), "CredentialId"),
				credential.friendlyCredentialName(), credential.relyingPartyId(), credential.authenticatorAttachment(),
				credential.authenticatorTransports(), credential.createdAt());
	}

}

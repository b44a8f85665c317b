package io.cognitex;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A passkey that a user has registered.
 *
 * @param credentialId what {@link CognitoAccountManager#deleteWebAuthnCredential} takes
 * @param friendlyName what Cognito calls it, after its maker
 * @param relyingPartyId the domain for which it is
 * @param authenticatorAttachment {@code platform} or {@code cross-platform}, if known
 * @param authenticatorTransports how the browser reaches it, such as {@code internal}
 * @param createdAt when it was registered
 * @see <a href=
 * "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_WebAuthnCredentialDescription.html">WebAuthnCredentialDescription</a>
 */
public record Passkey(String credentialId, @Nullable String friendlyName, @Nullable String relyingPartyId,
		@Nullable String authenticatorAttachment, List<String> authenticatorTransports, @Nullable Instant createdAt) {

	public Passkey {
		authenticatorTransports = List.copyOf(authenticatorTransports);
	}

}

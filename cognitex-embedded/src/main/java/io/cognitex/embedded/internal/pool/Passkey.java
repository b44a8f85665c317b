package io.cognitex.embedded.internal.pool;

import java.time.Instant;
import java.util.List;

import com.webauthn4j.credential.CredentialRecord;
import org.jspecify.annotations.Nullable;

/**
 * A passkey of a user.
 *
 * @param id the credential id in Base64url
 * @param relyingPartyId for whom it was made
 * @param attachment {@code platform} or {@code cross-platform}, if the client said so
 * @param transports how the authenticator is reached
 * @param credential the public key and the signature counter
 * @param createdAt when it was registered
 */
public record Passkey(String id, String relyingPartyId, @Nullable String attachment, List<String> transports,
		CredentialRecord credential, Instant createdAt) {

	public Passkey {
		transports = List.copyOf(transports);
	}

	/**
	 * The passkey after it was used.
	 * @param used the public key and the new signature counter
	 * @return the changed passkey
	 */
	public Passkey used(CredentialRecord used) {
		return new Passkey(this.id, this.relyingPartyId, this.attachment, this.transports, used, this.createdAt);
	}

	@Override
	public String toString() {
		return "Passkey[relyingPartyId=" + this.relyingPartyId + "]";
	}

}

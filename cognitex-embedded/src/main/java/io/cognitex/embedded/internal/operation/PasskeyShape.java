package io.cognitex.embedded.internal.operation;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import io.cognitex.embedded.internal.error.Refusals;
import io.cognitex.embedded.internal.model.Timestamps;
import io.cognitex.embedded.internal.passkey.RelyingParty;
import io.cognitex.embedded.internal.pool.Passkey;
import io.cognitex.embedded.internal.pool.UserPool;

/**
 * What operations on passkeys share.
 */
final class PasskeyShape {

	private PasskeyShape() {
	}

	static RelyingParty requireRelyingParty(UserPool pool) {
		if (!pool.settings().allowedFirstAuthFactors().contains("WEB_AUTHN")) {
			throw Refusals.passkeysNotEnabled();
		}
		return RelyingParty.of(pool.settings()).orElseThrow(Refusals::passkeyConfigurationMissing);
	}

	/**
	 * A passkey: {@code WebAuthnCredentialDescription}.
	 */
	static ObjectNode describe(Passkey passkey) {
		ObjectNode answer = Answers.empty()
			.put("CredentialId", passkey.id())
			.put("FriendlyCredentialName", "Passkey")
			.put("RelyingPartyId", passkey.relyingPartyId());
		if (passkey.attachment() != null) {
			answer.put("AuthenticatorAttachment", passkey.attachment());
		}
		ArrayNode transports = answer.putArray("AuthenticatorTransports");
		passkey.transports().forEach(transports::add);
		return answer.put("CreatedAt", Timestamps.seconds(passkey.createdAt()));
	}

}

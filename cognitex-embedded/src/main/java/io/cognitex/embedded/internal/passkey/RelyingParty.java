package io.cognitex.embedded.internal.passkey;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.credential.CredentialRecord;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.verifier.exception.BadChallengeException;
import com.webauthn4j.verifier.exception.BadOriginException;
import com.webauthn4j.verifier.exception.BadRpIdException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import io.cognitex.embedded.internal.error.Refusals;
import io.cognitex.embedded.internal.model.Json;
import io.cognitex.embedded.internal.pool.MfaSettings;
import io.cognitex.embedded.internal.pool.Passkey;
import io.cognitex.embedded.internal.pool.PoolSettings;
import io.cognitex.embedded.internal.pool.User;

/**
 * The relying party of a pool. Attestation and assertion are verified; the attestation's
 * certificates are not, since the service asks for none.
 *
 * @param id the domain
 * @param userVerification {@code required} or {@code preferred}
 * @param multiFactor whether a passkey can make a second factor unnecessary; users are
 * then always verified
 * @see <a href= "https://www.w3.org/TR/webauthn-3/#sctn-rp-operations">WebAuthn, relying
 * party operations</a>
 */
public record RelyingParty(String id, String userVerification, boolean multiFactor) {

	private static final String REQUIRED = "required";

	/** What {@code FactorConfiguration} has to say for that. */
	public static final String MULTI_FACTOR = "MULTI_FACTOR_WITH_USER_VERIFICATION";

	private static final List<COSEAlgorithmIdentifier> ALGORITHMS = List.of(COSEAlgorithmIdentifier.ES256,
			COSEAlgorithmIdentifier.RS256);

	public RelyingParty {
		userVerification = multiFactor ? REQUIRED : userVerification;
	}

	/**
	 * The relying party of a pool.
	 * @param settings the pool's settings
	 * @return the relying party, if the pool has one
	 */
	public static Optional<RelyingParty> of(PoolSettings settings) {
		return Optional.ofNullable(settings.mfa().stored().get("WebAuthnConfiguration"))
			.filter((configuration) -> configuration.hasNonNull("RelyingPartyId"))
			.map((configuration) -> new RelyingParty(configuration.path("RelyingPartyId").asString(),
					configuration.path("UserVerification").asString("preferred"), isMultiFactor(configuration)));
	}

	/**
	 * Makes this the relying party of a pool.
	 * @param settings the pool's settings
	 * @return the settings with this relying party, as {@code SetUserPoolMfaConfig} keeps
	 * it
	 */
	public MfaSettings in(MfaSettings settings) {
		Map<String, JsonNode> stored = new HashMap<>(settings.stored());
		ObjectNode configuration = Json.object()
			.put("RelyingPartyId", this.id)
			.put("UserVerification", this.userVerification);
		if (this.multiFactor) {
			configuration.put("FactorConfiguration", MULTI_FACTOR);
		}
		stored.put("WebAuthnConfiguration", configuration);
		return new MfaSettings(settings.mode(), settings.factors(), stored);
	}

	/**
	 * What a browser needs to make a passkey: {@code CredentialCreationOptions}.
	 * @param user the user
	 * @param challenge the challenge
	 * @return the options
	 */
	public ObjectNode creationOptions(User user, byte[] challenge) {
		ObjectNode options = Json.object().put("challenge", base64(challenge)).put("timeout", 60000);
		options.putObject("rp").put("id", this.id).put("name", this.id);
		options.putObject("user")
			.put("id", base64(user.sub().getBytes(StandardCharsets.UTF_8)))
			.put("name", user.username())
			.put("displayName", user.username());
		ArrayNode algorithms = options.putArray("pubKeyCredParams");
		ALGORITHMS
			.forEach((algorithm) -> algorithms.addObject().put("type", "public-key").put("alg", algorithm.getValue()));
		options.putObject("authenticatorSelection")
			.put("requireResidentKey", true)
			.put("residentKey", "required")
			.put("userVerification", this.userVerification);
		options.set("excludeCredentials", descriptors(user));
		return options;
	}

	/**
	 * What a browser needs to use a passkey.
	 * @param user the user
	 * @param challenge the challenge
	 * @return the options
	 */
	public ObjectNode requestOptions(User user, byte[] challenge) {
		ObjectNode options = Json.object()
			.put("challenge", base64(challenge))
			.put("timeout", 180000)
			.put("rpId", this.id)
			.put("userVerification", this.userVerification);
		options.set("allowCredentials", descriptors(user));
		return options;
	}

	/**
	 * Verifies a new passkey.
	 * @param credential the {@code RegistrationResponseJSON}
	 * @param challenge the challenge that it has to sign
	 * @param now when it is registered
	 * @return the passkey
	 * @throws io.cognitex.embedded.internal.error.Refusal if it is not right
	 */
	public Passkey register(JsonNode credential, byte[] challenge, Instant now) {
		List<PublicKeyCredentialParameters> parameters = ALGORITHMS.stream()
			.map((algorithm) -> new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, algorithm))
			.toList();
		try {
			RegistrationData data = WebAuthnManager.createNonStrictWebAuthnManager()
				.verifyRegistrationResponseJSON(Json.text(credential),
						new RegistrationParameters(server(challenge), parameters, isUserVerified()));
			CredentialRecord kept = new CredentialRecordImpl(Objects.requireNonNull(data.getAttestationObject()),
					data.getCollectedClientData(), data.getClientExtensions(), data.getTransports());
			List<String> transports = new ArrayList<>();
			credential.path("response").path("transports").forEach((transport) -> transports.add(transport.asString()));
			String attachment = credential.path("authenticatorAttachment").asString("");
			return new Passkey(base64(kept.getAttestedCredentialData().getCredentialId()), this.id,
					attachment.isEmpty() ? null : attachment, transports, kept, now);
		}
		catch (BadChallengeException ex) {
			throw Refusals.passkeyChallengeNotFound();
		}
		catch (BadOriginException ex) {
			throw Refusals.passkeyOriginNotAllowed();
		}
		catch (BadRpIdException ex) {
			throw Refusals.passkeyRelyingPartyMismatch();
		}
		catch (RuntimeException ex) {
			// The parser trips over malformed credentials in many ways.
			throw Refusals.passkeyNotSupported();
		}
	}

	/**
	 * Verifies that somebody has used a passkey of a user, and counts the signature.
	 * @param user the user
	 * @param credential the {@code AuthenticationResponseJSON}
	 * @param challenge the challenge that it has to sign
	 * @return the passkey with the new count, if the signature is right
	 */
	public Optional<Passkey> proven(User user, String credential, byte[] challenge) {
		try {
			WebAuthnManager manager = WebAuthnManager.createNonStrictWebAuthnManager();
			AuthenticationData data = manager.parseAuthenticationResponseJSON(credential);
			// The library's annotation is read as one of the bytes; it is the array that
			// may be null.
			byte[] credentialId = ByteBuffer.wrap(Objects.requireNonNull(data.getCredentialId())).array();
			Passkey passkey = user.passkeys().get(base64(credentialId));
			if (passkey == null) {
				return Optional.empty();
			}
			// A copy: what a snapshot remembers must not change.
			CredentialRecord used = copy(passkey.credential());
			manager.verify(data,
					new AuthenticationParameters(server(challenge), used, List.of(credentialId), isUserVerified()));
			used.setCounter(Objects.requireNonNull(data.getAuthenticatorData()).getSignCount());
			return Optional.of(passkey.used(used));
		}
		catch (RuntimeException ex) {
			// The parser trips over malformed credentials in many ways.
			return Optional.empty();
		}
	}

	private static CredentialRecord copy(CredentialRecord kept) {
		return new CredentialRecordImpl(kept.getAttestationStatement(), kept.isUvInitialized(), kept.isBackupEligible(),
				kept.isBackedUp(), kept.getCounter(), kept.getAttestedCredentialData(),
				kept.getAuthenticatorExtensions(), kept.getClientData(), kept.getClientExtensions(),
				kept.getTransports());
	}

	private boolean isUserVerified() {
		return REQUIRED.equals(this.userVerification);
	}

	private static boolean isMultiFactor(JsonNode configuration) {
		return MULTI_FACTOR.equals(configuration.path("FactorConfiguration").asString(""));
	}

	private ServerProperty server(byte[] challenge) {
		return ServerProperty.builder()
			.originPredicate(this::isAllowed)
			.rpId(this.id)
			.challenge(new DefaultChallenge(challenge))
			.build();
	}

	private boolean isAllowed(Origin origin) {
		String host = URI.create(origin.toString()).getHost();
		boolean secure = "https".equals(origin.getScheme()) || "localhost".equals(host);
		return secure && host != null && (host.equals(this.id) || host.endsWith("." + this.id));
	}

	private static ArrayNode descriptors(User user) {
		ArrayNode descriptors = Json.array();
		for (Passkey passkey : user.passkeys().values()) {
			ArrayNode transports = descriptors.addObject()
				.put("type", "public-key")
				.put("id", passkey.id())
				.putArray("transports");
			passkey.transports().forEach(transports::add);
		}
		return descriptors;
	}

	private static String base64(byte[] bytes) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}

}

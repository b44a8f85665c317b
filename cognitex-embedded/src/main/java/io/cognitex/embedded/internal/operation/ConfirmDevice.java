package io.cognitex.embedded.internal.operation;

import java.math.BigInteger;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;

import tools.jackson.databind.node.ObjectNode;

import io.cognitex.embedded.internal.error.Refusals;
import io.cognitex.embedded.internal.model.Request;
import io.cognitex.embedded.internal.model.Shapes;
import io.cognitex.embedded.internal.model.Type.StructureType;
import io.cognitex.embedded.internal.pool.Device;
import io.cognitex.embedded.internal.pool.DeviceConfiguration;
import io.cognitex.embedded.internal.srp.SrpPassword;
import io.cognitex.embedded.internal.token.AccessTokens;
import io.cognitex.embedded.internal.token.AccessTokens.Bearer;
import io.cognitex.embedded.internal.token.LoginDevice;

import static io.cognitex.embedded.internal.model.Member.optional;
import static io.cognitex.embedded.internal.model.Member.required;

/**
 * Keeps the device that a sign-in has told of as new. Only an access token of that
 * sign-in confirms it.
 */
final class ConfirmDevice implements Operation {

	private final AccessTokens accessTokens;

	private final Clock clock;

	ConfirmDevice(Services services) {
		this.accessTokens = services.accessTokens();
		this.clock = services.clock();
	}

	@Override
	public StructureType input() {
		return StructureType.of(required("AccessToken", Shapes.TOKEN), required("DeviceKey", DeviceShape.KEY),
				optional("DeviceSecretVerifierConfig",
						StructureType.of(optional("PasswordVerifier", Shapes.STRING), optional("Salt", Shapes.STRING))),
				optional("DeviceName", DeviceShape.NAME));
	}

	@Override
	public ObjectNode perform(Request request) {
		Bearer bearer = this.accessTokens.bearer(request.required("AccessToken"));
		DeviceConfiguration settings = DeviceShape.requireTracking(bearer.pool());
		String key = request.required("DeviceKey");
		LoginDevice device = bearer.login().device();
		if (bearer.user().devices().containsKey(key)) {
			throw Refusals.deviceKeyExists();
		}
		if (device == null || !device.key().equals(key) || device.groupKey() == null) {
			throw Refusals.deviceNotFound();
		}
		Request verifier = request.structure("DeviceSecretVerifierConfig");
		SrpPassword secret = SrpPassword.ofVerifier(device.groupKey(), key, number(verifier, "Salt"),
				number(verifier, "PasswordVerifier"));
		boolean prompt = settings.deviceOnlyRememberedOnUserPrompt();
		Instant now = this.clock.instant();
		bearer.pool().users().change(bearer.user().sub(), (draft) -> {
			Device confirmed = new Device(key, request.optional("DeviceName"), secret, !prompt, now, now, now);
			if (draft.devices().putIfAbsent(key, confirmed) != null) {
				throw Refusals.deviceKeyExists();
			}
		});
		return Answers.empty().put("UserConfirmationNecessary", prompt);
	}

	private static BigInteger number(Request verifier, String member) {
		try {
			String value = verifier.optional(member);
			BigInteger number = new BigInteger(1, Base64.getDecoder().decode((value != null) ? value : ""));
			if (number.signum() == 1) {
				return number;
			}
		}
		catch (IllegalArgumentException ex) {
			// Refused below
		}
		throw Refusals.deviceVerifierInvalid(member);
	}

}

package io.cognitex.embedded.internal.totp;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.OptionalLong;
import java.util.stream.LongStream;

import io.cognitex.embedded.internal.error.Refusals;
import io.cognitex.embedded.internal.pool.SoftwareToken;
import io.cognitex.embedded.internal.pool.UserDraft;

/**
 * Registers authenticator apps and accepts their codes: those of the current step, the
 * one before and the one after, each once.
 */
public final class SoftwareTokens {

	private static final SecureRandom RANDOM = new SecureRandom();

	private static final int SECRET_BYTES = 32;

	private final Clock clock;

	public SoftwareTokens(Clock clock) {
		this.clock = clock;
	}

	/**
	 * A new secret.
	 * @return 52 characters of Base32
	 */
	public static String newSecret() {
		byte[] secret = new byte[SECRET_BYTES];
		RANDOM.nextBytes(secret);
		return Base32.encode(secret);
	}

	/**
	 * Whether a text can be a secret.
	 * @param secret the text
	 * @return whether it is Base32 without padding
	 */
	public static boolean isSecret(String secret) {
		return secret.matches("[A-Z2-7]{16,}");
	}

	/**
	 * Registers the app that shows a secret's code.
	 * @param secret the secret
	 * @param code the code that the app shows
	 * @param friendlyDeviceName what the user calls the app
	 * @return the app; the code is used up
	 * @throws io.cognitex.embedded.internal.error.Refusal if the code is another one
	 */
	public SoftwareToken register(String secret, String code, String friendlyDeviceName) {
		long step = step(secret, code).orElseThrow(Refusals::softwareTokenNotEnabled);
		return new SoftwareToken(secret, friendlyDeviceName, step);
	}

	/**
	 * Takes a code of the user's app; to be called while the user is changed, so that a
	 * code is used once.
	 * @param draft the user
	 * @param code what was typed
	 * @throws io.cognitex.embedded.internal.error.Refusal if there is no app, the code is
	 * another one, or it was used
	 */
	public void use(UserDraft draft, String code) {
		SoftwareToken token = draft.mfa().softwareToken();
		if (token == null) {
			throw Refusals.softwareTokenMissing();
		}
		long step = step(token.secret(), code).orElseThrow(Refusals::softwareTokenCodeMismatch);
		if (step <= token.lastStep()) {
			throw Refusals.softwareTokenCodeUsed();
		}
		draft.mfa(draft.mfa().register(token.used(step)));
	}

	private OptionalLong step(String secret, String code) {
		byte[] key = Base32.decode(secret);
		long now = Totp.step(this.clock.instant());
		return LongStream.rangeClosed(now - 1, now + 1)
			.filter((step) -> MessageDigest.isEqual(bytes(Totp.code(key, step)), bytes(code)))
			.findFirst();
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}

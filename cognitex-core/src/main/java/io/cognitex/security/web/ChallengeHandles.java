package io.cognitex.security.web;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serial;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

import io.cognitex.SignInChallenge;

/**
 * Lets a client carry the sign-in under way from one request to the next, for
 * applications that keep no session: a challenge goes into a handle that the client can
 * neither read nor change, and that is good for nothing but the next answer, of the same
 * client, for a while.
 *
 * <p>
 * A handle is AES-GCM with a random nonce. What it is for and whom it was given to is
 * authenticated with it, so that it opens nowhere else.
 */
final class ChallengeHandles {

	private static final String TRANSFORMATION = "AES/GCM/NoPadding";

	private static final byte VERSION = 1;

	private static final int NONCE_LENGTH = 12;

	private static final int TAG_LENGTH = 16;

	/**
	 * What is read was written by us, or it would not have opened. Nothing else than a
	 * challenge is read all the same.
	 */
	private static final ObjectInputFilter CHALLENGES_ONLY = ObjectInputFilter.Config
		.createFilter("maxbytes=65536;maxdepth=20;maxrefs=1000;maxarray=65536;" + ChallengeHandles.class.getName()
				+ "$*;io.cognitex.*;java.lang.*;java.time.*;java.util.*;!*");

	private final List<SecretKey> keys;

	private final Duration validity;

	private final Clock clock;

	private final SecureRandom random = new SecureRandom();

	/**
	 * Makes and opens handles.
	 * @param keys AES keys: the first one seals, all of them open, so that a key can be
	 * replaced while logins are under way
	 * @param validity how long a handle is good
	 * @param clock the time
	 */
	ChallengeHandles(List<SecretKey> keys, Duration validity, Clock clock) {
		this.keys = List.copyOf(keys);
		this.validity = validity;
		this.clock = clock;
	}

	/**
	 * Puts a challenge into a handle.
	 * @param challenge what Cognito asks
	 * @param client whom the handle is for
	 * @return the handle, of letters, digits, {@code -} and {@code _}
	 */
	String seal(SignInChallenge challenge, String client) {
		byte[] nonce = new byte[NONCE_LENGTH];
		this.random.nextBytes(nonce);
		byte[] plain = write(new Contents(challenge, this.clock.instant().plus(this.validity)));
		try {
			byte[] sealed = cipher(Cipher.ENCRYPT_MODE, this.keys.get(0), nonce, client).doFinal(plain);
			return Base64.getUrlEncoder()
				.withoutPadding()
				.encodeToString(ByteBuffer.allocate(1 + NONCE_LENGTH + sealed.length)
					.put(VERSION)
					.put(nonce)
					.put(sealed)
					.array());
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("The handle of a challenge cannot be encrypted", ex);
		}
	}

	/**
	 * Takes the challenge out of a handle.
	 * @param handle as it came
	 * @param client who sent it
	 * @return the challenge; empty if the handle has expired, was made up, was given to
	 * another client or was sealed with a key that is no longer known
	 */
	Optional<SignInChallenge> open(String handle, String client) {
		byte[] bytes;
		try {
			bytes = Base64.getUrlDecoder().decode(handle);
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
		if (bytes.length <= 1 + NONCE_LENGTH + TAG_LENGTH || bytes[0] != VERSION) {
			return Optional.empty();
		}
		return this.keys.stream()
			.flatMap((key) -> decrypt(key, bytes, client).stream())
			.findFirst()
			.flatMap(ChallengeHandles::read)
			.filter((contents) -> this.clock.instant().isBefore(contents.expiresAt()))
			.map(Contents::challenge);
	}

	private static Optional<byte[]> decrypt(SecretKey key, byte[] bytes, String client) {
		byte[] nonce = new byte[NONCE_LENGTH];
		System.arraycopy(bytes, 1, nonce, 0, NONCE_LENGTH);
		int start = 1 + NONCE_LENGTH;
		try {
			return Optional
				.of(cipher(Cipher.DECRYPT_MODE, key, nonce, client).doFinal(bytes, start, bytes.length - start));
		}
		catch (GeneralSecurityException ex) {
			return Optional.empty();
		}
	}

	private static Cipher cipher(int mode, SecretKey key, byte[] nonce, String client) throws GeneralSecurityException {
		Cipher cipher = Cipher.getInstance(TRANSFORMATION);
		cipher.init(mode, key, new GCMParameterSpec(TAG_LENGTH * Byte.SIZE, nonce));
		cipher.updateAAD(new byte[] { VERSION });
		cipher.updateAAD(("cognitex-challenge-handle\0" + client).getBytes(StandardCharsets.UTF_8));
		return cipher;
	}

	private static byte[] write(Contents contents) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
			out.writeObject(contents);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return bytes.toByteArray();
	}

	/**
	 * Reads what was sealed; a version of Cognitex that knows the challenge in another
	 * shape cannot, and the login starts over.
	 */
	private static Optional<Contents> read(byte[] bytes) {
		try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
			in.setObjectInputFilter(CHALLENGES_ONLY);
			return Optional.of((Contents) in.readObject());
		}
		catch (IOException | ClassNotFoundException | ClassCastException ex) {
			return Optional.empty();
		}
	}

	private record Contents(SignInChallenge challenge, Instant expiresAt) implements Serializable {

		@Serial
		private static final long serialVersionUID = 1L;

	}

}

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
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import javax.crypto.SecretKey;

import io.cognitex.SignInChallenge;

/**
 * Lets a client carry the sign-in under way from one request to the next, for
 * applications that keep no session: a challenge goes into a handle that the client can
 * neither read nor change, and that is good for nothing but the next answer, of the same
 * client, for a while.
 *
 * <p>
 * A handle is a {@link SealedText}, with whom it was given to and how long it is good.
 */
final class ChallengeHandles {

	/**
	 * What is read was written by us, or it would not have opened. Nothing else than a
	 * challenge is read all the same.
	 */
	private static final ObjectInputFilter CHALLENGES_ONLY = ObjectInputFilter.Config
		.createFilter("maxbytes=65536;maxdepth=20;maxrefs=1000;maxarray=65536;" + ChallengeHandles.class.getName()
				+ "$*;io.cognitex.*;java.lang.*;java.time.*;java.util.*;!*");

	private final SealedText sealedText;

	private final Duration validity;

	private final Clock clock;

	/**
	 * Makes and opens handles.
	 * @param keys AES keys: the first one seals, all of them open, so that a key can be
	 * replaced while logins are under way
	 * @param validity how long a handle is good
	 * @param clock the time
	 */
	ChallengeHandles(List<SecretKey> keys, Duration validity, Clock clock) {
		this.sealedText = new SealedText(keys, "cognitex-challenge-handle");
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
		return this.sealedText.seal(write(new Contents(challenge, client, this.clock.instant().plus(this.validity))));
	}

	/**
	 * Takes the challenge out of a handle.
	 * @param handle as it came
	 * @param client who sent it
	 * @return the challenge; empty if the handle has expired, was made up, was given to
	 * another client or was sealed with a key that is no longer known
	 */
	Optional<SignInChallenge> open(String handle, String client) {
		return this.sealedText.openBytes(handle)
			.flatMap(ChallengeHandles::read)
			.filter((contents) -> contents.client().equals(client))
			.filter((contents) -> this.clock.instant().isBefore(contents.expiresAt()))
			.map(Contents::challenge);
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

	private record Contents(SignInChallenge challenge, String client, Instant expiresAt) implements Serializable {

		@Serial
		private static final long serialVersionUID = 1L;

	}

}

package io.cognitex.embedded.internal.signin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

import io.cognitex.embedded.internal.pool.UserDraft;
import io.cognitex.embedded.internal.session.Proof;
import io.cognitex.embedded.internal.session.SessionDetail;

/**
 * The code that a challenge waits for.
 *
 * @param code the digits
 * @param attribute the attribute that the address comes from
 * @param address where the code went
 * @param setUp whether the address becomes the user's with the right code
 * @param proof what the right code proves
 */
record SentCode(String code, String attribute, String address, boolean setUp, Proof proof) implements SessionDetail {

	boolean matches(String typed) {
		return MessageDigest.isEqual(this.code.getBytes(StandardCharsets.UTF_8),
				typed.getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * Who reads what is sent to an address has verified it.
	 */
	void verifyAddress(UserDraft draft) {
		if (this.setUp) {
			draft.attributes().put(this.attribute, this.address);
		}
		if (this.address.equals(draft.attributes().get(this.attribute))) {
			draft.attributes().put(this.attribute + "_verified", "true");
		}
	}

	@Override
	public String toString() {
		return "SentCode[attribute=" + this.attribute + ", proof=" + this.proof + "]";
	}

}

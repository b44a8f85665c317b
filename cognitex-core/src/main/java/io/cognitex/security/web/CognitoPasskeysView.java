package io.cognitex.security.web;

import java.util.List;

import io.cognitex.Passkey;
import org.jspecify.annotations.Nullable;

/**
 * What a page for passkeys shows: the request attribute {@value #ATTRIBUTE} of an
 * application's own page.
 */
public final class CognitoPasskeysView {

	/**
	 * The name of the request attribute.
	 */
	public static final String ATTRIBUTE = "cognitoPasskeys";

	private final List<Passkey> passkeys;

	private final @Nullable String notice;

	private final @Nullable String error;

	CognitoPasskeysView(List<Passkey> passkeys, @Nullable String notice, @Nullable String error) {
		this.passkeys = List.copyOf(passkeys);
		this.notice = notice;
		this.error = error;
	}

	/**
	 * The user's passkeys.
	 * @return as Cognito orders them; may be empty
	 */
	public List<Passkey> getPasskeys() {
		return this.passkeys;
	}

	/**
	 * What the last request has done.
	 * @return a text for the person; {@code null} if there is nothing to tell
	 */
	public @Nullable String getNotice() {
		return this.notice;
	}

	/**
	 * Why the last request was refused.
	 * @return a text for the person; {@code null} if it was not
	 */
	public @Nullable String getError() {
		return this.error;
	}

}

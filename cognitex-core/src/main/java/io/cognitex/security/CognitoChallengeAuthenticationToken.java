package io.cognitex.security;

import java.io.Serial;

import io.cognitex.SignInAnswer;
import org.jspecify.annotations.Nullable;

import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.util.Assert;

/**
 * A person's answer to a {@link CognitoChallengeException}, for
 * {@link CognitoAuthenticationProvider} to send. Nobody is authenticated by it.
 */
@SuppressWarnings("serial") // Lives for one request and is never stored
public final class CognitoChallengeAuthenticationToken extends AbstractAuthenticationToken {

	@Serial
	private static final long serialVersionUID = 1L;

	private transient @Nullable SignInAnswer answer;

	private final String username;

	private final String challengeName;

	/**
	 * An answer.
	 * @param answer what a challenge's own method made
	 */
	public CognitoChallengeAuthenticationToken(SignInAnswer answer) {
		super(AuthorityUtils.NO_AUTHORITIES);
		Assert.notNull(answer, "answer cannot be null");
		this.answer = answer;
		this.username = answer.challenge().username();
		this.challengeName = answer.challenge().name();
	}

	/**
	 * The answer, which is a secret.
	 * @return the answer; {@code null} once the credentials were erased
	 */
	public @Nullable SignInAnswer getAnswer() {
		return this.answer;
	}

	/**
	 * What is answered, also once the answer was erased.
	 * @return Cognito's name of the challenge
	 */
	public String getChallengeName() {
		return this.challengeName;
	}

	/**
	 * The username of the sign-in.
	 */
	@Override
	public String getPrincipal() {
		return this.username;
	}

	/**
	 * Always {@code null}: see {@link #getAnswer()}.
	 */
	@Override
	public @Nullable Object getCredentials() {
		return null;
	}

	@Override
	public void setAuthenticated(boolean authenticated) {
		Assert.isTrue(!authenticated, "An answer authenticates nobody before Cognito has checked it");
		super.setAuthenticated(false);
	}

	@Override
	public void eraseCredentials() {
		super.eraseCredentials();
		this.answer = null;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return this == other;
	}

	@Override
	public int hashCode() {
		return System.identityHashCode(this);
	}

}

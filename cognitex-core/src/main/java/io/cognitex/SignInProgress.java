package io.cognitex;

import java.io.Serial;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * How far a sign-in has come: what every {@link SignInChallenge} carries, and the next
 * step needs. It is kept on the server between the steps; {@link #toString()} shows
 * neither the session nor the device's secret.
 *
 * @param username the canonical username, as soon as Cognito has told it; until then what
 * was typed
 * @param session Cognito's newest session; {@code null} only where Cognito sent none,
 * with a challenge that is {@linkplain SignInChallenge.Unsupported not supported}
 * @param flow the flow that the sign-in began with
 * @param factors what has been proven so far, in order
 * @param device the device that the user signs in from, if it is a remembered one
 */
public record SignInProgress(String username, @Nullable CognitoSession session, SignInFlow flow,
		List<ProvenFactor> factors, @Nullable RememberedDevice device) implements Serializable {

	@Serial
	private static final long serialVersionUID = 1L;

	public SignInProgress {
		factors = List.copyOf(factors);
	}

	/**
	 * A sign-in that has just begun.
	 */
	static SignInProgress begin(String username, SignInFlow flow, @Nullable RememberedDevice device) {
		return new SignInProgress(username, null, flow, List.of(), device);
	}

	SignInProgress withUsername(String username) {
		return new SignInProgress(username, this.session, this.flow, this.factors, this.device);
	}

	SignInProgress withSession(@Nullable CognitoSession session) {
		return new SignInProgress(this.username, session, this.flow, this.factors, this.device);
	}

	SignInProgress withoutDevice() {
		return new SignInProgress(this.username, this.session, this.flow, this.factors, null);
	}

	SignInProgress proven(SignInFactor factor, Instant provenAt) {
		List<ProvenFactor> factors = new ArrayList<>(this.factors);
		factors.add(new ProvenFactor(factor, provenAt));
		return new SignInProgress(this.username, this.session, this.flow, factors, this.device);
	}

	@Override
	public String toString() {
		return "SignInProgress[username=" + this.username + ", flow=" + this.flow + ", factors=" + this.factors + "]";
	}

}

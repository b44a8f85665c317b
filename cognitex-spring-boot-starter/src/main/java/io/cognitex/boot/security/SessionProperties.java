package io.cognitex.boot.security;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.cognitex.security.web.CognitoSignOut;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The {@code cognitex.session.*} properties.
 */
@ConfigurationProperties("cognitex.session")
public class SessionProperties {

	/**
	 * Whether the tokens of sessions are refreshed. Without, a session goes on with
	 * tokens that have run out.
	 */
	private boolean refresh = true;

	/**
	 * How long before the access token runs out it is refreshed. Together with the jitter
	 * at most four minutes.
	 */
	private Duration refreshMargin = Duration.ofSeconds(60);

	/**
	 * Up to how much earlier a token is refreshed, so that logins of the same moment are
	 * not refreshed in the same moment.
	 */
	private Duration refreshJitter = Duration.ofSeconds(30);

	/**
	 * What a logout tells Cognito: that this login is over, that all of the user are, or
	 * nothing.
	 */
	private CognitoSignOut signOut = CognitoSignOut.REVOKE_TOKEN;

	/**
	 * How long a logout waits for Cognito. The local logout takes place in any case.
	 */
	private Duration signOutTimeout = Duration.ofSeconds(3);

	/**
	 * Keys that encrypt what sessions hold in Spring Session's stores (a database or
	 * Redis): 16, 24 or 32 random bytes each, in Base64. The first one encrypts, all of
	 * them decrypt. Without, sessions are stored as they are.
	 */
	private List<String> encryptionKeys = new ArrayList<>();

	public boolean isRefresh() {
		return this.refresh;
	}

	public void setRefresh(boolean refresh) {
		this.refresh = refresh;
	}

	public Duration getRefreshMargin() {
		return this.refreshMargin;
	}

	public void setRefreshMargin(Duration refreshMargin) {
		this.refreshMargin = refreshMargin;
	}

	public Duration getRefreshJitter() {
		return this.refreshJitter;
	}

	public void setRefreshJitter(Duration refreshJitter) {
		this.refreshJitter = refreshJitter;
	}

	public CognitoSignOut getSignOut() {
		return this.signOut;
	}

	public void setSignOut(CognitoSignOut signOut) {
		this.signOut = signOut;
	}

	public Duration getSignOutTimeout() {
		return this.signOutTimeout;
	}

	public void setSignOutTimeout(Duration signOutTimeout) {
		this.signOutTimeout = signOutTimeout;
	}

	public List<String> getEncryptionKeys() {
		return this.encryptionKeys;
	}

	public void setEncryptionKeys(List<String> encryptionKeys) {
		this.encryptionKeys = encryptionKeys;
	}

}

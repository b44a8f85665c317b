package io.cognitex.security.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

import io.cognitex.CognitoTokens;
import io.cognitex.embedded.EmbeddedCognito;
import io.cognitex.embedded.EmbeddedCognitoBuilder;
import io.cognitex.embedded.EmbeddedUser;
import io.cognitex.embedded.PoolSnapshot;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CognitoIdentityProviderException;

/**
 * An application on two nodes with one session store and one pool, in which Alice is
 * logged in. Everything can be put back to that.
 */
final class TwoNodes implements AutoCloseable {

	private static final String PASSWORD = "Passw0rd!";

	private final Interleaving interleaving = new Interleaving();

	private final IssuedLogins issued = new IssuedLogins();

	private final CopyingSessionStore store = new CopyingSessionStore(this.interleaving);

	private final String name;

	private final EmbeddedCognito pool;

	private final CognitoIdentityProviderClient client;

	private final List<TestNode> nodes;

	private final String sessionId;

	private final Map<String, Map<String, byte[]>> storeAfterLogin;

	private final PoolSnapshot poolAfterLogin;

	/**
	 * Starts everything.
	 * @param gracePeriod that of refresh token rotation; {@code null} for no rotation
	 */
	TwoNodes(@Nullable Duration gracePeriod) {
		this.name = (gracePeriod != null) ? "grace period " + gracePeriod.toSeconds() + " s" : "no rotation";
		EmbeddedCognitoBuilder builder = EmbeddedCognito.builder()
			.clock(Clock.fixed(Instant.parse("2026-12-01T12:00:00Z"), ZoneOffset.UTC))
			.explicitAuthFlows("ALLOW_USER_SRP_AUTH");
		this.pool = ((gracePeriod != null) ? builder.refreshTokenRotation(gracePeriod) : builder).start();
		this.pool.addUser(EmbeddedUser.named("alice").password(PASSWORD).build());
		this.client = SteppedCognito.client(this.pool);
		this.nodes = List.of(node("node 1"), node("node 2"));
		this.sessionId = logIn(this.nodes.get(0));
		this.storeAfterLogin = this.store.contents();
		this.poolAfterLogin = this.pool.snapshot();
	}

	private TestNode node(String name) {
		return new TestNode(name, this.pool, this.store, this.issued, this.interleaving);
	}

	/**
	 * Logs Alice in.
	 * @return her session
	 */
	String logIn(TestNode node) {
		return node.answer("POST", "/login", null, "username", "alice", "password", PASSWORD).sessionId();
	}

	/**
	 * Puts everything back to how it was when Alice had logged in.
	 * @return her session
	 */
	String reset() {
		this.store.tell((before, after) -> {
		});
		this.pool.clearFaults();
		Instant end = this.pool.now();
		for (TestNode node : this.nodes) {
			if (node.remembersAnOutage()) {
				restore();
				this.pool.advanceClock(Duration.between(this.pool.now(), end).plusHours(1));
				if (!node.answer("GET", "/", this.sessionId).isServed()) {
					throw new IllegalStateException(node + " cannot be reset");
				}
			}
			node.forget();
		}
		restore();
		return this.sessionId;
	}

	private void restore() {
		this.pool.restore(this.poolAfterLogin);
		this.pool.clearCalls();
		this.store.restore(this.storeAfterLogin);
		this.issued.clear();
	}

	/**
	 * Whether the pool would take a refresh token. It does not notice that it was asked.
	 */
	boolean takes(String refreshToken) {
		PoolSnapshot before = this.pool.snapshot();
		try {
			this.client.getTokensFromRefreshToken(
					(request) -> request.clientId(this.pool.clientId()).refreshToken(refreshToken));
			return true;
		}
		catch (CognitoIdentityProviderException ex) {
			return false;
		}
		finally {
			this.pool.restore(before);
		}
	}

	boolean isGood(CognitoTokens tokens) {
		return this.pool.now().isBefore(tokens.expiresAt());
	}

	Interleaving interleaving() {
		return this.interleaving;
	}

	IssuedLogins issued() {
		return this.issued;
	}

	CopyingSessionStore store() {
		return this.store;
	}

	EmbeddedCognito pool() {
		return this.pool;
	}

	List<TestNode> nodes() {
		return this.nodes;
	}

	@Override
	public String toString() {
		return this.name;
	}

	@Override
	public void close() {
		this.nodes.forEach(TestNode::close);
		this.client.close();
		this.interleaving.close();
		this.pool.close();
	}

}

package io.cognitex.embedded;

import java.time.Clock;

import org.jspecify.annotations.Nullable;

import io.cognitex.embedded.internal.error.Refusal;
import io.cognitex.embedded.internal.pool.AppClient;
import io.cognitex.embedded.internal.pool.ClientSettings;
import io.cognitex.embedded.internal.pool.Identifiers;
import io.cognitex.embedded.internal.pool.Risk;
import io.cognitex.embedded.internal.pool.User;
import io.cognitex.embedded.internal.pool.UserPool;
import io.cognitex.embedded.internal.pool.UserPools;
import io.cognitex.embedded.internal.server.CognitoServer;

/**
 * A user pool of an {@link EmbeddedCognito}, with the app client that it was made with.
 * One server can have several, which share clock, keys' supply and messages, but neither
 * users nor tokens.
 *
 * <pre class="code">
 * EmbeddedUserPool partners = cognito.addUserPool(EmbeddedCognito.builder().usernameAttributes("email"));
 * partners.addUser(EmbeddedUser.named("pat@example.com").password("Passw0rd!").build());
 * </pre>
 */
public final class EmbeddedUserPool {

	private final String publicUrl;

	private final Clock clock;

	private final UserPools pools;

	private final UserPool pool;

	private final AppClient client;

	private EmbeddedUserPool(CognitoServer server, UserPool pool, AppClient client) {
		this.publicUrl = server.publicUrl();
		this.clock = server.clock();
		this.pools = server.services().pools();
		this.pool = pool;
		this.client = client;
	}

	static EmbeddedUserPool create(CognitoServer server, EmbeddedCognitoBuilder settings) {
		ClientSettings clientSettings = settings.clientSettings();
		UserPools pools = server.services().pools();
		String clientId = clientId(pools, settings);
		String userPoolId = settings.userPoolId();
		UserPool pool = (userPoolId != null) ? pools.create(userPoolId, settings.poolSettings())
				: pools.create(settings.poolSettings());
		pool.triggers(settings.triggers());
		settings.groups().forEach((group) -> pool.groups().add(group.madeAt(server.clock().instant())));
		return new EmbeddedUserPool(server, pool,
				addClient(pool, clientId, clientSettings, settings.generatesClientSecret()));
	}

	private static String clientId(UserPools pools, EmbeddedCognitoBuilder settings) {
		String clientId = settings.clientId();
		if (clientId == null) {
			return Identifiers.clientId();
		}
		if (pools.all().stream().anyMatch((pool) -> pool.client(clientId).isPresent())) {
			throw new IllegalArgumentException("The client id '" + clientId + "' is taken");
		}
		return clientId;
	}

	private static AppClient addClient(UserPool pool, String clientId, ClientSettings settings,
			boolean generateSecret) {
		try {
			return pool.addClient(clientId, "embedded", settings, generateSecret ? Identifiers.clientSecret() : null);
		}
		catch (Refusal refusal) {
			throw new IllegalStateException(refusal.text(), refusal);
		}
	}

	/**
	 * The id of the pool.
	 * @return the id, such as {@code us-east-1_a1B2c3D4e}
	 */
	public String userPoolId() {
		return this.pool.id();
	}

	/**
	 * The id of the app client that the pool was made with.
	 * @return the client id
	 */
	public String clientId() {
		return this.client.id();
	}

	/**
	 * The secret of the app client that the pool was made with.
	 * @return the client secret, or {@code null} if the client is public
	 */
	public @Nullable String clientSecret() {
		return this.pool.client(clientId()).orElse(this.client).secret();
	}

	/**
	 * The issuer in the pool's tokens. Keys and discovery document are under it, as they
	 * are at the service.
	 * @return the endpoint, or the {@linkplain EmbeddedCognitoBuilder#publicUrl public
	 * URL} instead, and the pool's id
	 */
	public String issuer() {
		return this.publicUrl + "/" + userPoolId();
	}

	/**
	 * Adds another app client.
	 * @param settings a builder, of which only the settings of the client count
	 * @return the new client
	 * @throws IllegalArgumentException if its id is taken
	 * @throws IllegalStateException if the settings contradict each other, or the pool
	 * has a thousand clients
	 */
	public EmbeddedUserPoolClient addClient(EmbeddedCognitoBuilder settings) {
		AppClient added = addClient(this.pool, clientId(this.pools, settings), settings.clientSettings(),
				settings.generatesClientSecret());
		return new EmbeddedUserPoolClient(added.id(), added.secret());
	}

	AppClient addPublicClient() {
		return addClient(this.pool, Identifiers.clientId(), this.client.settings(), false);
	}

	/**
	 * Adds a user, by the pool's rules for names, attributes and passwords.
	 * @param user the user
	 * @throws IllegalArgumentException if the pool would not take such a user, or one of
	 * the names is taken
	 */
	public void addUser(EmbeddedUser user) {
		user.addTo(this.pool, this.clock);
	}

	/**
	 * Says how risky the sign-ins of a user are from now on.
	 * @param username any name that signs the user in
	 * @param riskDecision how risky
	 * @throws IllegalArgumentException if there is no such user
	 * @throws IllegalStateException if the pool's {@code AdvancedSecurityMode} is OFF, so
	 * that nobody would notice
	 */
	public void riskDecision(String username, RiskDecision riskDecision) {
		if (!this.pool.settings().recordsAuthEvents()) {
			throw new IllegalStateException("AdvancedSecurityMode of the pool is OFF");
		}
		User user = this.pool.users()
			.find(username)
			.orElseThrow(() -> new IllegalArgumentException("There is no user '" + username + "'"));
		this.pool.risk(user, Risk.valueOf(riskDecision.name()));
	}

}

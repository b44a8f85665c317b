package io.cognitex.embedded;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.cognitex.embedded.internal.pool.UserPools;
import io.cognitex.embedded.internal.server.CognitoServer;

/**
 * An Amazon Cognito user pool that lives in memory and is reached over HTTP on loopback,
 * as the service is reached over the network.
 *
 * <pre class="code">
 * try (EmbeddedCognito cognito = EmbeddedCognito.start()) {
 * 	cognito.addUser(EmbeddedUser.named("alice").password("Passw0rd!").group("admin").build());
 * 	CognitoIdentityProviderClient client = CognitoIdentityProviderClient.builder()
 * 		.endpointOverride(cognito.endpoint())
 * 		.region(Region.of(cognito.region()))
 * 		.credentialsProvider(AnonymousCredentialsProvider.create())
 * 		.build();
 * 	...
 * }
 * </pre>
 *
 * <p>
 * One that was started takes a few milliseconds more to start again, so a test can have
 * its own. It is safe for use by several threads.
 *
 * <p>
 * <strong>What is real.</strong> The protocol is AWS JSON 1.1, so that any AWS SDK can be
 * the client, from pages of any origin too. Requests are held against the service's model
 * before anything else, and refusals have the service's type, status and text. Tokens are
 * RS256 JWTs of two keys that are published under {@link #issuer()}; SRP is computed and
 * checked; codes, tokens and sessions expire by the pool's clock, work once, and cannot
 * be forged or moved to another user or client; wrong passwords lock the account, and
 * attempts with codes are counted; so are clients, groups, custom attributes, passkeys
 * and secrets, which have the service's default quotas. What is not known to the
 * emulation (an operation, a flow, a challenge, a member or a parameter) is refused, even
 * where the service would overlook it.
 *
 * <p>
 * <strong>What is not.</strong>
 * <ul>
 * <li>IAM operations ask for a Signature Version 4 header, but neither the signature nor
 * its permissions are checked: any credentials will do.</li>
 * <li>Nothing is mailed or texted: see {@link #messages()}. There are no quotas of
 * requests per second, of mails per day, or of pools.</li>
 * <li>The endpoint is plain HTTP. It is on loopback unless told otherwise
 * ({@link EmbeddedCognitoBuilder#host}, {@link EmbeddedCognitoBuilder#publicUrl}).</li>
 * <li>Of the settings of pools and clients, those about texts, senders, tags, tier,
 * encryption, analytics and the hosted UI are kept to be described and have no effect.
 * {@code LambdaConfig}, links instead of codes, the newer issuer, developer-only
 * attributes and identity providers other than {@code COGNITO} are refused.</li>
 * <li>There is no hosted UI, no OAuth endpoint, no federation and no WAF.
 * {@code AnalyticsMetadata}, {@code UserContextData} and {@code ContextData} are
 * validated and have no effect.</li>
 * <li>Threat protection records events, mails about risks and blocks sign-ins, but judges
 * nothing itself: how risky a sign-in is, {@link #riskDecision} says. It neither looks
 * for compromised credentials nor asks for a second factor on account of a risk, and has
 * no risk configuration.</li>
 * <li>Triggers are functions of this JVM, not Lambda functions
 * ({@link EmbeddedCognitoBuilder#trigger}).</li>
 * <li>{@code SECRET_BLOCK}s, sessions and refresh tokens look like the service's but are
 * random names of what the pool remembers. The {@code TIMESTAMP} of SRP has to be well
 * formed, but is not compared with the clock.</li>
 * <li>Revocation is exact, where the service compares times and may turn down a sign-in
 * of the same second.</li>
 * <li>Where nobody has published what the service does, the emulation decides; a refusal
 * whose text is such a guess is marked so in the source.</li>
 * </ul>
 *
 * @see <a href=
 * "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/Welcome.html">Amazon
 * Cognito user pools API reference</a>
 */
public final class EmbeddedCognito implements AutoCloseable {

	private final CognitoServer server;

	private final EmbeddedUserPool userPool;

	private EmbeddedCognito(CognitoServer server, EmbeddedUserPool userPool) {
		this.server = server;
		this.userPool = userPool;
	}

	/**
	 * Starts a pool with the default settings on a free port.
	 * @return the running pool
	 */
	public static EmbeddedCognito start() {
		return builder().start();
	}

	/**
	 * A builder, for other settings than the default ones.
	 * @return the builder
	 */
	public static EmbeddedCognitoBuilder builder() {
		return new EmbeddedCognitoBuilder();
	}

	static EmbeddedCognito start(CognitoServer server, EmbeddedCognitoBuilder settings, boolean controlApi) {
		EmbeddedUserPool userPool = EmbeddedUserPool.create(server, settings);
		server.serve(controlApi);
		return new EmbeddedCognito(server, userPool);
	}

	/**
	 * Where the operations are called from this machine: the endpoint override for an AWS
	 * SDK.
	 * @return the address that the server listens on, without a slash at the end;
	 * loopback if it is {@linkplain EmbeddedCognitoBuilder#host bound} to all addresses
	 */
	public URI endpoint() {
		return this.server.endpoint();
	}

	/**
	 * The region that the pool is said to be in.
	 * @return the region, such as {@code us-east-1}
	 */
	public String region() {
		return this.server.region();
	}

	/**
	 * The id of the pool.
	 * @return the id, such as {@code us-east-1_a1B2c3D4e}
	 */
	public String userPoolId() {
		return this.userPool.userPoolId();
	}

	/**
	 * The id of the pool's app client.
	 * @return the client id
	 */
	public String clientId() {
		return this.userPool.clientId();
	}

	/**
	 * The secret of the pool's app client.
	 * @return the client secret, or {@code null} if the client is public
	 */
	public @Nullable String clientSecret() {
		return this.userPool.clientSecret();
	}

	/**
	 * The issuer in the pool's tokens. Keys and discovery document are under it, as they
	 * are at the service.
	 * @return the endpoint, or the {@linkplain EmbeddedCognitoBuilder#publicUrl public
	 * URL} instead, and the pool's id
	 */
	public String issuer() {
		return this.userPool.issuer();
	}

	/**
	 * Adds another app client to the pool: public, and with the settings of the first.
	 * @return the new client's id
	 * @throws IllegalStateException if the pool has a thousand clients
	 */
	public String addClient() {
		return this.userPool.addPublicClient().id();
	}

	/**
	 * The pool that the server was started with, which all methods here are about.
	 * @return the pool
	 */
	public EmbeddedUserPool userPool() {
		return this.userPool;
	}

	/**
	 * Adds another pool with an app client of its own. It takes milliseconds.
	 * @param settings a builder, of which only the settings of pool and client count
	 * @return the pool
	 * @throws IllegalArgumentException if an id is taken, or of another region
	 * @throws IllegalStateException if the settings contradict each other
	 */
	public EmbeddedUserPool addUserPool(EmbeddedCognitoBuilder settings) {
		return EmbeddedUserPool.create(this.server, settings);
	}

	/**
	 * Adds a user, by the pool's rules for names, attributes and passwords.
	 * @param user the user
	 * @throws IllegalArgumentException if the pool would not take such a user, or one of
	 * the names is taken
	 */
	public void addUser(EmbeddedUser user) {
		this.userPool.addUser(user);
	}

	/**
	 * Says how risky the sign-ins of a user of the pool are from now on, in the place of
	 * threat protection, which would judge them by address and device.
	 * @param username any name that signs the user in
	 * @param riskDecision how risky
	 * @throws IllegalArgumentException if there is no such user
	 * @throws IllegalStateException if the pool's
	 * {@linkplain EmbeddedCognitoBuilder#advancedSecurityMode mode} is OFF, so that
	 * nobody would notice
	 */
	public void riskDecision(String username, RiskDecision riskDecision) {
		this.userPool.riskDecision(username, riskDecision);
	}

	/**
	 * The messages that would have been sent, newest first; at most the last ten
	 * thousand.
	 * @return the messages
	 */
	public List<SentMessage> messages() {
		return this.server.services().outbox().messages().stream().map(SentMessage::of).toList();
	}

	/**
	 * The newest message to a user of the pool.
	 * @param username any name that signs the user in: username, {@code sub}, and what
	 * the pool takes as alias; or the address that it was sent to
	 * @return the message, if there is one
	 */
	public Optional<SentMessage> lastMessage(String username) {
		UserPools pools = this.server.services().pools();
		return this.server.services()
			.outbox()
			.messages()
			.stream()
			.filter((message) -> message.userPoolId().equals(userPoolId()) && message.isTo(username, pools))
			.findFirst()
			.map(SentMessage::of);
	}

	/**
	 * The newest message to a user of the pool, for which this waits if there is none.
	 * For a later one than those that are there, {@linkplain #clearMessages() clear} them
	 * before.
	 * @param username any name, as in {@link #lastMessage(String)}
	 * @param timeout how long to wait at most
	 * @return the message
	 * @throws IllegalStateException if none came in time, or the thread was interrupted
	 */
	public SentMessage awaitMessage(String username, Duration timeout) {
		UserPools pools = this.server.services().pools();
		try {
			return this.server.services()
				.outbox()
				.await((message) -> message.userPoolId().equals(userPoolId()) && message.isTo(username, pools), timeout)
				.map(SentMessage::of)
				.orElseThrow(
						() -> new IllegalStateException("No message to '" + username + "' came within " + timeout));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while waiting for a message to '" + username + "'", ex);
		}
	}

	/**
	 * Forgets the messages of all pools. The codes in them stay good.
	 */
	public void clearMessages() {
		this.server.services().outbox().clear();
	}

	/**
	 * The calls of all pools in the order in which they were answered; at most the last
	 * ten thousand.
	 * @return the calls
	 */
	public List<RecordedCall> calls() {
		return this.server.calls().all().stream().map(RecordedCall::of).toList();
	}

	/**
	 * Forgets the calls.
	 */
	public void clearCalls() {
		this.server.calls().clear();
	}

	/**
	 * Lets something go wrong.
	 * @param fault what; of several faults that fit a call, the one that was added first
	 * happens
	 * @throws IllegalArgumentException if it is for an operation that does not exist here
	 */
	public void addFault(Fault fault) {
		this.server.faults().add(fault.toInternal());
	}

	/**
	 * Lets nothing go wrong any more.
	 */
	public void clearFaults() {
		this.server.faults().clear();
	}

	/**
	 * Remembers everything as it is now: pools, app clients, users, messages, sessions,
	 * tokens, lockouts and the time; but neither faults nor calls. No call should be
	 * under way.
	 * @return what {@link #restore(PoolSnapshot)} takes
	 */
	public PoolSnapshot snapshot() {
		return new PoolSnapshot(this, this.server.snapshot());
	}

	/**
	 * Brings everything back to how it was.
	 * @param snapshot a snapshot of this server; it can be used again
	 * @throws IllegalArgumentException if it is of another one
	 */
	public void restore(PoolSnapshot snapshot) {
		snapshot.restore(this);
	}

	/**
	 * Brings everything back to how it was right after the start: no users, no messages,
	 * no faults and no calls. The pool, its app client and the endpoint stay what they
	 * are.
	 */
	public void reset() {
		this.server.reset();
	}

	/**
	 * What time it is for the pool.
	 * @return the time
	 */
	public Instant now() {
		return this.server.clock().instant();
	}

	/**
	 * Moves the pool's clock ahead: codes, sessions, tokens and lockouts get older.
	 * @param duration by how much, not negative
	 */
	public void advanceClock(Duration duration) {
		if (duration.isNegative()) {
			throw new IllegalArgumentException("The clock only goes ahead, not by " + duration);
		}
		this.server.clock().advance(duration);
	}

	/**
	 * Stops serving. The users are gone.
	 */
	@Override
	public void close() {
		this.server.close();
	}

}

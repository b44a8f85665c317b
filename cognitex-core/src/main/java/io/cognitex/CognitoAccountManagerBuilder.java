package io.cognitex;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;

/**
 * Makes a {@link CognitoAccountManager}. The user pool and the app client are required;
 * everything else has a default. Building makes no call, reads no configuration of AWS
 * and looks for no credentials.
 *
 * <p>
 * A setting that may be {@code null} then has its default.
 */
public final class CognitoAccountManagerBuilder {

	private @Nullable CognitoUserPool userPool;

	private @Nullable String clientId;

	private @Nullable String clientSecret;

	private @Nullable String region;

	private @Nullable URI endpoint;

	private @Nullable String issuer;

	private SignInFlow signInFlow = SignInFlow.USER_SRP_AUTH;

	private Duration connectTimeout = Duration.ofSeconds(2);

	private Duration readTimeout = Duration.ofSeconds(5);

	private Duration apiCallTimeout = Duration.ofSeconds(10);

	private @Nullable AwsCredentialsProvider credentialsProvider;

	private @Nullable Supplier<CognitoIdentityProviderClient> client;

	private UserContextSource userContext = () -> null;

	private ClientMetadataSource clientMetadata = (operation) -> Map.of();

	private Clock clock = Clock.systemUTC();

	CognitoAccountManagerBuilder() {
	}

	/**
	 * The user pool. Required.
	 * @param userPoolId such as {@code eu-central-1_AbCdEfGhI}
	 * @return this builder
	 * @throws IllegalArgumentException if it cannot be the id of a user pool
	 */
	public CognitoAccountManagerBuilder userPoolId(String userPoolId) {
		this.userPool = CognitoUserPool.of(userPoolId);
		return this;
	}

	/**
	 * The app client, whose settings allow the {@linkplain #signInFlow flow}. Required.
	 * @param clientId as the AWS console shows it
	 * @return this builder
	 * @throws IllegalArgumentException if it is blank
	 */
	public CognitoAccountManagerBuilder clientId(String clientId) {
		if (clientId.isBlank()) {
			throw new IllegalArgumentException("The client id must not be blank");
		}
		this.clientId = clientId;
		return this;
	}

	/**
	 * The app client's secret, if it has one.
	 * @param clientSecret as the AWS console shows it
	 * @return this builder
	 * @throws IllegalArgumentException if it is blank
	 */
	public CognitoAccountManagerBuilder clientSecret(@Nullable String clientSecret) {
		this.clientSecret = notBlank("client secret", clientSecret);
		return this;
	}

	/**
	 * The AWS region, by default that of the pool's id.
	 * @param region such as {@code eu-central-1}
	 * @return this builder
	 * @throws IllegalArgumentException if it is blank
	 */
	public CognitoAccountManagerBuilder region(@Nullable String region) {
		this.region = notBlank("region", region);
		return this;
	}

	/**
	 * Where Cognito answers, by default the region's public endpoint.
	 * @param endpoint an absolute URI, such as that of an emulator or of an interface VPC
	 * endpoint
	 * @return this builder
	 * @throws IllegalArgumentException if it is no HTTP address
	 */
	public CognitoAccountManagerBuilder endpoint(@Nullable URI endpoint) {
		if (endpoint != null
				&& (endpoint.getHost() == null || !String.valueOf(endpoint.getScheme()).startsWith("http"))) {
			throw new IllegalArgumentException("The endpoint must be an HTTP address, such as 'http://localhost:9229'");
		}
		this.endpoint = endpoint;
		return this;
	}

	/**
	 * The {@code iss} of the pool's tokens, by default {@link CognitoUserPool#issuer()
	 * what follows from its id}.
	 * @param issuer exactly as it stands in the tokens
	 * @return this builder
	 * @throws IllegalArgumentException if it is blank
	 */
	public CognitoAccountManagerBuilder issuer(@Nullable String issuer) {
		this.issuer = notBlank("issuer", issuer);
		return this;
	}

	/**
	 * How sign-ins begin, by default {@link SignInFlow#USER_SRP_AUTH}.
	 * @param signInFlow a flow that the app client allows
	 * @return this builder
	 */
	public CognitoAccountManagerBuilder signInFlow(SignInFlow signInFlow) {
		this.signInFlow = signInFlow;
		return this;
	}

	/**
	 * How long to wait for a connection, by default two seconds. Has no effect on a
	 * {@linkplain #client client of one's own}.
	 * @param connectTimeout more than nothing
	 * @return this builder
	 * @throws IllegalArgumentException if it is not positive
	 */
	public CognitoAccountManagerBuilder connectTimeout(Duration connectTimeout) {
		this.connectTimeout = positive("connect timeout", connectTimeout);
		return this;
	}

	/**
	 * How long to wait for an answer, by default five seconds. Has no effect on a
	 * {@linkplain #client client of one's own}.
	 * @param readTimeout more than nothing
	 * @return this builder
	 * @throws IllegalArgumentException if it is not positive
	 */
	public CognitoAccountManagerBuilder readTimeout(Duration readTimeout) {
		this.readTimeout = positive("read timeout", readTimeout);
		return this;
	}

	/**
	 * How long one call may take in all, with the second attempt that a connection
	 * failure or throttling is given; by default ten seconds. A sign-in by SRP is two
	 * calls. Has no effect on a {@linkplain #client client of one's own}.
	 * @param apiCallTimeout more than nothing
	 * @return this builder
	 * @throws IllegalArgumentException if it is not positive
	 */
	public CognitoAccountManagerBuilder apiCallTimeout(Duration apiCallTimeout) {
		this.apiCallTimeout = positive("API call timeout", apiCallTimeout);
		return this;
	}

	/**
	 * AWS credentials for the operations that need them, by default those that the SDK
	 * finds. They are asked for when such an operation is called, and not before. Has no
	 * effect on a {@linkplain #client client of one's own}.
	 * @param credentialsProvider the credentials
	 * @return this builder
	 */
	public CognitoAccountManagerBuilder credentialsProvider(@Nullable AwsCredentialsProvider credentialsProvider) {
		this.credentialsProvider = credentialsProvider;
		return this;
	}

	/**
	 * An SDK client of one's own, for another HTTP client, a proxy or metrics, say. It is
	 * asked for once, by the first operation, and is not closed by the account manager.
	 * Mind its retries: the SDK's default repeats calls whose answer was lost, after
	 * which a sign-up that worked says that the name is taken.
	 * @param client where the client comes from
	 * @return this builder
	 */
	public CognitoAccountManagerBuilder client(@Nullable Supplier<CognitoIdentityProviderClient> client) {
		this.client = client;
		return this;
	}

	/**
	 * For whom operations are done, for Cognito's threat protection; by default it is
	 * told nothing.
	 * @param userContext knows the person of the moment
	 * @return this builder
	 */
	public CognitoAccountManagerBuilder userContext(UserContextSource userContext) {
		this.userContext = userContext;
		return this;
	}

	/**
	 * What the pool's Lambda triggers are told along with each operation, by default
	 * nothing.
	 * @param clientMetadata knows the metadata of each operation
	 * @return this builder
	 */
	public CognitoAccountManagerBuilder clientMetadata(ClientMetadataSource clientMetadata) {
		this.clientMetadata = clientMetadata;
		return this;
	}

	/**
	 * The time, which goes into SRP proofs and into {@link CognitoTokens#expiresAt() the
	 * end of tokens}; by default that of the system.
	 * @param clock the clock
	 * @return this builder
	 */
	public CognitoAccountManagerBuilder clock(Clock clock) {
		this.clock = clock;
		return this;
	}

	/**
	 * Makes the account manager.
	 * @return an account manager that has made no call yet
	 * @throws IllegalStateException if the user pool or the app client was not set
	 */
	public CognitoAccountManager build() {
		CognitoUserPool userPool = required("userPoolId", this.userPool);
		String clientId = required("clientId", this.clientId);
		AppClient appClient = new AppClient(userPool.id(), clientId, this.clientSecret, this.userContext,
				this.clientMetadata);
		CognitoCalls calls = new CognitoCalls(lazyClient(userPool));
		String issuer = (this.issuer != null) ? this.issuer : userPool.issuer();
		IssuedTokens issuedTokens = new IssuedTokens(this.clock);
		SignInGateway signInGateway = new SignInGateway(calls, appClient, issuedTokens);
		SignInSteps steps = new SignInSteps(signInGateway, new DeviceProof(signInGateway, this.clock), this.clock);
		PasswordVerification passwords = new PasswordVerification(steps, userPool.name(), this.clock);
		return new DefaultCognitoAccountManager(calls, new AccountGateway(calls, appClient), new FactorGateway(calls),
				new DeviceGateway(calls), new TokenGateway(calls, appClient, issuedTokens),
				new SignInEngine(steps, passwords, this.signInFlow),
				new SignInAnswers(steps, passwords, new MfaSetupSteps(signInGateway, steps, this.clock)),
				new AccessTokenGuard(issuer, clientId));
	}

	private LazyClient lazyClient(CognitoUserPool userPool) {
		if (this.client != null) {
			return LazyClient.borrowed(this.client);
		}
		ClientSettings settings = new ClientSettings((this.region != null) ? this.region : userPool.region(),
				this.endpoint, this.connectTimeout, this.readTimeout, this.apiCallTimeout, this.credentialsProvider);
		return LazyClient.owned(() -> ClientFactory.create(settings));
	}

	private static @Nullable String notBlank(String name, @Nullable String value) {
		if (value != null && value.isBlank()) {
			throw new IllegalArgumentException("The " + name + " must not be blank; leave it out for the default");
		}
		return value;
	}

	private static Duration positive(String name, Duration duration) {
		if (duration.isZero() || duration.isNegative()) {
			throw new IllegalArgumentException("The " + name + " must be positive");
		}
		return duration;
	}

	private static <T> T required(String name, @Nullable T value) {
		if (value == null) {
			throw new IllegalStateException("'" + name + "' must be set");
		}
		return value;
	}

}

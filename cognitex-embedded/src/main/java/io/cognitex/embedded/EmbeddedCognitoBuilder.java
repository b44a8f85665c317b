package io.cognitex.embedded;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import io.cognitex.embedded.internal.configuration.MfaConfiguration;
import io.cognitex.embedded.internal.error.Refusal;
import io.cognitex.embedded.internal.passkey.RelyingParty;
import io.cognitex.embedded.internal.pool.AdvancedSecurityMode;
import io.cognitex.embedded.internal.pool.ClientSettings;
import io.cognitex.embedded.internal.pool.DeviceConfiguration;
import io.cognitex.embedded.internal.pool.MfaFactor;
import io.cognitex.embedded.internal.pool.MfaMode;
import io.cognitex.embedded.internal.pool.MfaSettings;
import io.cognitex.embedded.internal.pool.PasswordPolicy;
import io.cognitex.embedded.internal.pool.PoolSettings;
import io.cognitex.embedded.internal.pool.Schema;
import io.cognitex.embedded.internal.pool.SchemaAttribute;
import io.cognitex.embedded.internal.pool.SignInNames;
import io.cognitex.embedded.internal.server.CognitoServer;
import io.cognitex.embedded.internal.server.ServerAddress;
import io.cognitex.embedded.trigger.Trigger;
import io.cognitex.embedded.trigger.TriggerType;

/**
 * Settings of an {@link EmbeddedCognito}, in Cognito's own words and values.
 */
public final class EmbeddedCognitoBuilder {

	private static final Set<String> FLOWS = Set.of("ALLOW_USER_SRP_AUTH", "ALLOW_USER_PASSWORD_AUTH",
			"ALLOW_ADMIN_USER_PASSWORD_AUTH", "ALLOW_REFRESH_TOKEN_AUTH", "ALLOW_CUSTOM_AUTH", "ALLOW_USER_AUTH");

	private static final Pattern USER_POOL_ID = Pattern.compile("[a-z0-9-]{1,45}_[0-9a-zA-Z]{1,9}");

	private static final Pattern CLIENT_ID = Pattern.compile("[0-9a-zA-Z]{1,128}");

	private String host = ServerAddress.LOOPBACK;

	private int port;

	private @Nullable String publicUrl;

	private String region = "us-east-1";

	private Clock clock = Clock.systemUTC();

	private @Nullable String userPoolId;

	private @Nullable String clientId;

	private Set<String> usernameAttributes = Set.of();

	private Set<String> aliasAttributes = Set.of();

	private boolean caseSensitive;

	private Set<String> autoVerifiedAttributes = Set.of("email");

	private Set<String> verifiedBeforeUpdate = Set.of();

	private Set<String> requiredAttributes = Set.of();

	private Set<String> customAttributes = Set.of();

	private final List<CustomAttribute> typedAttributes = new ArrayList<>();

	private Set<String> immutableAttributes = Set.of();

	private final List<EmbeddedGroup> groups = new ArrayList<>();

	private boolean deletionProtection;

	private List<String> recoveryMechanisms = List.of("verified_phone_number", "verified_email");

	private PasswordPolicy passwordPolicy = PasswordPolicy.DEFAULT;

	private boolean adminCreateUserOnly;

	private MfaSettings mfa = MfaSettings.OFF;

	private @Nullable RelyingParty relyingParty;

	private boolean passkeysAreMultiFactor;

	private AdvancedSecurityMode advancedSecurityMode = AdvancedSecurityMode.OFF;

	private Set<String> allowedFirstAuthFactors = Set.of("PASSWORD");

	private boolean generateClientSecret;

	private boolean controlApi;

	private @Nullable Set<String> explicitAuthFlows;

	private boolean preventUserExistenceErrors = true;

	private Duration accessTokenValidity = Duration.ofHours(1);

	private Duration idTokenValidity = Duration.ofHours(1);

	private Duration refreshTokenValidity = Duration.ofDays(30);

	private Duration authSessionValidity = Duration.ofMinutes(3);

	private boolean enableTokenRevocation = true;

	private @Nullable Duration rotationGracePeriod;

	private @Nullable Set<String> readAttributes;

	private @Nullable Set<String> writeAttributes;

	private @Nullable DeviceConfiguration devices;

	private final Map<TriggerType, Trigger> triggers = new EnumMap<>(TriggerType.class);

	EmbeddedCognitoBuilder() {
	}

	/**
	 * The name or address to listen on, instead of {@code 127.0.0.1}. Whoever can reach
	 * it reads every code; so beyond loopback it is for test networks only.
	 * @param host the host, such as {@code 0.0.0.0} for all addresses
	 * @return this builder
	 */
	public EmbeddedCognitoBuilder host(String host) {
		this.host = host;
		return this;
	}

	/**
	 * The URL under which the application under test reaches the server, if that is not
	 * {@link EmbeddedCognito#endpoint()}: from a container, or through a proxy. The
	 * issuer is under it, and so are the keys for those who look them up there.
	 * @param publicUrl the URL, such as {@code http://host.docker.internal:9229}
	 * @return this builder
	 * @throws IllegalArgumentException if it is not an absolute HTTP URL, or has a query
	 * or a fragment
	 */
	public EmbeddedCognitoBuilder publicUrl(String publicUrl) {
		this.publicUrl = ServerAddress.checkedPublicUrl(publicUrl);
		return this;
	}

	/**
	 * The port to listen on, instead of any free one.
	 * @param port the port
	 * @return this builder
	 */
	public EmbeddedCognitoBuilder port(int port) {
		this.port = port;
		return this;
	}

	/**
	 * The region that the pool is said to be in, instead of {@code us-east-1}.
	 * @param region the region
	 * @return this builder
	 */
	public EmbeddedCognitoBuilder region(String region) {
		if (!region.matches("[a-z]{2}(-[a-z0-9]+)+-[0-9]")) {
			throw new IllegalArgumentException("'" + region + "' is not a region");
		}
		this.region = region;
		return this;
	}

	/**
	 * The id of the pool, instead of a random one: for programs that are told of it
	 * before it starts.
	 * @param userPoolId the id, such as {@code us-east-1_Local0001}, which begins with
	 * the {@linkplain #region(String) region}
	 * @return this builder
	 */
	public EmbeddedCognitoBuilder userPoolId(String userPoolId) {
		if (!USER_POOL_ID.matcher(userPoolId).matches()) {
			throw new IllegalArgumentException("'" + userPoolId + "' is not the id of a user pool");
		}
		this.userPoolId = userPoolId;
		return this;
	}

	/**
	 * The id of the app client, instead of a random one.
	 * @param clientId the id, of letters and digits
	 * @return this builder
	 */
	public EmbeddedCognitoBuilder clientId(String clientId) {
		if (!CLIENT_ID.matcher(clientId).matches()) {
			throw new IllegalArgumentException("'" + clientId + "' is not the id of an app client");
		}
		this.clientId = clientId;
		return this;
	}

	/**
	 * The clock that codes, tokens, sessions and lockouts follow, instead of the
	 * system's.
	 * @param clock the clock
	 * @return this builder
	 */
	public EmbeddedCognitoBuilder clock(Clock clock) {
		this.clock = clock;
		return this;
	}

	/**
	 * Whether the control API is served under {@code /_cognitex/}, for tests in other
	 * languages or processes; unless told otherwise it is not. Who reaches it reads every
	 * code.
	 * @param controlApi whether it is
	 * @return this builder
	 */
	public EmbeddedCognitoBuilder controlApi(boolean controlApi) {
		this.controlApi = controlApi;
		return this;
	}

	/**
	 * Makes e-mail address or phone number the username.
	 * @param attributes {@code email}, {@code phone_number}, or both
	 * @return this builder
	 */
	public EmbeddedCognitoBuilder usernameAttributes(String... attributes) {
		this.usernameAttributes = checked(attributes, Set.of("email", "phone_number"));
		return this;
	}

	/**
	 * Lets users sign in with these attributes besides their username.
	 * @param attributes of {@code email}, {@code phone_number} (both once they are
	 * verified) and {@code preferred_username}
	 * @return this builder
	 */
	public EmbeddedCognitoBuilder aliasAttributes(String... attributes) {
		this.aliasAttributes = checked(attributes, Set.of("email", "phone_number", "preferred_username"));
		return this;
	}

	/**
	 * Whether {@code Alice} and {@code alice} are two users; if not told otherwise they
	 * are one, as in pools made in the AWS console.
	 * @param caseSensitive whether they are two
	 * @return this builder
	 */
	public EmbeddedCognitoBuilder caseSensitive(boolean caseSensitive) {
		this.caseSensitive = caseSensitive;
		return this;
	}

	/**
	 * The attributes that get a code at sign-up and when they change, instead of
	 * {@code email}.
	 * @param attributes {@code email}, {@code phone_number}, both, or none
	 * @return this builder
	 */
	public EmbeddedCognitoBuilder autoVerifiedAttributes(String... attributes) {
		this.autoVerifiedAttributes = checked(attributes, Set.of("email", "phone_number"));
		return this;
	}

	/**
	 * The attributes that keep their old value until the new one is verified; none unless
	 * told otherwise.
	 * @param attributes {@code email}, {@code phone_number}, or both
	 * @return this builder
	 */
	public EmbeddedCognitoBuilder attributesRequireVerificationBeforeUpdate(String... attributes) {
		this.verifiedBeforeUpdate = checked(attributes, Set.of("email", "phone_number"));
		return this;
	}

	/**
	 * The attributes without which nobody signs up; none unless told otherwise.
	 * @param attributes names of standard attributes
	 * @return this builder
	 */
	public EmbeddedCognitoBuilder requiredAttributes(String... attributes) {
		this.requiredAttributes = Set.of(attributes);
		return this;
	}

	/**
	 * The pool's own attributes, all of them strings.
	 * @param names the names without {@code custom:}
	 * @return this builder
	 */
	public EmbeddedCognitoBuilder customAttributes(String... names) {
		Set<String> custom = new LinkedHashSet<>();
		for (String name : names) {
			custom.add("custom:" + name);
		}
		this.customAttributes = custom;
		return this;
	}

	/**
	 * An attribute of the pool's own with a type, limits, or a value that never changes.
	 * @param attribute the attribute
	 * @return this builder
	 */
	public EmbeddedCognitoBuilder customAttribute(CustomAttribute attribute) {
		this.typedAttributes.add(attribute);
		return this;
	}

	/**
	 * Standard attributes that can only be set when a user is made.
	 * @param attributes the attributes, such as {@code email}
	 * @return this builder
	 */
	public EmbeddedCognitoBuilder immutableAttributes(String... attributes) {
		this.immutableAttributes = Set.of(attributes);
		return this;
	}

	/**
	 * A group that the pool begins with, in addition to those that its users come with.
	 * @param group the group
	 * @return this builder
	 */
	public EmbeddedCognitoBuilder group(EmbeddedGroup group) {
		this.groups.add(group);
		return this;
	}

	/**
	 * Whether {@code DeleteUserPool} is refused.
	 * @param deletionProtection whether it is
	 * @return this builder
	 */
	public EmbeddedCognitoBuilder deletionProtection(boolean deletionProtection) {
		this.deletionProtection = deletionProtection;
		return this;
	}

	/**
	 * What passwords have to look like, instead of eight characters of all four classes.
	 * @param minimumLength 6 to 99 characters
	 * @param classes of {@code uppercase}, {@code lowercase}, {@code numbers} and
	 * {@code symbols} those that must be in it
	 * @return this builder
	 */
	public EmbeddedCognitoBuilder passwordPolicy(int minimumLength, String... classes) {
		Set<String> required = checked(classes, Set.of("uppercase", "lowercase", "numbers", "symbols"));
		this.passwordPolicy = new PasswordPolicy(within(minimumLength, 6, 99), required.contains("uppercase"),
				required.contains("lowercase"), required.contains("numbers"), required.contains("symbols"),
				this.passwordPolicy.historySize(), this.passwordPolicy.temporaryPasswordValidityDays());
		return this;
	}

	/**
	 * How many of a user's last passwords cannot be used again; none unless told
	 * otherwise.
	 * @param size 0 to 24
	 * @return this builder
	 */
	public EmbeddedCognitoBuilder passwordHistorySize(int size) {
		this.passwordPolicy = this.passwordPolicy.withHistorySize(within(size, 0, 24));
		return this;
	}

	/**
	 * How long temporary passwords can be used, instead of 7 days.
	 * @param days 1 to 365 days
	 * @return this builder
	 */
	public EmbeddedCognitoBuilder temporaryPasswordValidityDays(int days) {
		this.passwordPolicy = this.passwordPolicy.withTemporaryPasswordValidityDays(within(days, 1, 365));
		return this;
	}

	/**
	 * Where the code for a forgotten password goes, best first; unless told otherwise to
	 * the verified phone number, else to the verified e-mail address.
	 * @param mechanisms {@code verified_email}, {@code verified_phone_number}, both in
	 * some order, or only {@code admin_only}
	 * @return this builder
	 */
	public EmbeddedCognitoBuilder accountRecovery(String... mechanisms) {
		checked(mechanisms, Set.of("verified_email", "verified_phone_number", "admin_only"));
		this.recoveryMechanisms = List.of(mechanisms);
		return this;
	}

	/**
	 * Whether users cannot sign up themselves.
	 * @param adminCreateUserOnly whether only administrators create users
	 * @return this builder
	 */
	public EmbeddedCognitoBuilder allowAdminCreateUserOnly(boolean adminCreateUserOnly) {
		this.adminCreateUserOnly = adminCreateUserOnly;
		return this;
	}

	/**
	 * Whether the pool asks for a second factor; unless told otherwise it does not.
	 * @param mode {@code OPTIONAL}: users who have one are asked for it; {@code ON}:
	 * others have to set one up; or {@code OFF}
	 * @param factors of {@code SOFTWARE_TOKEN_MFA}, {@code SMS_MFA} and {@code EMAIL_OTP}
	 * @return this builder
	 */
	public EmbeddedCognitoBuilder mfa(String mode, String... factors) {
		checked(new String[] { mode }, Set.of("OFF", "OPTIONAL", "ON"));
		Set<MfaFactor> chosen = new LinkedHashSet<>();
		for (String factor : checked(factors, Set.of("SOFTWARE_TOKEN_MFA", "SMS_MFA", "EMAIL_OTP"))) {
			chosen.add(MfaFactor.valueOf(factor));
		}
		this.mfa = new MfaSettings(MfaMode.valueOf(mode), chosen, Map.of());
		return this;
	}

	/**
	 * With what users may sign in by {@code USER_AUTH}, besides their password. The app
	 * client also needs {@code ALLOW_USER_AUTH} among its {@linkplain #explicitAuthFlows
	 * flows}.
	 * @param factors of {@code PASSWORD}, {@code EMAIL_OTP}, {@code SMS_OTP} and
	 * {@code WEB_AUTHN}
	 * @return this builder
	 */
	public EmbeddedCognitoBuilder allowedFirstAuthFactors(String... factors) {
		Set<String> allowed = new LinkedHashSet<>(
				checked(factors, Set.of("PASSWORD", "EMAIL_OTP", "SMS_OTP", "WEB_AUTHN")));
		allowed.add("PASSWORD");
		this.allowedFirstAuthFactors = allowed;
		return this;
	}

	/**
	 * For whom passkeys are made. Without it users cannot register any, even if
	 * {@code WEB_AUTHN} is an allowed first factor.
	 * @param id the domain that the application is served from, or one above it
	 * @param userVerification {@code required} or {@code preferred}
	 * @return this builder
	 */
	public EmbeddedCognitoBuilder relyingParty(String id, String userVerification) {
		if (id.isEmpty() || id.length() > 127) {
			throw new IllegalArgumentException("'" + id + "' has not between 1 and 127 characters");
		}
		checked(new String[] { userVerification }, Set.of("required", "preferred"));
		this.relyingParty = new RelyingParty(id, userVerification, false);
		return this;
	}

	/**
	 * Whether a passkey can stand for two factors, for users who have turned that on with
	 * {@code WebAuthnMfaSettings}. It needs a {@linkplain #relyingParty relying party}.
	 * @param factorConfiguration {@code SINGLE_FACTOR}, as unless told otherwise, or
	 * {@code MULTI_FACTOR_WITH_USER_VERIFICATION}
	 * @return this builder
	 */
	public EmbeddedCognitoBuilder webAuthnFactorConfiguration(String factorConfiguration) {
		checked(new String[] { factorConfiguration }, Set.of("SINGLE_FACTOR", RelyingParty.MULTI_FACTOR));
		this.passkeysAreMultiFactor = RelyingParty.MULTI_FACTOR.equals(factorConfiguration);
		return this;
	}

	/**
	 * What threat protection does. Risks are what the test
	 * {@linkplain EmbeddedCognito#riskDecision says}.
	 * @param mode {@code OFF}, as unless told otherwise, {@code AUDIT}: events are
	 * recorded; or {@code ENFORCED}: sign-ins that are too risky are refused as well
	 * @return this builder
	 */
	public EmbeddedCognitoBuilder advancedSecurityMode(String mode) {
		checked(new String[] { mode }, Set.of("OFF", "AUDIT", "ENFORCED"));
		this.advancedSecurityMode = AdvancedSecurityMode.valueOf(mode);
		return this;
	}

	/**
	 * Whether the app client has a secret; unless told otherwise it has none.
	 * @param generateClientSecret whether it has
	 * @return this builder
	 */
	public EmbeddedCognitoBuilder generateClientSecret(boolean generateClientSecret) {
		this.generateClientSecret = generateClientSecret;
		return this;
	}

	/**
	 * The flows that the app client may use, instead of SRP, the two password flows and
	 * refresh.
	 * @param flows such as {@code ALLOW_USER_SRP_AUTH}
	 * @return this builder
	 */
	public EmbeddedCognitoBuilder explicitAuthFlows(String... flows) {
		this.explicitAuthFlows = checked(flows, FLOWS);
		return this;
	}

	/**
	 * Whether answers hide that a user does not exist: {@code ENABLED}, as unless told
	 * otherwise, or {@code LEGACY}.
	 * @param preventUserExistenceErrors {@code ENABLED} or {@code LEGACY}
	 * @return this builder
	 */
	public EmbeddedCognitoBuilder preventUserExistenceErrors(String preventUserExistenceErrors) {
		checked(new String[] { preventUserExistenceErrors }, Set.of("ENABLED", "LEGACY"));
		this.preventUserExistenceErrors = "ENABLED".equals(preventUserExistenceErrors);
		return this;
	}

	/**
	 * Replaces refresh tokens when they are used. Then {@code ALLOW_REFRESH_TOKEN_AUTH}
	 * is not among the flows, because Cognito does not offer both.
	 * @param retryGracePeriod how long a replaced token may be used again, 0 to 60
	 * seconds
	 * @return this builder
	 */
	public EmbeddedCognitoBuilder refreshTokenRotation(Duration retryGracePeriod) {
		this.rotationGracePeriod = within(retryGracePeriod, Duration.ZERO, Duration.ofSeconds(60));
		return this;
	}

	/**
	 * How long access tokens are valid, instead of an hour.
	 * @param validity 5 minutes to a day
	 * @return this builder
	 */
	public EmbeddedCognitoBuilder accessTokenValidity(Duration validity) {
		this.accessTokenValidity = within(validity, Duration.ofMinutes(5), Duration.ofDays(1));
		return this;
	}

	/**
	 * How long ID tokens are valid, instead of an hour.
	 * @param validity 5 minutes to a day
	 * @return this builder
	 */
	public EmbeddedCognitoBuilder idTokenValidity(Duration validity) {
		this.idTokenValidity = within(validity, Duration.ofMinutes(5), Duration.ofDays(1));
		return this;
	}

	/**
	 * How long refresh tokens are valid, instead of 30 days.
	 * @param validity an hour to 3650 days
	 * @return this builder
	 */
	public EmbeddedCognitoBuilder refreshTokenValidity(Duration validity) {
		this.refreshTokenValidity = within(validity, Duration.ofHours(1), Duration.ofDays(3650));
		return this;
	}

	/**
	 * How long a challenge can be answered, instead of 3 minutes.
	 * @param validity 3 to 15 minutes
	 * @return this builder
	 */
	public EmbeddedCognitoBuilder authSessionValidity(Duration validity) {
		this.authSessionValidity = within(validity, Duration.ofMinutes(3), Duration.ofMinutes(15));
		return this;
	}

	/**
	 * Whether tokens can be revoked one by one; unless told otherwise they can.
	 * @param enableTokenRevocation whether they can
	 * @return this builder
	 */
	public EmbeddedCognitoBuilder enableTokenRevocation(boolean enableTokenRevocation) {
		this.enableTokenRevocation = enableTokenRevocation;
		return this;
	}

	/**
	 * The attributes that the app client sees, instead of all.
	 * @param attributes the names, with {@code custom:} where it belongs
	 * @return this builder
	 */
	public EmbeddedCognitoBuilder readAttributes(String... attributes) {
		this.readAttributes = Set.of(attributes);
		return this;
	}

	/**
	 * The attributes that users may set through the app client, instead of all but
	 * {@code email_verified} and {@code phone_number_verified}.
	 * @param attributes the names, with {@code custom:} where it belongs
	 * @return this builder
	 */
	public EmbeddedCognitoBuilder writeAttributes(String... attributes) {
		this.writeAttributes = Set.of(attributes);
		return this;
	}

	/**
	 * Tracks the devices from which users sign in; unless told otherwise they are not
	 * tracked.
	 * @param challengeRequiredOnNewDevice whether a remembered device stands for a second
	 * factor
	 * @param deviceOnlyRememberedOnUserPrompt whether a device is remembered only when
	 * the user says so
	 * @return this builder
	 */
	public EmbeddedCognitoBuilder deviceConfiguration(boolean challengeRequiredOnNewDevice,
			boolean deviceOnlyRememberedOnUserPrompt) {
		this.devices = new DeviceConfiguration(challengeRequiredOnNewDevice, deviceOnlyRememberedOnUserPrompt);
		return this;
	}

	/**
	 * Adds a function that is called as the service calls a Lambda trigger.
	 * @param type when it is called
	 * @param trigger the function
	 * @return this builder
	 */
	public EmbeddedCognitoBuilder trigger(TriggerType type, Trigger trigger) {
		this.triggers.put(type, trigger);
		return this;
	}

	/**
	 * Starts the pool.
	 * @return the running pool
	 * @throws IllegalStateException if the settings contradict each other
	 * @throws java.io.UncheckedIOException if the port is taken, or the {@linkplain #host
	 * host} is not this machine's
	 */
	public EmbeddedCognito start() {
		poolSettings();
		clientSettings();
		if (this.userPoolId != null && !this.userPoolId.startsWith(this.region + "_")) {
			throw new IllegalStateException("The pool " + this.userPoolId + " is not in " + this.region);
		}
		CognitoServer server = CognitoServer.listen(new ServerAddress(this.host, this.port, this.publicUrl),
				this.region, this.clock);
		return EmbeddedCognito.start(server, this, this.controlApi);
	}

	PoolSettings poolSettings() {
		if (!this.usernameAttributes.isEmpty() && !this.aliasAttributes.isEmpty()) {
			throw new IllegalStateException("A pool has either username attributes or alias attributes");
		}
		checkGroups();
		PoolSettings settings = PoolSettings.builder()
			.deletionProtection(this.deletionProtection)
			.names(new SignInNames(this.usernameAttributes, this.aliasAttributes, this.caseSensitive))
			.schema(schema())
			.passwordPolicy(this.passwordPolicy)
			.autoVerifiedAttributes(this.autoVerifiedAttributes)
			.verifiedBeforeUpdate(this.verifiedBeforeUpdate)
			.recoveryMechanisms(this.recoveryMechanisms)
			.adminCreateUserOnly(this.adminCreateUserOnly)
			.allowedFirstAuthFactors(this.allowedFirstAuthFactors)
			.advancedSecurityMode(this.advancedSecurityMode)
			.mfa(mfaSettings())
			.deviceConfiguration(this.devices)
			.build();
		try {
			settings.schema().checkSize();
			return MfaConfiguration.checked(settings);
		}
		catch (Refusal refusal) {
			throw new IllegalStateException(refusal.text(), refusal);
		}
	}

	private MfaSettings mfaSettings() {
		if (this.relyingParty == null) {
			if (this.passkeysAreMultiFactor) {
				throw new IllegalStateException("Passkeys as two factors need a relying party");
			}
			return this.mfa;
		}
		return new RelyingParty(this.relyingParty.id(), this.relyingParty.userVerification(),
				this.passkeysAreMultiFactor)
			.in(this.mfa);
	}

	ClientSettings clientSettings() {
		return ClientSettings.builder()
			.explicitAuthFlows(flows())
			.preventUserExistenceErrors(this.preventUserExistenceErrors)
			.accessTokenValidity(this.accessTokenValidity)
			.idTokenValidity(this.idTokenValidity)
			.refreshTokenValidity(this.refreshTokenValidity)
			.authSessionValidity(this.authSessionValidity)
			.enableTokenRevocation(this.enableTokenRevocation)
			.rotationGracePeriod(this.rotationGracePeriod)
			.readAttributes(this.readAttributes)
			.writeAttributes(this.writeAttributes)
			.build();
	}

	@Nullable String userPoolId() {
		return this.userPoolId;
	}

	@Nullable String clientId() {
		return this.clientId;
	}

	Map<TriggerType, Trigger> triggers() {
		return this.triggers;
	}

	boolean generatesClientSecret() {
		return this.generateClientSecret;
	}

	List<EmbeddedGroup> groups() {
		return this.groups;
	}

	private void checkGroups() {
		Set<String> names = new HashSet<>();
		for (EmbeddedGroup group : this.groups) {
			if (!names.add(group.name())) {
				throw new IllegalStateException("There are two groups " + group.name());
			}
		}
	}

	private Schema schema() {
		Schema schema = Schema.STANDARD.requiring(this.requiredAttributes).freezing(this.immutableAttributes);
		for (String name : this.customAttributes) {
			schema = schema.with(new SchemaAttribute(name, SchemaAttribute.Type.STRING, true, false, null, null));
		}
		for (CustomAttribute typed : this.typedAttributes) {
			if (schema.find(typed.attribute().name()) != null) {
				throw new IllegalStateException("There are two attributes " + typed.attribute().name());
			}
			schema = schema.with(typed.attribute());
		}
		return schema;
	}

	private Set<String> flows() {
		boolean rotation = this.rotationGracePeriod != null;
		if (this.explicitAuthFlows == null) {
			Set<String> flows = new LinkedHashSet<>(FLOWS);
			flows.removeAll(Set.of("ALLOW_CUSTOM_AUTH", "ALLOW_USER_AUTH"));
			if (rotation) {
				flows.remove("ALLOW_REFRESH_TOKEN_AUTH");
			}
			return flows;
		}
		if (rotation && this.explicitAuthFlows.contains("ALLOW_REFRESH_TOKEN_AUTH")) {
			throw new IllegalStateException("A client has either refresh token rotation or ALLOW_REFRESH_TOKEN_AUTH");
		}
		return this.explicitAuthFlows;
	}

	private static Set<String> checked(String[] values, Set<String> allowed) {
		for (String value : values) {
			if (!allowed.contains(value)) {
				throw new IllegalArgumentException("'" + value + "' is none of " + allowed);
			}
		}
		return Set.of(values);
	}

	private static int within(int value, int least, int greatest) {
		if (value < least || value > greatest) {
			throw new IllegalArgumentException(value + " is not between " + least + " and " + greatest);
		}
		return value;
	}

	private static Duration within(Duration value, Duration least, Duration greatest) {
		if (value.compareTo(least) < 0 || value.compareTo(greatest) > 0) {
			throw new IllegalArgumentException(value + " is not between " + least + " and " + greatest);
		}
		return value;
	}

}

package io.cognitex.boot;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.cognitex.SignInFlow;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The {@code cognitex.*} properties, but for those of the embedded user pool.
 */
@ConfigurationProperties("cognitex")
public class CognitexProperties {

	/**
	 * Whether Cognitex is switched on. Without it, none of its beans exists.
	 */
	private boolean enabled = true;

	/**
	 * ID of the user pool, such as "eu-central-1_AbCdEfGhI".
	 */
	private @Nullable String userPoolId;

	/**
	 * ID of the app client.
	 */
	private @Nullable String clientId;

	/**
	 * Secret of the app client. Leave unset for an app client without a secret.
	 */
	private @Nullable String clientSecret;

	/**
	 * AWS region. Taken from the user pool ID by default; needed only for a server at
	 * another endpoint whose pool IDs do not begin with a region.
	 */
	private @Nullable String region;

	/**
	 * Address of the Cognito user pools API. That of AWS in the region by default.
	 */
	private @Nullable URI endpoint;

	/**
	 * Issuer that the tokens of the user pool name. Derived from the user pool ID by
	 * default.
	 */
	private @Nullable String issuer;

	/**
	 * Address of the keys that the tokens are signed with. Derived from the issuer by
	 * default.
	 */
	private @Nullable URI jwkSetUri;

	/**
	 * How a password is proven to Cognito. The app client must allow the flow, and
	 * admin-user-password-auth needs AWS credentials.
	 */
	private SignInFlow signInFlow = SignInFlow.USER_SRP_AUTH;

	/**
	 * Whether to do in the background, once the application is ready, what the first SRP
	 * sign-in would otherwise wait for.
	 */
	private boolean srpWarmUp;

	private final Client client = new Client();

	private final Authorities authorities = new Authorities();

	private final ThreatProtection threatProtection = new ThreatProtection();

	private final Basic basic = new Basic();

	private final Login login = new Login();

	public boolean isEnabled() {
		return this.enabled;
	}

	public void setEnabled(boolean enabled) {
		this.enabled = enabled;
	}

	public @Nullable String getUserPoolId() {
		return this.userPoolId;
	}

	public void setUserPoolId(@Nullable String userPoolId) {
		this.userPoolId = userPoolId;
	}

	public @Nullable String getClientId() {
		return this.clientId;
	}

	public void setClientId(@Nullable String clientId) {
		this.clientId = clientId;
	}

	public @Nullable String getClientSecret() {
		return this.clientSecret;
	}

	public void setClientSecret(@Nullable String clientSecret) {
		this.clientSecret = clientSecret;
	}

	public @Nullable String getRegion() {
		return this.region;
	}

	public void setRegion(@Nullable String region) {
		this.region = region;
	}

	public @Nullable URI getEndpoint() {
		return this.endpoint;
	}

	public void setEndpoint(@Nullable URI endpoint) {
		this.endpoint = endpoint;
	}

	public @Nullable String getIssuer() {
		return this.issuer;
	}

	public void setIssuer(@Nullable String issuer) {
		this.issuer = issuer;
	}

	public @Nullable URI getJwkSetUri() {
		return this.jwkSetUri;
	}

	public void setJwkSetUri(@Nullable URI jwkSetUri) {
		this.jwkSetUri = jwkSetUri;
	}

	public SignInFlow getSignInFlow() {
		return this.signInFlow;
	}

	public void setSignInFlow(SignInFlow signInFlow) {
		this.signInFlow = signInFlow;
	}

	public boolean isSrpWarmUp() {
		return this.srpWarmUp;
	}

	public void setSrpWarmUp(boolean srpWarmUp) {
		this.srpWarmUp = srpWarmUp;
	}

	public Client getClient() {
		return this.client;
	}

	public Authorities getAuthorities() {
		return this.authorities;
	}

	public ThreatProtection getThreatProtection() {
		return this.threatProtection;
	}

	public Basic getBasic() {
		return this.basic;
	}

	public Login getLogin() {
		return this.login;
	}

	/**
	 * How long calls of Cognito may take.
	 */
	public static class Client {

		/**
		 * Longest time to wait for a connection to Cognito.
		 */
		private Duration connectTimeout = Duration.ofSeconds(2);

		/**
		 * Longest time to wait for data on a connection to Cognito.
		 */
		private Duration readTimeout = Duration.ofSeconds(5);

		/**
		 * Longest time for a call of Cognito as a whole, with its retries.
		 */
		private Duration apiCallTimeout = Duration.ofSeconds(10);

		public Duration getConnectTimeout() {
			return this.connectTimeout;
		}

		public void setConnectTimeout(Duration connectTimeout) {
			this.connectTimeout = connectTimeout;
		}

		public Duration getReadTimeout() {
			return this.readTimeout;
		}

		public void setReadTimeout(Duration readTimeout) {
			this.readTimeout = readTimeout;
		}

		public Duration getApiCallTimeout() {
			return this.apiCallTimeout;
		}

		public void setApiCallTimeout(Duration apiCallTimeout) {
			this.apiCallTimeout = apiCallTimeout;
		}

	}

	/**
	 * How groups and scopes become authorities.
	 */
	public static class Authorities {

		/**
		 * What is put before the name of a group to make an authority of it. Empty for
		 * the bare name.
		 */
		private String rolePrefix = "ROLE_";

		public String getRolePrefix() {
			return this.rolePrefix;
		}

		public void setRolePrefix(String rolePrefix) {
			this.rolePrefix = rolePrefix;
		}

	}

	/**
	 * What Cognito's threat protection is told.
	 */
	public static class ThreatProtection {

		/**
		 * Whether Cognito is told the address and the headers of the client, and the
		 * fingerprint that AWS's script made in its browser. Needs a user pool with
		 * threat protection. Behind a proxy, the server has to be told to trust it.
		 */
		private boolean enabled;

		public boolean isEnabled() {
			return this.enabled;
		}

		public void setEnabled(boolean enabled) {
			this.enabled = enabled;
		}

	}

	/**
	 * How credentials of HTTP Basic are remembered.
	 */
	public static class Basic {

		/**
		 * How long credentials that Cognito has accepted are good without a new sign-in.
		 * Zero for a sign-in with each request.
		 */
		private Duration cacheTtl = Duration.ofSeconds(30);

		/**
		 * For how many users credentials are remembered.
		 */
		private int cacheSize = 1000;

		public Duration getCacheTtl() {
			return this.cacheTtl;
		}

		public void setCacheTtl(Duration cacheTtl) {
			this.cacheTtl = cacheTtl;
		}

		public int getCacheSize() {
			return this.cacheSize;
		}

		public void setCacheSize(int cacheSize) {
			this.cacheSize = cacheSize;
		}

	}

	/**
	 * What the pages of a login ask and show.
	 */
	public static class Login {

		/**
		 * Whether the login page asks for the username alone, so that the user pool
		 * decides what is asked next. On by default with the sign-in flow user-auth.
		 */
		private @Nullable Boolean usernameFirst;

		/**
		 * Name of the application in authenticator apps. That of
		 * "spring.application.name" by default.
		 */
		private @Nullable String authenticatorAppIssuer;

		/**
		 * Page of the application where a sign-up is confirmed, for the login page to
		 * link to, such as "/confirm".
		 */
		private @Nullable String confirmPage;

		/**
		 * Page of the application where a new password is set with a code, for the login
		 * page to link to, such as "/forgot-password".
		 */
		private @Nullable String forgotPasswordPage;

		/**
		 * AES keys of 16, 24 or 32 bytes, in Base64, for the cookie of a remembered
		 * device. The first one encrypts, all of them decrypt. Devices are not remembered
		 * without.
		 */
		private List<String> rememberedDeviceKeys = new ArrayList<>();

		private final PasswordPolicy passwordPolicy = new PasswordPolicy();

		private final Json json = new Json();

		public @Nullable Boolean getUsernameFirst() {
			return this.usernameFirst;
		}

		public void setUsernameFirst(@Nullable Boolean usernameFirst) {
			this.usernameFirst = usernameFirst;
		}

		public @Nullable String getAuthenticatorAppIssuer() {
			return this.authenticatorAppIssuer;
		}

		public void setAuthenticatorAppIssuer(@Nullable String authenticatorAppIssuer) {
			this.authenticatorAppIssuer = authenticatorAppIssuer;
		}

		public @Nullable String getConfirmPage() {
			return this.confirmPage;
		}

		public void setConfirmPage(@Nullable String confirmPage) {
			this.confirmPage = confirmPage;
		}

		public @Nullable String getForgotPasswordPage() {
			return this.forgotPasswordPage;
		}

		public void setForgotPasswordPage(@Nullable String forgotPasswordPage) {
			this.forgotPasswordPage = forgotPasswordPage;
		}

		public List<String> getRememberedDeviceKeys() {
			return this.rememberedDeviceKeys;
		}

		public void setRememberedDeviceKeys(List<String> rememberedDeviceKeys) {
			this.rememberedDeviceKeys = rememberedDeviceKeys;
		}

		public PasswordPolicy getPasswordPolicy() {
			return this.passwordPolicy;
		}

		public Json getJson() {
			return this.json;
		}

	}

	/**
	 * Login by JSON, in the filter chain that Cognitex makes.
	 */
	public static class Json {

		/**
		 * Whether programs can log in by JSON at "/login/json".
		 */
		private boolean enabled;

		/**
		 * Whether the answer is the tokens, and no session is made.
		 */
		private boolean stateless;

		/**
		 * AES keys of 128, 192 or 256 bits in Base64, with which a stateless login under
		 * way is encrypted for the client to carry. The first one encrypts, all of them
		 * decrypt. Needed where several nodes serve one login; made anew with each start
		 * by default.
		 */
		private List<String> handleKeys = new ArrayList<>();

		/**
		 * Longest time for the answer to a challenge of a stateless login. The user
		 * pool's own limit is 3 to 15 minutes.
		 */
		private Duration handleValidity = Duration.ofMinutes(15);

		public boolean isEnabled() {
			return this.enabled;
		}

		public void setEnabled(boolean enabled) {
			this.enabled = enabled;
		}

		public boolean isStateless() {
			return this.stateless;
		}

		public void setStateless(boolean stateless) {
			this.stateless = stateless;
		}

		public List<String> getHandleKeys() {
			return this.handleKeys;
		}

		public void setHandleKeys(List<String> handleKeys) {
			this.handleKeys = handleKeys;
		}

		public Duration getHandleValidity() {
			return this.handleValidity;
		}

		public void setHandleValidity(Duration handleValidity) {
			this.handleValidity = handleValidity;
		}

	}

	/**
	 * Rules for new passwords, to be shown where one is asked. The user pool decides by
	 * its own.
	 */
	public static class PasswordPolicy {

		/**
		 * Shortest password, of 6 to 99 characters.
		 */
		private int minimumLength = 8;

		/**
		 * Whether a lower-case letter is needed.
		 */
		private boolean requireLowercase = true;

		/**
		 * Whether an upper-case letter is needed.
		 */
		private boolean requireUppercase = true;

		/**
		 * Whether a digit is needed.
		 */
		private boolean requireNumbers = true;

		/**
		 * Whether a symbol is needed.
		 */
		private boolean requireSymbols = true;

		public int getMinimumLength() {
			return this.minimumLength;
		}

		public void setMinimumLength(int minimumLength) {
			this.minimumLength = minimumLength;
		}

		public boolean isRequireLowercase() {
			return this.requireLowercase;
		}

		public void setRequireLowercase(boolean requireLowercase) {
			this.requireLowercase = requireLowercase;
		}

		public boolean isRequireUppercase() {
			return this.requireUppercase;
		}

		public void setRequireUppercase(boolean requireUppercase) {
			this.requireUppercase = requireUppercase;
		}

		public boolean isRequireNumbers() {
			return this.requireNumbers;
		}

		public void setRequireNumbers(boolean requireNumbers) {
			this.requireNumbers = requireNumbers;
		}

		public boolean isRequireSymbols() {
			return this.requireSymbols;
		}

		public void setRequireSymbols(boolean requireSymbols) {
			this.requireSymbols = requireSymbols;
		}

	}

}

package io.cognitex.security.web;

import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

import javax.crypto.KeyGenerator;
import javax.crypto.SecretKey;

import io.cognitex.security.CognitoAuthenticationProvider;
import io.cognitex.security.CognitoFactors;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.config.annotation.web.configurers.ExceptionHandlingConfigurer;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.RememberMeServices;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.util.Assert;

/**
 * Lets single-page and mobile applications log in by JSON, through any chain of
 * challenges:
 *
 * <pre class="code">
 * http.with(new CognitoJsonLoginConfigurer(), Customizer.withDefaults());
 * </pre>
 *
 * <pre class="code">
 * POST /login/json            {"username": "alice", "password": "…"}
 * 401                         {"type": "urn:cognitex:challenge", "challenge": "SMS_MFA", "parameters": {…}, …}
 * POST /login/json/challenge  {"challenge": "SMS_MFA", "code": "123456"}
 * 200                         {"username": "alice", …}
 * </pre>
 *
 * <ul>
 * <li><b>With a session</b>, the default: whoever is logged in then has a session, with a
 * new id, as after form login. The login under way is kept in it. Requests need the CSRF
 * token, as all others do.</li>
 * <li><b>{@linkplain #stateless() Stateless}</b>: the tokens come back, and the login
 * under way is an encrypted {@code handle} that the client sends with its answer.</li>
 * </ul>
 *
 * <p>
 * Failures are {@code application/problem+json}. The requests and answers of each
 * challenge are in {@code docs/json-login.md}.
 *
 * <h2>Security Filters</h2> One for the first step and one for the answers to challenges,
 * before {@link UsernamePasswordAuthenticationFilter}.
 *
 * <h2>Beans used</h2> The same as {@link CognitoLoginConfigurer} uses, beside which it
 * may stand in one chain.
 */
public final class CognitoJsonLoginConfigurer extends AbstractHttpConfigurer<CognitoJsonLoginConfigurer, HttpSecurity> {

	private String loginProcessingUrl = "/login/json";

	private @Nullable String challengeProcessingUrl;

	private boolean stateless;

	private List<SecretKey> handleKeys = List.of();

	private Duration handleValidity = Duration.ofMinutes(15);

	private Function<HttpServletRequest, String> clientResolver = JsonClients::describe;

	private @Nullable AuthenticationSuccessHandler successHandler;

	private @Nullable CognitoChallengeRepository challengeRepository;

	private @Nullable Boolean passwordless;

	private @Nullable String authenticatorAppIssuer;

	private Clock clock = Clock.systemUTC();

	/**
	 * A login at {@code /login/json}, with a session.
	 */
	public CognitoJsonLoginConfigurer() {
	}

	/**
	 * Where a login begins. The default is {@code /login/json}.
	 * @param loginProcessingUrl the path, such as {@code /api/login}
	 * @return this configurer
	 */
	public CognitoJsonLoginConfigurer loginProcessingUrl(String loginProcessingUrl) {
		Assert.hasText(loginProcessingUrl, "loginProcessingUrl cannot be empty");
		this.loginProcessingUrl = loginProcessingUrl;
		return this;
	}

	/**
	 * Where challenges are answered. The default is {@code challenge} under the
	 * {@linkplain #loginProcessingUrl(String) path of the login}.
	 * @param challengeProcessingUrl the path, such as {@code /api/login/challenge}
	 * @return this configurer
	 */
	public CognitoJsonLoginConfigurer challengeProcessingUrl(String challengeProcessingUrl) {
		Assert.hasText(challengeProcessingUrl, "challengeProcessingUrl cannot be empty");
		this.challengeProcessingUrl = challengeProcessingUrl;
		return this;
	}

	/**
	 * Answers with the tokens, and keeps nothing on the server: no session is made, and
	 * no CSRF token is needed to log in. A handle can be opened by this process only,
	 * until it ends; see {@link #handleKeys}.
	 * @return this configurer
	 */
	public CognitoJsonLoginConfigurer stateless() {
		this.stateless = true;
		return this;
	}

	/**
	 * Encrypts handles with these keys, so that several nodes can open them, and implies
	 * {@link #stateless()}. The first key encrypts and all of them decrypt: to replace a
	 * key, add the new one at the end on all nodes, then put it first, then take the old
	 * one away. A key is good for four billion logins.
	 * @param handleKeys AES keys of 128, 192 or 256 bits
	 * @return this configurer
	 */
	public CognitoJsonLoginConfigurer handleKeys(SecretKey... handleKeys) {
		Assert.notEmpty(handleKeys, "handleKeys cannot be empty");
		Assert.isTrue(Stream.of(handleKeys).allMatch(CognitoJsonLoginConfigurer::isAes),
				"handleKeys must be AES keys of 128, 192 or 256 bits");
		this.handleKeys = List.of(handleKeys);
		return stateless();
	}

	private static boolean isAes(SecretKey key) {
		byte[] encoded = key.getEncoded();
		// A key that never leaves its hardware shows no bytes
		return "AES".equals(key.getAlgorithm()) && (encoded == null || List.of(16, 24, 32).contains(encoded.length));
	}

	/**
	 * How long a handle can be answered. The default is 15 minutes, the longest that
	 * Cognito keeps a login under way; the user pool's own setting may be shorter.
	 * @param handleValidity more than nothing
	 * @return this configurer
	 */
	public CognitoJsonLoginConfigurer handleValidity(Duration handleValidity) {
		Assert.isTrue(handleValidity.compareTo(Duration.ZERO) > 0, "handleValidity must be positive");
		this.handleValidity = handleValidity;
		return this;
	}

	/**
	 * Tells one client from another: a handle that was given to one is worth nothing from
	 * another. The default looks at the headers {@code Origin} and {@code User-Agent},
	 * which stay the same while a phone changes networks. An application that knows more
	 * of its clients, such as a certificate, can bind handles to that.
	 * @param clientResolver gives the same text for the same client
	 * @return this configurer
	 */
	public CognitoJsonLoginConfigurer clientResolver(Function<HttpServletRequest, String> clientResolver) {
		Assert.notNull(clientResolver, "clientResolver cannot be null");
		this.clientResolver = clientResolver;
		return this;
	}

	/**
	 * Answers a login that is complete, in place of our JSON.
	 * @param successHandler gets a {@link io.cognitex.security.CognitoAuthentication
	 * CognitoAuthentication}
	 * @return this configurer
	 */
	public CognitoJsonLoginConfigurer successHandler(AuthenticationSuccessHandler successHandler) {
		Assert.notNull(successHandler, "successHandler cannot be null");
		this.successHandler = successHandler;
		return this;
	}

	/**
	 * Keeps the logins under way here, unless {@linkplain #stateless() stateless}. The
	 * default is the {@link CognitoChallengeRepository} bean, or the HTTP session.
	 * @param challengeRepository where to
	 * @return this configurer
	 */
	public CognitoJsonLoginConfigurer challengeRepository(CognitoChallengeRepository challengeRepository) {
		Assert.notNull(challengeRepository, "challengeRepository cannot be null");
		this.challengeRepository = challengeRepository;
		return this;
	}

	/**
	 * Lets clients log in without a password, by a passkey, a code or the pool's own
	 * questions. Where it is off, nobody can have messages sent by knowing a username.
	 * @param passwordless whether to; by default if the {@link CognitoLoginSettings} bean
	 * asks for the username first
	 * @return this configurer
	 */
	public CognitoJsonLoginConfigurer passwordless(boolean passwordless) {
		this.passwordless = passwordless;
		return this;
	}

	/**
	 * What authenticator apps show as the name of this application.
	 * @param authenticatorAppIssuer a name; by default that of the
	 * {@link CognitoLoginSettings} bean
	 * @return this configurer
	 */
	public CognitoJsonLoginConfigurer authenticatorAppIssuer(String authenticatorAppIssuer) {
		Assert.hasText(authenticatorAppIssuer, "authenticatorAppIssuer cannot be empty");
		this.authenticatorAppIssuer = authenticatorAppIssuer;
		return this;
	}

	/**
	 * The time, which handles and the age of a login under way go by.
	 */
	CognitoJsonLoginConfigurer clock(Clock clock) {
		this.clock = clock;
		return this;
	}

	@Override
	@SuppressWarnings("unchecked")
	public void init(HttpSecurity http) {
		ProviderRegistration.register(http, (CognitoAuthenticationProvider provider) -> postProcess(provider));
		if (!this.stateless) {
			CognitoSessionConfigurer.addTo(http);
		}
		CsrfConfigurer<HttpSecurity> csrf = http.getConfigurer(CsrfConfigurer.class);
		if (this.stateless && csrf != null) {
			csrf.ignoringRequestMatchers(loginMatcher(), challengeMatcher());
		}
		ExceptionHandlingConfigurer<HttpSecurity> exceptions = http.getConfigurer(ExceptionHandlingConfigurer.class);
		if (exceptions != null) {
			registerEntryPoints(exceptions, http.getSharedObject(ApplicationContext.class));
		}
	}

	/**
	 * A program that is not logged in, or lacks a factor, is told so and not sent to a
	 * page.
	 */
	private void registerEntryPoints(ExceptionHandlingConfigurer<HttpSecurity> exceptions, ApplicationContext context) {
		exceptions.defaultAuthenticationEntryPointFor(postProcess(new AuthenticationProblemEntryPoint(context)),
				ApiRequests::isApi);
		for (String authority : CognitoFactors.authorities()) {
			exceptions.defaultDeniedHandlerForMissingAuthority((builder) -> builder
				.addEntryPointFor(new MissingFactorProblem(authority, context), ApiRequests::isProgram), authority);
		}
	}

	@Override
	public void configure(HttpSecurity http) {
		ApplicationContext context = http.getSharedObject(ApplicationContext.class);
		JsonLoginSteps steps = this.stateless ? statelessSteps() : sessionSteps(http, context);
		AuthenticationSuccessHandler success = successHandler();
		JsonLoginFailureHandler failure = new JsonLoginFailureHandler(steps, issuer(context), context);
		addFilter(http, new JsonLoginFilter(loginMatcher(), new JsonLoginReader(isPasswordless(context)), steps),
				success, failure);
		addFilter(http, new JsonLoginFilter(challengeMatcher(), new JsonAnswerReader(steps, context), steps), success,
				failure);
	}

	private void addFilter(HttpSecurity http, JsonLoginFilter filter, AuthenticationSuccessHandler success,
			JsonLoginFailureHandler failure) {
		filter.setAuthenticationManager(http.getSharedObject(AuthenticationManager.class));
		filter.setAuthenticationSuccessHandler(success);
		filter.setAuthenticationFailureHandler(failure);
		filter.setSecurityContextHolderStrategy(getSecurityContextHolderStrategy());
		if (!this.stateless) {
			share(http, SessionAuthenticationStrategy.class, filter::setSessionAuthenticationStrategy);
			share(http, RememberMeServices.class, filter::setRememberMeServices);
			share(http, SecurityContextRepository.class, filter::setSecurityContextRepository);
		}
		http.addFilterBefore(postProcess(filter), UsernamePasswordAuthenticationFilter.class);
	}

	private static <T> void share(HttpSecurity http, Class<T> type, Consumer<T> consumer) {
		T shared = http.getSharedObject(type);
		if (shared != null) {
			consumer.accept(shared);
		}
	}

	private JsonLoginSteps statelessSteps() {
		List<SecretKey> keys = this.handleKeys.isEmpty() ? List.of(keyOfThisProcess()) : this.handleKeys;
		return new StatelessJsonLoginSteps(new ChallengeHandles(keys, this.handleValidity, this.clock),
				this.clientResolver);
	}

	private static SecretKey keyOfThisProcess() {
		try {
			KeyGenerator generator = KeyGenerator.getInstance("AES");
			generator.init(256);
			return generator.generateKey();
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java platform has AES", ex);
		}
	}

	private JsonLoginSteps sessionSteps(HttpSecurity http, ApplicationContext context) {
		if (http
			.getSharedObject(SecurityContextRepository.class) instanceof RequestAttributeSecurityContextRepository) {
			throw new IllegalStateException("This filter chain keeps no sessions, in which a login by JSON could end:"
					+ " call 'stateless()' on the CognitoJsonLoginConfigurer");
		}
		CognitoChallengeRepository repository = (this.challengeRepository != null) ? this.challengeRepository
				: context.getBeanProvider(CognitoChallengeRepository.class)
					.getIfUnique(HttpSessionCognitoChallengeRepository::new);
		return new SessionJsonLoginSteps(new ChallengeSteps(repository, this.loginProcessingUrl, this.clock));
	}

	private AuthenticationSuccessHandler successHandler() {
		if (this.successHandler != null) {
			return this.successHandler;
		}
		return this.stateless ? new JsonTokensSuccessHandler(this.clock) : new JsonUserSuccessHandler();
	}

	private String issuer(ApplicationContext context) {
		return (this.authenticatorAppIssuer != null) ? this.authenticatorAppIssuer
				: settings(context).authenticatorAppIssuer();
	}

	private boolean isPasswordless(ApplicationContext context) {
		return (this.passwordless != null) ? this.passwordless : settings(context).usernameFirst();
	}

	private static CognitoLoginSettings settings(ApplicationContext context) {
		return context.getBeanProvider(CognitoLoginSettings.class).getIfUnique(CognitoLoginSettings::withDefaults);
	}

	private RequestMatcher loginMatcher() {
		return getRequestMatcherBuilder().matcher(HttpMethod.POST, this.loginProcessingUrl);
	}

	private RequestMatcher challengeMatcher() {
		return getRequestMatcherBuilder().matcher(HttpMethod.POST, (this.challengeProcessingUrl != null)
				? this.challengeProcessingUrl : this.loginProcessingUrl + "/challenge");
	}

}

package io.cognitex.security.web;

import java.time.Clock;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

import io.cognitex.CognitoAccountManager;
import io.cognitex.security.CognitoAuthenticationProvider;
import io.cognitex.security.CognitoAuthoritiesMapper;
import io.cognitex.security.CognitoFactors;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractAuthenticationFilterConfigurer;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.config.annotation.web.configurers.ExceptionHandlingConfigurer;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.RememberMeServices;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.authentication.rememberme.AbstractRememberMeServices;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.authentication.ui.DefaultLoginPageGeneratingFilter;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.util.Assert;

/**
 * Adds a login form whose usernames and passwords Cognito checks:
 *
 * <pre class="code">
 * http.with(new CognitoLoginConfigurer(), (login) -&gt; login.loginPage("/login").permitAll());
 * </pre>
 *
 * Everything that Spring Security's form login can be told, this can be told, and it
 * behaves the same: the login page, the saved request, the session and its new id,
 * remember-me, success and failure handlers. What is different:
 * <ul>
 * <li>A failure is told to the login page as a {@link CognitoLoginFailedException}: text
 * and username, and no password in the session.</li>
 * <li>Without {@link #loginPage(String)} a page is generated that shows both. Where
 * another login (OAuth 2.0, SAML, one-time token) shares the page, Spring Security's own
 * generated page is used, which shows neither.</li>
 * <li>Where Cognito asks more (a code, a new password, a choice, …), the browser is led
 * through any chain of such challenges by pages that are generated, or by
 * {@linkplain #challengePage(String) the application's own}. Nobody is logged in until
 * Cognito has issued tokens. The saved request and remember-me wait for the end.</li>
 * </ul>
 *
 * <h2>Security Filters</h2>
 * <ul>
 * <li>{@link CognitoUsernamePasswordAuthenticationFilter}</li>
 * <li>{@link CognitoChallengeAuthenticationFilter}</li>
 * <li>filters that generate the login page, the challenge pages and the page on which
 * users set an authenticator app up, unless the application has them, and serve their
 * stylesheet and script at {@code /cognitex/}</li>
 * </ul>
 *
 * <h2>Beans used</h2> A lone {@link CognitoAuthenticationProvider} bean or an
 * {@link AuthenticationManager} bean is used by Spring Security itself. Where there is
 * neither, a provider is added to this filter chain: the
 * {@link CognitoAuthenticationProvider} bean, or one that is made from the
 * {@link CognitoAccountManager} bean and the {@link CognitoAuthoritiesMapper} bean, if
 * there is one. A {@link CognitoLoginSettings} bean has the defaults, a
 * {@link CognitoChallengeRepository} bean keeps the logins under way, a
 * {@link RememberedDeviceRepository} bean the devices that users want to be remembered.
 * Do not add another by {@code http.authenticationProvider(...)}: each wrong password
 * would be sent twice.
 */
public final class CognitoLoginConfigurer extends
		AbstractAuthenticationFilterConfigurer<HttpSecurity, CognitoLoginConfigurer, CognitoUsernamePasswordAuthenticationFilter> {

	private String challengePage = "/login/challenge";

	private boolean customChallengePage;

	private boolean passwordless;

	private String factorEnrolmentPage = "/login/enrolment";

	private boolean customFactorEnrolmentPage;

	private UnaryOperator<CognitoLoginSettings> settingsCustomizer = UnaryOperator.identity();

	private CognitoLoginSettings settings = CognitoLoginSettings.withDefaults();

	private @Nullable CognitoChallengeRepository challengeRepository;

	private @Nullable RememberedDeviceRepository rememberedDeviceRepository;

	/**
	 * A login form at {@code /login}.
	 */
	public CognitoLoginConfigurer() {
		super(new CognitoUsernamePasswordAuthenticationFilter(), null);
	}

	/**
	 * Uses the application's own login page, which the application serves with
	 * {@code GET}. It has to be permitted, by {@code permitAll()} or a rule of the
	 * application, and its form has to send the CSRF token.
	 * @param loginPage where the page is, such as {@code /login}
	 * @return this configurer
	 */
	@Override
	public CognitoLoginConfigurer loginPage(String loginPage) {
		return super.loginPage(loginPage);
	}

	/**
	 * Takes the username from this field of the form. The default is {@code username}.
	 * @param usernameParameter the name of the field
	 * @return this configurer
	 */
	public CognitoLoginConfigurer usernameParameter(String usernameParameter) {
		getAuthenticationFilter().setUsernameParameter(usernameParameter);
		return this;
	}

	/**
	 * Takes the password from this field of the form. The default is {@code password}.
	 * @param passwordParameter the name of the field
	 * @return this configurer
	 */
	public CognitoLoginConfigurer passwordParameter(String passwordParameter) {
		getAuthenticationFilter().setPasswordParameter(passwordParameter);
		return this;
	}

	/**
	 * Uses the application's own page for challenges, which the application serves with
	 * {@code GET} and permits to all. It finds a {@link CognitoChallengeView} in the
	 * request attribute {@value CognitoChallengeView#ATTRIBUTE}. Its form sends the
	 * answer to the same address with {@code POST}, with the CSRF token, and one of:
	 * {@code code}, {@code choice}, {@code newPassword} with
	 * {@code userAttributes.<name>}, {@code email}, {@code password}, {@code credential}
	 * (of a passkey, as JSON), {@code answer} (to a custom challenge). The parameter
	 * {@code action} with {@code start-over}, {@code other-method} or {@code new-code}
	 * does these instead.
	 * @param challengePage where the page is, such as {@code /login/challenge}, which is
	 * where it is generated by default
	 * @return this configurer
	 */
	public CognitoLoginConfigurer challengePage(String challengePage) {
		Assert.hasText(challengePage, "challengePage cannot be empty");
		this.challengePage = challengePage;
		this.customChallengePage = true;
		return this;
	}

	/**
	 * Asks for the username alone, and leaves it to Cognito what to ask then: for the
	 * flows {@code USER_AUTH} and {@code CUSTOM_AUTH}.
	 * @param usernameFirst whether to; {@code false} by default
	 * @return this configurer
	 */
	public CognitoLoginConfigurer usernameFirst(boolean usernameFirst) {
		return customize((settings) -> settings.withUsernameFirst(usernameFirst));
	}

	/**
	 * Lets people log in without their password, by a passkey or a code, on a login page
	 * that asks for it: by the flow {@code USER_AUTH}, which the app client has to allow.
	 * The generated page gets a second button. A page of the application's own sends the
	 * username with the parameter {@code passwordless}, whose value may be the first
	 * factor that the person would like, such as {@code WEB_AUTHN}.
	 * @param passwordless whether to; {@code false} by default
	 * @return this configurer
	 */
	public CognitoLoginConfigurer passwordless(boolean passwordless) {
		this.passwordless = passwordless;
		return this;
	}

	/**
	 * Links from the generated login page to the application's page for confirming a
	 * sign-up, after the login of somebody who has not done so.
	 * @param confirmPage where the page is, such as {@code /confirm}
	 * @return this configurer
	 */
	public CognitoLoginConfigurer confirmPage(String confirmPage) {
		Assert.hasText(confirmPage, "confirmPage cannot be empty");
		return customize((settings) -> settings.withConfirmPage(confirmPage));
	}

	/**
	 * Links from the generated login page to the application's page for setting a new
	 * password with a code.
	 * @param forgotPasswordPage where the page is, such as {@code /forgot-password}
	 * @return this configurer
	 */
	public CognitoLoginConfigurer forgotPasswordPage(String forgotPasswordPage) {
		Assert.hasText(forgotPasswordPage, "forgotPasswordPage cannot be empty");
		return customize((settings) -> settings.withForgotPasswordPage(forgotPasswordPage));
	}

	/**
	 * Shows these rules where a new password is asked. Cognito decides by those of the
	 * user pool.
	 * @param passwordPolicy the pool's policy; Cognito's default by default
	 * @return this configurer
	 */
	public CognitoLoginConfigurer passwordPolicy(PasswordPolicy passwordPolicy) {
		Assert.notNull(passwordPolicy, "passwordPolicy cannot be null");
		return customize((settings) -> settings.withPasswordPolicy(passwordPolicy));
	}

	/**
	 * What authenticator apps show as the name of this application.
	 * @param authenticatorAppIssuer a name; {@code Cognito} by default
	 * @return this configurer
	 */
	public CognitoLoginConfigurer authenticatorAppIssuer(String authenticatorAppIssuer) {
		Assert.hasText(authenticatorAppIssuer, "authenticatorAppIssuer cannot be empty");
		return customize((settings) -> settings.withAuthenticatorAppIssuer(authenticatorAppIssuer));
	}

	/**
	 * Sends a user to this page of the application who lacks a factor that a rule asks
	 * for, and has not set it up: an authenticator app, a passkey, a code by e-mail or
	 * text message. The page finds which one in the parameter {@code factor}, such as
	 * {@code software_token}, and must not ask for the factor itself. After it the user
	 * logs in again. By default a page is generated at {@code /login/enrolment} that sets
	 * an authenticator app up, and says of other factors what to do.
	 * @param factorEnrolmentPage the page, such as {@code /account/security}
	 * @return this configurer
	 */
	public CognitoLoginConfigurer factorEnrolmentPage(String factorEnrolmentPage) {
		Assert.hasText(factorEnrolmentPage, "factorEnrolmentPage cannot be empty");
		this.factorEnrolmentPage = factorEnrolmentPage;
		this.customFactorEnrolmentPage = true;
		return this;
	}

	private CognitoLoginConfigurer customize(UnaryOperator<CognitoLoginSettings> customizer) {
		UnaryOperator<CognitoLoginSettings> before = this.settingsCustomizer;
		this.settingsCustomizer = (settings) -> customizer.apply(before.apply(settings));
		return this;
	}

	/**
	 * Keeps the logins under way here. The default is the
	 * {@link CognitoChallengeRepository} bean, or the HTTP session.
	 * @param challengeRepository where to
	 * @return this configurer
	 */
	public CognitoLoginConfigurer challengeRepository(CognitoChallengeRepository challengeRepository) {
		Assert.notNull(challengeRepository, "challengeRepository cannot be null");
		this.challengeRepository = challengeRepository;
		return this;
	}

	/**
	 * Remembers devices of users who ask for it, so that Cognito asks for no second
	 * factor there. The user pool has to track devices, and to let them stand for a
	 * second factor. The default is the {@link RememberedDeviceRepository} bean; without
	 * one, no device is remembered.
	 * @param rememberedDeviceRepository where the devices are kept
	 * @return this configurer
	 */
	public CognitoLoginConfigurer rememberDevices(RememberedDeviceRepository rememberedDeviceRepository) {
		Assert.notNull(rememberedDeviceRepository, "rememberedDeviceRepository cannot be null");
		this.rememberedDeviceRepository = rememberedDeviceRepository;
		return this;
	}

	@Override
	public void init(HttpSecurity http) {
		super.init(http);
		enableGeneratedPages(http);
		prepareChallenges(http);
		leadFormsBack(http);
		registerEntryPointsForMissingFactors(http);
		ProviderRegistration.register(http, this::postProcess);
		CognitoSessionConfigurer.addTo(http);
		if (getFailureUrl() != null) {
			failureHandler(postProcess(new CognitoAuthenticationFailureHandler(getFailureUrl())));
		}
	}

	@Override
	public void configure(HttpSecurity http) {
		super.configure(http);
		DefaultLoginPageGeneratingFilter springPage = http.getSharedObject(DefaultLoginPageGeneratingFilter.class);
		if (springPage != null && !isCustomLoginPage() && !isShared(springPage)) {
			http.addFilterBefore(postProcess(loginPageFilter(http)), DefaultLoginPageGeneratingFilter.class);
		}
		addChallengeFilters(http);
		addFactorEnrolmentFilter(http);
		http.addFilterBefore(new RequestLocaleFilter(), SecurityContextHolderFilter.class);
	}

	@Override
	protected RequestMatcher createLoginProcessingUrlMatcher(String loginProcessingUrl) {
		return getRequestMatcherBuilder().matcher(HttpMethod.POST, loginProcessingUrl);
	}

	@SuppressWarnings("unchecked")
	private void prepareChallenges(HttpSecurity http) {
		ApplicationContext context = http.getSharedObject(ApplicationContext.class);
		this.settings = this.settingsCustomizer
			.apply(context.getBeanProvider(CognitoLoginSettings.class).getIfUnique(CognitoLoginSettings::withDefaults));
		CognitoChallengeRepository repository = (this.challengeRepository != null) ? this.challengeRepository
				: context.getBeanProvider(CognitoChallengeRepository.class)
					.getIfUnique(HttpSessionCognitoChallengeRepository::new);
		ChallengeSteps steps = new ChallengeSteps(repository, this.challengePage, Clock.systemUTC());
		getAuthenticationFilter().setUsernameFirst(this.settings.usernameFirst());
		getAuthenticationFilter().setPasswordless(this.passwordless);
		getAuthenticationFilter().setChallengeSteps(steps);
		if (this.rememberedDeviceRepository == null) {
			this.rememberedDeviceRepository = context.getBeanProvider(RememberedDeviceRepository.class).getIfUnique();
		}
		if (this.rememberedDeviceRepository != null) {
			getAuthenticationFilter().setRememberedDevices(new RememberedDevices(this.rememberedDeviceRepository,
					context.getBean(CognitoAccountManager.class)));
		}
		ExceptionHandlingConfigurer<HttpSecurity> exceptions = http.getConfigurer(ExceptionHandlingConfigurer.class);
		if (exceptions != null) {
			RequestMatcher answers = challengePageMatcher(HttpMethod.POST);
			exceptions.defaultAccessDeniedHandlerFor(new PageAccessDeniedHandler(answers, this.challengePage), answers);
			if (!this.customFactorEnrolmentPage) {
				RequestMatcher enrolments = getRequestMatcherBuilder().matcher(HttpMethod.POST,
						this.factorEnrolmentPage);
				exceptions.defaultAccessDeniedHandlerFor(
						new PageAccessDeniedHandler(enrolments, FactorEnrolmentPage.address(this.factorEnrolmentPage)),
						enrolments);
			}
		}
	}

	/**
	 * With CSRF protection Spring Security saves no form, so that a login does not lead
	 * back to it; without, it sends the form again after the login.
	 */
	@SuppressWarnings("unchecked")
	private void leadFormsBack(HttpSecurity http) {
		RequestCache pages = http.getSharedObject(RequestCache.class);
		if (pages == null || http.getConfigurer(CsrfConfigurer.class) == null) {
			return;
		}
		RequestCache requestCache = new FormPageRequestCache(pages);
		http.setSharedObject(RequestCache.class, requestCache);
		ExceptionHandlingConfigurer<HttpSecurity> exceptions = http.getConfigurer(ExceptionHandlingConfigurer.class);
		if (exceptions != null) {
			OutdatedFormDeniedHandler outdatedForms = new OutdatedFormDeniedHandler(
					createLoginProcessingUrlMatcher(getLoginProcessingUrl()), getLoginPage(), requestCache,
					getSecurityContextHolderStrategy());
			exceptions.defaultAccessDeniedHandlerFor(outdatedForms, outdatedForms::matches);
		}
	}

	private void addChallengeFilters(HttpSecurity http) {
		CognitoUsernamePasswordAuthenticationFilter loginFilter = getAuthenticationFilter();
		ChallengeSteps steps = loginFilter.challengeSteps();
		steps.setRememberMeParameter(rememberMeParameter(http));
		CognitoChallengeAuthenticationFilter answers = new CognitoChallengeAuthenticationFilter(
				challengePageMatcher(HttpMethod.POST), steps, getLoginPage());
		loginFilter.copySettingsTo(answers);
		answers.setSecurityContextHolderStrategy(getSecurityContextHolderStrategy());
		share(http, SessionAuthenticationStrategy.class, answers::setSessionAuthenticationStrategy);
		share(http, SecurityContextRepository.class, answers::setSecurityContextRepository);
		http.addFilterAfter(postProcess(answers), UsernamePasswordAuthenticationFilter.class);
		ApplicationContext context = http.getSharedObject(ApplicationContext.class);
		ChallengePage generated = this.customChallengePage ? null : new ChallengePage(this.challengePage,
				this.settings.passwordPolicy(), this.rememberedDeviceRepository != null);
		http.addFilterBefore(new ChallengePageFilter(challengePageMatcher(HttpMethod.GET), steps, generated,
				this.settings.authenticatorAppIssuer(), context, getSecurityContextHolderStrategy(), loginFilter),
				DefaultLoginPageGeneratingFilter.class);
		http.addFilterBefore(new PageResourcesFilter(getRequestMatcherBuilder()), ChallengePageFilter.class);
	}

	/**
	 * Where it is known who is logged in, and before the rules of the application.
	 */
	private void addFactorEnrolmentFilter(HttpSecurity http) {
		if (this.customFactorEnrolmentPage) {
			return;
		}
		ApplicationContext context = http.getSharedObject(ApplicationContext.class);
		http.addFilterBefore(
				new FactorEnrolmentFilter(getRequestMatcherBuilder().matcher(HttpMethod.GET, this.factorEnrolmentPage),
						getRequestMatcherBuilder().matcher(HttpMethod.POST, this.factorEnrolmentPage),
						factorEnrolment(context), generatedFactorEnrolmentPage(http),
						getAuthenticationFilter().failureHandler(), context),
				AuthorizationFilter.class);
	}

	private FactorEnrolmentPage generatedFactorEnrolmentPage(HttpSecurity http) {
		CognitoPasskeysConfigurer passkeys = http.getConfigurer(CognitoPasskeysConfigurer.class);
		return new FactorEnrolmentPage(this.factorEnrolmentPage, getLoginPage(),
				(passkeys != null) ? passkeys.passkeysPage() : null, this.settings.authenticatorAppIssuer());
	}

	private FactorEnrolment factorEnrolment(ApplicationContext context) {
		return new FactorEnrolment(this.factorEnrolmentPage, context.getBeanProvider(CognitoAccountManager.class),
				getSecurityContextHolderStrategy());
	}

	private static <T> void share(HttpSecurity http, Class<T> type, Consumer<T> consumer) {
		T shared = http.getSharedObject(type);
		if (shared != null) {
			consumer.accept(shared);
		}
	}

	private RequestMatcher challengePageMatcher(HttpMethod method) {
		return getRequestMatcherBuilder().matcher(method, this.challengePage);
	}

	/**
	 * Enables Spring Security's page although ours stands before it: the generated logout
	 * page and the stylesheet come with it.
	 */
	private void enableGeneratedPages(HttpSecurity http) {
		DefaultLoginPageGeneratingFilter springPage = http.getSharedObject(DefaultLoginPageGeneratingFilter.class);
		if (springPage != null && !isCustomLoginPage()) {
			springPage.setFormLoginEnabled(true);
			springPage.setUsernameParameter(getAuthenticationFilter().getUsernameParameter());
			springPage.setPasswordParameter(getAuthenticationFilter().getPasswordParameter());
			springPage.setLoginPageUrl(getLoginPage());
			springPage.setFailureUrl(getFailureUrl());
			springPage.setAuthenticationUrl(getLoginProcessingUrl());
		}
	}

	/**
	 * As form login does for the factor password: where a rule asks for a factor, the
	 * login page is where to get it, and a program is told which it is.
	 */
	@SuppressWarnings("unchecked")
	private void registerEntryPointsForMissingFactors(HttpSecurity http) {
		ExceptionHandlingConfigurer<HttpSecurity> exceptions = http.getConfigurer(ExceptionHandlingConfigurer.class);
		if (exceptions == null) {
			return;
		}
		ApplicationContext context = http.getSharedObject(ApplicationContext.class);
		RequestMatcher pages = new AndRequestMatcher(getAuthenticationEntryPointMatcher(http),
				new NegatedRequestMatcher(ApiRequests::isProgram));
		FactorEnrolment enrolment = factorEnrolment(context);
		for (String authority : CognitoFactors.authorities()) {
			exceptions.defaultDeniedHandlerForMissingAuthority(
					(builder) -> builder.addEntryPointFor(missingFactorPage(authority, enrolment), pages)
						.addEntryPointFor(new MissingFactorProblem(authority, context), ApiRequests::isProgram),
					authority);
		}
	}

	/**
	 * For the password it is Spring Security's own, whose generated page knows what it
	 * says.
	 */
	private AuthenticationEntryPoint missingFactorPage(String authority, FactorEnrolment enrolment) {
		return authority.equals(FactorGrantedAuthority.PASSWORD_AUTHORITY) ? getAuthenticationEntryPoint()
				: new MissingFactorPage(authority, getLoginPage(), enrolment);
	}

	/**
	 * Whether another login is on the page, which Spring Security's page tells only in
	 * this roundabout way.
	 */
	private static boolean isShared(DefaultLoginPageGeneratingFilter springPage) {
		springPage.setFormLoginEnabled(false);
		boolean shared = springPage.isEnabled();
		springPage.setFormLoginEnabled(true);
		return shared;
	}

	private LoginPageGeneratingFilter loginPageFilter(HttpSecurity http) {
		LoginPage page = new LoginPage(getLoginProcessingUrl(), getAuthenticationFilter().getUsernameParameter(),
				this.settings.usernameFirst() ? null : getAuthenticationFilter().getPasswordParameter(),
				this.passwordless, rememberMeParameter(http),
				new WaysOn(this.settings.confirmPage(), this.settings.forgotPasswordPage()));
		return new LoginPageGeneratingFilter(getRequestMatcherBuilder().matcher(HttpMethod.GET, getLoginPage()), page,
				http.getSharedObject(ApplicationContext.class));
	}

	private static @Nullable String rememberMeParameter(HttpSecurity http) {
		return (http.getSharedObject(RememberMeServices.class) instanceof AbstractRememberMeServices services)
				? services.getParameter() : null;
	}

}

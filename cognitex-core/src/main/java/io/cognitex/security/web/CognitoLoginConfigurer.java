package io.cognitex.security.web;

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
import org.springframework.security.config.annotation.web.configurers.ExceptionHandlingConfigurer;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.authentication.RememberMeServices;
import org.springframework.security.web.authentication.rememberme.AbstractRememberMeServices;
import org.springframework.security.web.authentication.ui.DefaultLoginPageGeneratingFilter;
import org.springframework.security.web.util.matcher.RequestMatcher;

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
 * <li>A login for which Cognito asks another step fails with a text that says so. Nobody
 * is logged in.</li>
 * </ul>
 *
 * <h2>Security Filters</h2>
 * <ul>
 * <li>{@link CognitoUsernamePasswordAuthenticationFilter}</li>
 * <li>a filter that generates the login page, unless the application has one</li>
 * </ul>
 *
 * <h2>Beans used</h2> A lone {@link CognitoAuthenticationProvider} bean or an
 * {@link AuthenticationManager} bean is used by Spring Security itself. Where there is
 * neither, a provider is added to this filter chain: the
 * {@link CognitoAuthenticationProvider} bean, or one that is made from the
 * {@link CognitoAccountManager} bean and the {@link CognitoAuthoritiesMapper} bean, if
 * there is one. Do not add another by {@code http.authenticationProvider(...)}: each
 * wrong password would be sent twice.
 */
public final class CognitoLoginConfigurer extends
		AbstractAuthenticationFilterConfigurer<HttpSecurity, CognitoLoginConfigurer, CognitoUsernamePasswordAuthenticationFilter> {

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

	@Override
	public void init(HttpSecurity http) {
		super.init(http);
		enableGeneratedPages(http);
		registerEntryPointsForMissingFactors(http);
		ProviderRegistration.register(http, this::postProcess);
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
	}

	@Override
	protected RequestMatcher createLoginProcessingUrlMatcher(String loginProcessingUrl) {
		return getRequestMatcherBuilder().matcher(HttpMethod.POST, loginProcessingUrl);
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
		RequestMatcher pages = getAuthenticationEntryPointMatcher(http);
		for (String authority : CognitoFactors.authorities()) {
			exceptions
				.defaultDeniedHandlerForMissingAuthority(
						(builder) -> builder.addEntryPointFor(missingFactorPage(authority), pages)
							.addEntryPointFor(new MissingFactorProblem(authority, context), ApiRequests::isApi),
						authority);
		}
	}

	/**
	 * For the password it is Spring Security's own, whose generated page knows what it
	 * says.
	 */
	private AuthenticationEntryPoint missingFactorPage(String authority) {
		return authority.equals(FactorGrantedAuthority.PASSWORD_AUTHORITY) ? getAuthenticationEntryPoint()
				: new MissingFactorPage(authority, getLoginPage());
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
				getAuthenticationFilter().getPasswordParameter(), rememberMeParameter(http));
		return new LoginPageGeneratingFilter(getRequestMatcherBuilder().matcher(HttpMethod.GET, getLoginPage()), page,
				http.getSharedObject(ApplicationContext.class));
	}

	private static @Nullable String rememberMeParameter(HttpSecurity http) {
		return (http.getSharedObject(RememberMeServices.class) instanceof AbstractRememberMeServices services)
				? services.getParameter() : null;
	}

}

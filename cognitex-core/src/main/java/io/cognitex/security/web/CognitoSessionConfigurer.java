package io.cognitex.security.web;

import java.util.List;
import java.util.function.Supplier;

import io.cognitex.CognitoAccountManager;
import io.cognitex.security.CognitoAuthoritiesMapper;
import io.cognitex.security.CognitoTokenRefresher;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationContext;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.ExceptionHandlingConfigurer;
import org.springframework.security.config.annotation.web.configurers.LogoutConfigurer;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.security.web.authentication.logout.LogoutSuccessEventPublishingLogoutHandler;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.session.ConcurrentSessionFilter;
import org.springframework.util.Assert;

/**
 * Makes the logins of sessions last. {@link CognitoLoginConfigurer} and
 * {@link CognitoJsonLoginConfigurer} add it; a chain that has neither, and goes by the
 * sessions that another one began, needs it itself:
 *
 * <pre class="code">
 * http.with(new CognitoSessionConfigurer());
 * </pre>
 *
 * <ul>
 * <li>The first request for which it is time gets new tokens, and makes the user anew
 * from them: attributes, groups, authorities. Other requests of the session do not
 * wait.</li>
 * <li>A login that Cognito does not refresh (revoked, expired, user disabled or deleted)
 * ends its session with a {@link io.cognitex.security.CognitoSessionEndedEvent}, and the
 * request is one of nobody: it leads to the login page, or is answered 401.</li>
 * <li>While Cognito cannot be asked, requests go on with the access token until it runs
 * out, and are then answered 503.</li>
 * <li>A logout tells Cognito.</li>
 * </ul>
 *
 * <h2>Security Filters</h2> One after {@link ConcurrentSessionFilter}.
 *
 * <h2>Beans used</h2> {@link CognitoSessionSettings}, {@link CognitoTokenRefresher} or
 * {@link CognitoAccountManager} and {@link CognitoAuthoritiesMapper}.
 */
public final class CognitoSessionConfigurer extends AbstractHttpConfigurer<CognitoSessionConfigurer, HttpSecurity> {

	private final Pause pause;

	private @Nullable CognitoSessionSettings settings;

	/**
	 * Sessions as the {@link CognitoSessionSettings} bean says, or as by default.
	 */
	public CognitoSessionConfigurer() {
		this(Thread::sleep);
	}

	CognitoSessionConfigurer(Pause pause) {
		this.pause = pause;
	}

	/**
	 * Adds one to a filter chain that has none.
	 */
	static void addTo(HttpSecurity http) {
		if (http.getConfigurer(CognitoSessionConfigurer.class) == null) {
			http.with(new CognitoSessionConfigurer());
		}
	}

	/**
	 * Uses these settings in place of those of the bean.
	 * @param settings the settings
	 * @return this configurer
	 */
	public CognitoSessionConfigurer settings(CognitoSessionSettings settings) {
		Assert.notNull(settings, "settings cannot be null");
		this.settings = settings;
		return this;
	}

	@Override
	@SuppressWarnings("unchecked")
	public void init(HttpSecurity http) {
		ApplicationContext context = http.getSharedObject(ApplicationContext.class);
		ExceptionHandlingConfigurer<HttpSecurity> exceptions = http.getConfigurer(ExceptionHandlingConfigurer.class);
		if (exceptions != null) {
			exceptions.defaultAuthenticationEntryPointFor(postProcess(new AuthenticationProblemEntryPoint(context)),
					(request) -> SessionEnd.hasEnded(request) && ApiRequests.isApi(request));
		}
		LogoutConfigurer<HttpSecurity> logout = http.getConfigurer(LogoutConfigurer.class);
		if (logout != null) {
			CognitoSessionSettings settings = settings(context);
			context.getBeanProvider(CognitoAccountManager.class)
				.ifUnique((accounts) -> logout.addLogoutHandler(
						new CognitoLogoutHandler(accounts, settings.signOut(), settings.signOutTimeout())));
		}
	}

	@Override
	public void configure(HttpSecurity http) {
		ApplicationContext context = http.getSharedObject(ApplicationContext.class);
		CognitoSessionSettings settings = settings(context);
		CognitoTokenRefresher refresher = refresher(context, settings);
		if (settings.refresh() && refresher != null) {
			SessionEnd end = new SessionEnd(logoutHandlers(http), getSecurityContextHolderStrategy(), context);
			SessionRefresh refresh = new SessionRefresh(refresher, new RefreshTimes(settings), repository(http), end,
					getSecurityContextHolderStrategy(), context, this.pause);
			http.addFilterAfter(new SessionRefreshFilter(refresh, getSecurityContextHolderStrategy(), context),
					ConcurrentSessionFilter.class);
		}
	}

	private CognitoSessionSettings settings(ApplicationContext context) {
		return (this.settings != null) ? this.settings : context.getBeanProvider(CognitoSessionSettings.class)
			.getIfUnique(CognitoSessionSettings::withDefaults);
	}

	/**
	 * An application whose users come from elsewhere, as in a test, may have no user
	 * pool.
	 */
	private static @Nullable CognitoTokenRefresher refresher(ApplicationContext context,
			CognitoSessionSettings settings) {
		CognitoTokenRefresher refresher = context.getBeanProvider(CognitoTokenRefresher.class).getIfUnique();
		CognitoAccountManager accounts = context.getBeanProvider(CognitoAccountManager.class).getIfUnique();
		if (refresher != null || accounts == null) {
			return refresher;
		}
		CognitoAuthoritiesMapper mapper = context.getBeanProvider(CognitoAuthoritiesMapper.class)
			.getIfUnique(CognitoAuthoritiesMapper::withDefaults);
		return new CognitoTokenRefresher(accounts, mapper, settings.clock());
	}

	private static SecurityContextRepository repository(HttpSecurity http) {
		SecurityContextRepository shared = http.getSharedObject(SecurityContextRepository.class);
		return (shared != null) ? shared : new HttpSessionSecurityContextRepository();
	}

	/**
	 * Those of the chain, which are complete only when it is built.
	 */
	@SuppressWarnings("unchecked")
	private static Supplier<List<LogoutHandler>> logoutHandlers(HttpSecurity http) {
		LogoutConfigurer<HttpSecurity> logout = http.getConfigurer(LogoutConfigurer.class);
		if (logout == null) {
			return () -> List.of(new SecurityContextLogoutHandler());
		}
		return () -> logout.getLogoutHandlers().stream().filter(CognitoSessionConfigurer::isForAnyEnd).toList();
	}

	private static boolean isForAnyEnd(LogoutHandler handler) {
		return !(handler instanceof CognitoLogoutHandler)
				&& !(handler instanceof LogoutSuccessEventPublishingLogoutHandler);
	}

}

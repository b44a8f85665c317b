package io.cognitex.security.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

import io.cognitex.CognitoAccountManager;
import io.cognitex.CognitoTokens;
import io.cognitex.embedded.EmbeddedCognito;
import io.cognitex.security.CognitoAuthentication;
import io.cognitex.security.EmbeddedClock;
import io.cognitex.security.web.Interleaving.Point;
import io.cognitex.security.web.Interleaving.Task;
import jakarta.servlet.Filter;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.context.annotation.AnnotatedBeanDefinitionReader;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.web.context.support.GenericWebApplicationContext;

/**
 * One of several instances of an application: filters of its own, Spring Session's before
 * those of Spring Security, over a store that all have.
 */
final class TestNode implements AutoCloseable {

	private final String name;

	private final MockServletContext servletContext = new MockServletContext();

	private final GenericWebApplicationContext context = new GenericWebApplicationContext(this.servletContext);

	private final CopyingSessionStore store;

	private final IssuedLogins issued;

	private final Interleaving interleaving;

	private final SteppedCognito cognito;

	private final Clock clock;

	private final SessionRepositoryFilter<?> sessions;

	private final Filter security;

	private volatile Instant unansweredAt = Instant.MIN;

	TestNode(String name, EmbeddedCognito pool, CopyingSessionStore store, IssuedLogins issued,
			Interleaving interleaving) {
		this.name = name;
		this.store = store;
		this.issued = issued;
		this.interleaving = interleaving;
		this.cognito = new SteppedCognito(pool, interleaving, this, issued);
		this.clock = new EmbeddedClock(pool);
		CognitoAccountManager accounts = CognitoAccountManager.builder()
			.userPoolId(pool.userPoolId())
			.clientId(pool.clientId())
			.client(() -> this.cognito)
			.issuer(pool.issuer())
			.clock(this.clock)
			.build();
		CognitoSessionSettings settings = new CognitoSessionSettings(true, Duration.ofSeconds(60), Duration.ZERO,
				CognitoSignOut.REVOKE_TOKEN, Duration.ofSeconds(30), this.clock);
		new AnnotatedBeanDefinitionReader(this.context).register(Configuration.class);
		this.context.registerBean(CognitoAccountManager.class, () -> accounts);
		this.context.registerBean(SecurityFilterChain.class, () -> filterChain(settings));
		this.context.refresh();
		this.security = this.context.getBean("springSecurityFilterChain", Filter.class);
		this.sessions = new SessionRepositoryFilter<>(store.of(this));
	}

	private SecurityFilterChain filterChain(CognitoSessionSettings settings) {
		return this.context.getBean(HttpSecurity.class)
			.csrf(CsrfConfigurer::disable)
			.authorizeHttpRequests((requests) -> requests.anyRequest().authenticated())
			.with(new CognitoSessionConfigurer(this::pause).settings(settings))
			.with(new CognitoLoginConfigurer())
			.build();
	}

	private void pause(long millis) {
		this.interleaving.reach(Point.PAUSE, this);
	}

	/**
	 * Answers a request.
	 * @param parameters names and values in turn
	 */
	Answer answer(String method, String path, @Nullable String sessionId, String... parameters) {
		MockHttpServletRequest request = new MockHttpServletRequest(this.servletContext, method, path);
		request.addHeader("Accept", "text/html");
		if (sessionId != null) {
			request.setCookies(new Cookie("SESSION", encoded(sessionId)));
		}
		for (int i = 0; i < parameters.length; i += 2) {
			request.addParameter(parameters[i], parameters[i + 1]);
		}
		MockHttpServletResponse response = new MockHttpServletResponse();
		try {
			this.sessions.doFilter(request, response, (inSession, out) -> {
				((HttpServletRequest) inSession).getSession(false);
				this.interleaving.reach(Point.FILTER, this);
				this.security.doFilter(inSession, out, this::handle);
			});
		}
		catch (IOException | ServletException | RuntimeException ex) {
			return new Answer(500, null, null, ex);
		}
		return new Answer(response.getStatus(), response.getRedirectedUrl(), response.getCookie("SESSION"), null);
	}

	private void handle(ServletRequest request, ServletResponse response) {
		CognitoTokens tokens = ((CognitoAuthentication) SecurityContextHolder.getContext().getAuthentication())
			.getTokens();
		if (!isGood(tokens)) {
			throw new IllegalStateException("The application got an access token that has run out");
		}
		Task task = this.interleaving.current();
		if (task != null && this.store.tokens(task.sessionId()) != null && !this.store.hasHad(tokens.refreshToken())) {
			throw new IllegalStateException("The application got tokens that were not stored");
		}
		this.interleaving.reach(Point.HANDLE, this);
		((HttpServletResponse) response).setStatus(200);
	}

	/**
	 * Comes back after it died. Other than that of a real node, its memory of an outage
	 * stays.
	 */
	void restart() {
		this.servletContext.removeAttribute(RefreshesInProgress.class.getName());
		this.unansweredAt = this.clock.instant();
	}

	/**
	 * Whether it may leave the pool alone for a moment, because it had no answer.
	 */
	boolean remembersAnOutage() {
		return this.unansweredAt != Instant.MIN;
	}

	/**
	 * Forgets outages that are known to be over.
	 */
	void forget() {
		this.unansweredAt = Instant.MIN;
	}

	/**
	 * From now on a moment passes until the pool is asked again.
	 */
	void hasNoAnswer() {
		this.unansweredAt = this.clock.instant();
		look();
	}

	/**
	 * Whether it could not ask the pool since a moment, or a little before.
	 */
	boolean hadNoAnswerSince(Instant time) {
		return !this.unansweredAt.isBefore(time);
	}

	/**
	 * The request of this thread asks the pool for new tokens.
	 */
	void asks(String refreshToken) {
		Task task = this.interleaving.current();
		if (task != null) {
			CognitoTokens tokens = this.store.tokens(task.sessionId());
			task.asks(refreshToken, (tokens != null) ? tokens.refreshToken() : null);
		}
	}

	/**
	 * The request of this thread stores new tokens.
	 */
	void stores(CognitoTokens tokens) {
		Task task = this.interleaving.current();
		String before = this.issued.before(tokens.refreshToken());
		if (task != null && before != null) {
			task.replaces(before);
		}
	}

	/**
	 * Lets the request of this thread see the store as it is.
	 */
	void look() {
		Task task = this.interleaving.current();
		if (task != null) {
			task.sees(this.store.tokens(task.sessionId()));
		}
	}

	private boolean isGood(CognitoTokens tokens) {
		return this.clock.instant().isBefore(tokens.expiresAt());
	}

	private static String encoded(String sessionId) {
		return Base64.getEncoder().encodeToString(sessionId.getBytes(StandardCharsets.UTF_8));
	}

	@Override
	public String toString() {
		return this.name;
	}

	@Override
	public void close() {
		this.context.close();
		this.cognito.close();
	}

	/**
	 * What a request was answered.
	 *
	 * @param status the HTTP status; 500 if something was thrown
	 * @param location where to go
	 * @param cookie the cookie of the session, if it is another
	 * @param failure what was thrown
	 */
	record Answer(int status, @Nullable String location, @Nullable Cookie cookie, @Nullable Exception failure) {

		boolean isServed() {
			return this.status == 200;
		}

		/**
		 * Whether it is the answer to somebody who is not logged in.
		 */
		boolean isNobodys() {
			return "/login".equals(this.location);
		}

		boolean isLogout() {
			return "/login?logout".equals(this.location);
		}

		String sessionId() {
			return new String(Base64.getDecoder().decode(this.cookie.getValue()), StandardCharsets.UTF_8);
		}

	}

	@EnableWebSecurity
	static class Configuration {

	}

}

package io.cognitex.security.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

import io.cognitex.CognitoError;
import io.cognitex.CognitoException;
import io.cognitex.CognitoTokens;
import io.cognitex.TestClock;
import io.cognitex.security.CognitoAuthentication;
import io.cognitex.security.CognitoAuthoritiesMapper;
import io.cognitex.security.CognitoPrincipal;
import io.cognitex.security.CognitoTokenRefresher;
import io.cognitex.security.StubAccountManager;
import io.cognitex.security.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.mock.web.MockServletContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.session.MapSession;
import org.springframework.session.MapSessionRepository;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for a session that several nodes have in one store, with a pool that does what a
 * test needs in the middle of a refresh.
 */
class SharedSessionRefreshTests {

	private static final String KEY = HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY;

	private static final Instant LATER = Instant.parse("2036-01-01T00:00:00Z");

	private static final CognitoPrincipal ALICE = new CognitoPrincipal("alice", TestTokens.SUBJECT, List.of(), Map.of(),
			List.of());

	private final Map<String, Session> sessions = new ConcurrentHashMap<>();

	private final MapSessionRepository store = new MapSessionRepository(this.sessions);

	private final List<String> ends = new ArrayList<>();

	private final List<String> events = new ArrayList<>();

	private SessionRepository<MapSession> repository = this.store;

	private Pause pause = Thread::sleep;

	private String sessionId;

	private SecurityContext before;

	@BeforeEach
	void logIn() {
		MapSession session = this.store.createSession();
		this.sessionId = session.getId();
		this.before = login("old", Instant.EPOCH);
		session.setAttribute(KEY, this.before);
		this.store.save(session);
	}

	@Test
	void refreshWhenRefusedForGoodThenSessionEnds() {
		SecurityContext after = refresh((tokens) -> {
			throw new CognitoException(CognitoError.NOT_AUTHORIZED, "Refresh Token has been revoked");
		});

		assertThat(after.getAuthentication()).isNull();
		assertThat(this.ends).containsExactly("alice");
	}

	@Test
	void refreshWhenAnotherNodeHasRotatedAndStoredThenItsTokensAreUsed() {
		SecurityContext after = refresh((tokens) -> {
			store(login("others", LATER));
			throw new CognitoException(CognitoError.REFRESH_TOKEN_REUSE, "reused");
		});

		assertThat(refreshToken(after)).isEqualTo("others");
		assertThat(this.ends).isEmpty();
	}

	@Test
	void refreshWhenAnotherNodeStoresALittleLaterThenItIsWaitedFor() {
		Thread other = new Thread(() -> store(login("others", LATER)));

		SecurityContext after = refresh((tokens) -> {
			other.start();
			throw new CognitoException(CognitoError.REFRESH_TOKEN_REUSE, "reused");
		});

		assertThat(refreshToken(after)).isEqualTo("others");
		assertThat(this.ends).isEmpty();
	}

	@Test
	void refreshWhenNobodyStoresAndTokenHasRunOutThenSessionEnds() {
		this.pause = (millis) -> {
		};

		SecurityContext after = refresh((tokens) -> {
			throw new CognitoException(CognitoError.REFRESH_TOKEN_REUSE, "reused");
		});

		assertThat(after.getAuthentication()).isNull();
		assertThat(this.ends).containsExactly("alice");
	}

	@Test
	void refreshWhenAnotherNodeTakesItsTimeThenTokenIsUsedUntilItRunsOut() {
		this.before = login("old", Instant.now().plusSeconds(30));
		store(this.before);
		this.pause = (millis) -> {
			throw new AssertionError("waits");
		};

		SecurityContext after = refresh((tokens) -> {
			throw new CognitoException(CognitoError.REFRESH_TOKEN_REUSE, "reused");
		});

		assertThat(refreshToken(after)).isEqualTo("old");
		assertThat(this.ends).isEmpty();
	}

	@Test
	void refreshWhenTheNewTokenIsNotStoredYetThenPoolIsLeftAloneForAMoment() {
		AtomicInteger calls = new AtomicInteger();
		TestClock clock = new TestClock(Instant.now());
		this.before = login("old", clock.instant().plusSeconds(30));
		store(this.before);
		SessionRefresh refresh = sessionRefresh((tokens) -> {
			calls.incrementAndGet();
			throw new CognitoException(CognitoError.REFRESH_TOKEN_REUSE, "reused");
		}, clock);

		refresh(refresh);
		clock.advance(Duration.ofSeconds(4));
		refresh(refresh);
		assertThat(calls).hasValue(1);
		clock.advance(Duration.ofSeconds(1));
		refresh(refresh);

		assertThat(calls).hasValue(2);
	}

	@Test
	void refreshWhenAnotherNodeHasStoredNewerTokensMeanwhileThenTheyAreNotOverwritten() {
		SecurityContext after = refresh((tokens) -> {
			store(login("others", LATER));
			return issued("mine");
		});

		assertThat(refreshToken(after)).isEqualTo("others");
		assertThat(refreshToken(stored())).isEqualTo("others");
	}

	@Test
	void refreshWhenLoggedOutMeanwhileThenNothingIsStored() {
		SecurityContext after = refresh((tokens) -> {
			this.store.deleteById(this.sessionId);
			return issued("mine");
		});

		assertThat(after.getAuthentication()).isNull();
		assertThat(this.store.findById(this.sessionId)).isNull();
	}

	@Test
	void refreshWhenAnotherNodeHasRefreshedBeforeThenNoCall() {
		store(login("others", LATER));

		SecurityContext after = refresh((tokens) -> {
			throw new AssertionError("asked");
		});

		assertThat(refreshToken(after)).isEqualTo("others");
	}

	@Test
	void refreshWhenItIsTimeThenNewTokensAreInTheStoreAtOnce() {
		SecurityContext after = refresh((tokens) -> issued("mine"));

		assertThat(refreshToken(after)).isEqualTo("mine");
		assertThat(refreshToken(stored())).isEqualTo("mine");
	}

	/**
	 * Each further read before it stores is a moment in which another node can.
	 */
	@Test
	void refreshWhenItIsTimeThenStoreIsReadOnceBeforeTheCallAndOnceBeforeStoring() {
		List<String> order = new ArrayList<>();
		this.repository = new MapSessionRepository(this.sessions) {

			@Override
			public MapSession findById(String id) {
				order.add("read");
				return super.findById(id);
			}

			@Override
			public void save(MapSession session) {
				order.add("store");
				super.save(session);
			}

		};

		refresh((tokens) -> {
			order.add("call");
			return issued("mine");
		});

		assertThat(order).containsExactly("read", "call", "read", "store");
	}

	@Test
	void refreshWhenPoolCannotBeAskedAndNobodyHasThenUnavailable() {
		assertThatExceptionOfType(SessionUnavailableException.class).isThrownBy(() -> refresh((tokens) -> {
			throw new CognitoException(CognitoError.INTERNAL_ERROR, "Something went wrong");
		}));
	}

	@Test
	void refreshWhenPoolCannotBeAskedAndAnotherNodeHasThenItsTokensAreUsed() {
		SecurityContext after = refresh((tokens) -> {
			store(login("others", LATER));
			throw new CognitoException(CognitoError.INTERNAL_ERROR, "Something went wrong");
		});

		assertThat(refreshToken(after)).isEqualTo("others");
	}

	@Test
	void refreshWhenStoreFailsForAMomentThenNewTokensAreNotLost() {
		this.repository = failing(2, false);

		SecurityContext after = refresh((tokens) -> issued("mine"));

		assertThat(refreshToken(after)).isEqualTo("mine");
		assertThat(refreshToken(stored())).isEqualTo("mine");
		assertThat(this.events).containsExactly("CognitoSessionRefreshedEvent");
	}

	@Test
	void refreshWhenStoreFailsAfterItHasStoredThenNewTokensAreUsed() {
		this.repository = failing(1, true);

		SecurityContext after = refresh((tokens) -> issued("mine"));

		assertThat(refreshToken(after)).isEqualTo("mine");
		assertThat(this.events).containsExactly("CognitoSessionRefreshedEvent");
	}

	@Test
	void refreshWhenStoreKeepsFailingThenFailure() {
		this.repository = failing(100, false);
		this.pause = (millis) -> {
		};

		assertThatIllegalStateException().isThrownBy(() -> refresh((tokens) -> issued("mine")));

		assertThat(this.ends).isEmpty();
		assertThat(this.events).isEmpty();
	}

	/**
	 * As {@code RedisSessionRepository} does.
	 */
	@Test
	void refreshWhenStoreRefusesASessionThatHasEndedThenNobodyIsLoggedIn() {
		this.repository = new MapSessionRepository(this.sessions) {

			@Override
			public void save(MapSession session) {
				deleteById(session.getId());
				throw new IllegalStateException("Session was invalidated");
			}

		};

		SecurityContext after = refresh((tokens) -> issued("mine"));

		assertThat(after.getAuthentication()).isNull();
		assertThat(this.store.findById(this.sessionId)).isNull();
		assertThat(this.events).isEmpty();
	}

	private MapSessionRepository failing(int times, boolean afterwards) {
		AtomicInteger left = new AtomicInteger(times);
		return new MapSessionRepository(this.sessions) {

			@Override
			public void save(MapSession session) {
				boolean fails = left.getAndDecrement() > 0;
				if (!fails || afterwards) {
					super.save(session);
				}
				if (fails) {
					throw new IllegalStateException("the store does not answer");
				}
			}

		};
	}

	/**
	 * A request to a node that has read the session before all else.
	 */
	private SecurityContext refresh(Function<CognitoTokens, CognitoTokens> pool) {
		return refresh(sessionRefresh(pool, Clock.systemUTC()));
	}

	private SessionRefresh sessionRefresh(Function<CognitoTokens, CognitoTokens> pool, Clock clock) {
		CognitoSessionSettings settings = CognitoSessionSettings.withDefaults().withClock(clock);
		CognitoTokenRefresher refresher = new CognitoTokenRefresher(new StubAccountManager().refreshing(pool),
				CognitoAuthoritiesMapper.withDefaults());
		SessionEnd end = new SessionEnd(
				() -> List
					.of((request, response, authentication) -> this.ends.add(String.valueOf(authentication.getName()))),
				SecurityContextHolder.getContextHolderStrategy(), (event) -> {
				});
		return new SessionRefresh(refresher, new RefreshTimes(settings), new HttpSessionSecurityContextRepository(),
				end, SecurityContextHolder.getContextHolderStrategy(),
				(event) -> this.events.add(event.getClass().getSimpleName()), this.pause);
	}

	private SecurityContext refresh(SessionRefresh refresh) {
		MockServletContext node = new MockServletContext();
		MockHttpServletRequest request = new MockHttpServletRequest(node);
		request.setSession(new MockHttpSession(node, this.sessionId));
		request.setAttribute(SessionRepository.class.getName(), this.repository);
		return refresh.refresh(this.before, request, new MockHttpServletResponse());
	}

	private void store(SecurityContext context) {
		MapSession session = this.store.findById(this.sessionId);
		session.setAttribute(KEY, context);
		this.store.save(session);
	}

	private SecurityContext stored() {
		return this.store.findById(this.sessionId).getAttribute(KEY);
	}

	private static SecurityContext login(String refreshToken, Instant expiresAt) {
		return new SecurityContextImpl(new CognitoAuthentication(ALICE, tokens(refreshToken, expiresAt), List.of()));
	}

	private static CognitoTokens issued(String refreshToken) {
		return tokens(refreshToken, LATER);
	}

	private static CognitoTokens tokens(String refreshToken, Instant expiresAt) {
		CognitoTokens tokens = TestTokens.tokens();
		return new CognitoTokens(tokens.accessToken(), tokens.idToken(), refreshToken, expiresAt);
	}

	private static String refreshToken(SecurityContext context) {
		return ((CognitoAuthentication) context.getAuthentication()).getTokens().refreshToken();
	}

}

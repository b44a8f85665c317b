package io.cognitex.security.web;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;

import io.cognitex.CognitoTokens;
import io.cognitex.security.CognitoAuthentication;
import io.cognitex.security.web.Interleaving.Outcome;
import io.cognitex.security.web.Interleaving.Point;
import io.cognitex.security.web.Interleaving.Task;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.session.MapSession;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

/**
 * A session store as those of Spring Session are with JDBC and Redis: a session is a copy
 * that is made of bytes when it is read, of which what was set is written when it is
 * saved.
 */
final class CopyingSessionStore {

	private static final String LOGIN = HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY;

	private final Interleaving interleaving;

	private final Map<String, Map<String, byte[]>> sessions = new HashMap<>();

	private BiConsumer<CognitoTokens, CognitoTokens> listener = (before, after) -> {
	};

	private final Set<String> refreshTokens = ConcurrentHashMap.newKeySet();

	private boolean refusesWhatIsGone;

	CopyingSessionStore(Interleaving interleaving) {
		this.interleaving = interleaving;
	}

	/**
	 * Tells a listener of each login that replaces another, before it does.
	 */
	void tell(BiConsumer<CognitoTokens, CognitoTokens> listener) {
		this.listener = listener;
	}

	/**
	 * Whether saving a session that was deleted is an error, as it is with
	 * {@code RedisSessionRepository}, or does nothing, as with
	 * {@code JdbcIndexedSessionRepository}.
	 */
	void refuseWhatIsGone(boolean refuses) {
		this.refusesWhatIsGone = refuses;
	}

	/**
	 * What a node knows of the store.
	 */
	SessionRepository<Copy> of(TestNode node) {
		return new View(node);
	}

	synchronized Set<String> ids() {
		return Set.copyOf(this.sessions.keySet());
	}

	/**
	 * Who is logged in by a session.
	 */
	@Nullable CognitoTokens tokens(String id) {
		byte[] login = bytes(id).get(LOGIN);
		return (login != null) ? tokens(read(login)) : null;
	}

	/**
	 * Whether a refresh token was ever stored.
	 */
	boolean hasHad(String refreshToken) {
		return this.refreshTokens.contains(refreshToken);
	}

	synchronized Map<String, Map<String, byte[]>> contents() {
		return Map.copyOf(this.sessions);
	}

	synchronized void restore(Map<String, Map<String, byte[]>> contents) {
		this.sessions.clear();
		this.sessions.putAll(contents);
	}

	private synchronized Map<String, byte[]> bytes(String id) {
		return this.sessions.getOrDefault(id, Map.of());
	}

	private synchronized @Nullable Copy find(String id) {
		Map<String, byte[]> attributes = this.sessions.get(id);
		if (attributes == null) {
			return null;
		}
		MapSession session = new MapSession(id);
		attributes.forEach((name, value) -> session.setAttribute(name, read(value)));
		return new Copy(session, false);
	}

	private synchronized void write(Copy copy) {
		Map<String, byte[]> before = this.sessions.get(copy.originalId);
		if (before == null && !copy.isNew) {
			if (this.refusesWhatIsGone) {
				throw new IllegalStateException("Session was invalidated");
			}
			return;
		}
		Map<String, byte[]> after = (before != null) ? new HashMap<>(before) : new HashMap<>();
		copy.changes.forEach((name, value) -> {
			if (value == null) {
				after.remove(name);
				return;
			}
			if (name.equals(LOGIN) && before != null && before.containsKey(LOGIN)) {
				this.listener.accept(tokens(read(before.get(LOGIN))), tokens(value));
			}
			if (name.equals(LOGIN)) {
				this.refreshTokens.add(tokens(value).refreshToken());
			}
			after.put(name, bytes(value));
		});
		this.sessions.remove(copy.originalId);
		this.sessions.put(copy.getId(), Map.copyOf(after));
		copy.isSaved();
	}

	private synchronized void delete(String id) {
		this.sessions.remove(id);
	}

	private static CognitoTokens tokens(Object context) {
		return ((CognitoAuthentication) ((SecurityContext) context).getAuthentication()).getTokens();
	}

	private static byte[] bytes(Object value) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
			out.writeObject(value);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return bytes.toByteArray();
	}

	private static Object read(byte[] bytes) {
		try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
			return in.readObject();
		}
		catch (IOException | ClassNotFoundException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * The store could not be reached for a moment.
	 */
	@SuppressWarnings("serial")
	static final class StoreFailed extends RuntimeException {

		StoreFailed() {
			super("the store does not answer");
		}

	}

	private final class View implements SessionRepository<Copy> {

		private final TestNode node;

		private View(TestNode node) {
			this.node = node;
		}

		@Override
		public Copy createSession() {
			return new Copy(new MapSession(), true);
		}

		@Override
		public @Nullable Copy findById(String id) {
			Task task = CopyingSessionStore.this.interleaving.current();
			if (task == null || task.point() != Point.COMMIT) {
				reach(Point.READ);
				this.node.look();
			}
			return find(id);
		}

		@Override
		public void save(Copy session) {
			Object login = session.changes.get(LOGIN);
			if (login != null) {
				this.node.stores(CopyingSessionStore.tokens(login));
			}
			Outcome outcome = reach((login != null) ? Point.SAVE_LOGIN : Point.COMMIT);
			if (outcome == Outcome.FAILS) {
				throw new StoreFailed();
			}
			write(session);
			if (outcome == Outcome.FAILS_AFTERWARDS) {
				throw new StoreFailed();
			}
			if (outcome == Outcome.NODE_DIES_AFTERWARDS) {
				throw new Interleaving.NodeDied();
			}
		}

		@Override
		public void deleteById(String id) {
			reach(Point.DELETE);
			delete(id);
		}

		private Outcome reach(Point point) {
			return CopyingSessionStore.this.interleaving.reach(point, this.node);
		}

	}

	/**
	 * A session as a request has read it.
	 */
	static final class Copy implements Session {

		private final MapSession session;

		private final Map<String, @Nullable Object> changes = new HashMap<>();

		private String originalId;

		private boolean isNew;

		private Copy(MapSession session, boolean isNew) {
			this.session = session;
			this.originalId = session.getId();
			this.isNew = isNew;
		}

		private void isSaved() {
			this.changes.clear();
			this.originalId = getId();
			this.isNew = false;
		}

		@Override
		public String getId() {
			return this.session.getId();
		}

		@Override
		public String changeSessionId() {
			return this.session.changeSessionId();
		}

		@Override
		public <T> @Nullable T getAttribute(String name) {
			return this.session.getAttribute(name);
		}

		@Override
		public Set<String> getAttributeNames() {
			return this.session.getAttributeNames();
		}

		@Override
		public void setAttribute(String name, @Nullable Object value) {
			this.session.setAttribute(name, value);
			this.changes.put(name, value);
		}

		@Override
		public void removeAttribute(String name) {
			this.session.removeAttribute(name);
			this.changes.put(name, null);
		}

		@Override
		public Instant getCreationTime() {
			return this.session.getCreationTime();
		}

		@Override
		public void setLastAccessedTime(Instant time) {
			this.session.setLastAccessedTime(time);
		}

		@Override
		public Instant getLastAccessedTime() {
			return this.session.getLastAccessedTime();
		}

		@Override
		public void setMaxInactiveInterval(Duration interval) {
			this.session.setMaxInactiveInterval(interval);
		}

		@Override
		public Duration getMaxInactiveInterval() {
			return this.session.getMaxInactiveInterval();
		}

		@Override
		public boolean isExpired() {
			return this.session.isExpired();
		}

	}

}

package io.cognitex.security.web;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import io.cognitex.CognitoTokens;
import io.cognitex.embedded.Fault;
import io.cognitex.security.web.Interleaving.Outcome;
import io.cognitex.security.web.Interleaving.Point;
import io.cognitex.security.web.Interleaving.Task;
import io.cognitex.security.web.IssuedLogins.Issued;
import io.cognitex.security.web.TestNode.Answer;
import org.jspecify.annotations.Nullable;

/**
 * What happens to one login on two nodes, as a seed decides, and whether all of it was
 * right. The same seed tells the same story.
 */
final class LoginStory {

	/** From the end of the access token. */
	private static final Duration DUE = Duration.ofSeconds(-30);

	private static final Duration EXPIRED = Duration.ofSeconds(30);

	/** Longer than a node leaves the pool alone after a failure. */
	private static final List<Duration> MOMENTS = List.of(Duration.ofSeconds(6), Duration.ofSeconds(20),
			Duration.ofSeconds(40));

	/** No call takes longer, at default settings with its repetition. */
	private static final Duration SLOWEST = Duration.ofSeconds(20);

	private static final int PAUSES = 6;

	private static final int MOST_REQUESTS = 5;

	private final List<String> log = new ArrayList<>();

	private final Set<Ending> endings = EnumSet.noneOf(Ending.class);

	private final Map<Task, Answer[]> answers = new IdentityHashMap<>();

	private final Map<Task, Instant> begun = new IdentityHashMap<>();

	private final Map<Task, Duration> delays = new IdentityHashMap<>();

	private final Map<Task, Integer> pauses = new IdentityHashMap<>();

	private final List<Task> underWay = new ArrayList<>();

	private final TwoNodes app;

	private final Random random;

	private final boolean stalls;

	private final double trouble;

	private String sessionId;

	private boolean storeMayFail;

	private boolean outage;

	private boolean logoutBegun;

	private boolean loggedOut;

	private boolean calm;

	private @Nullable Task logout;

	private @Nullable CognitoTokens tokensAtLogout;

	private boolean revoked;

	private volatile boolean storedOlderTokens;

	private int requests;

	private int refreshes;

	LoginStory(TwoNodes app, long seed) {
		this.app = app;
		this.random = new Random(seed * 0x9E3779B97F4A7C15L);
		this.sessionId = app.reset();
		this.trouble = List.of(0.0, 0.1, 0.3).get(this.random.nextInt(3));
		this.stalls = this.random.nextInt(10) == 0;
		this.storeMayFail = this.random.nextInt(3) == 0;
		app.store().refuseWhatIsGone(this.random.nextBoolean());
		app.store().tell(this::replaces);
		if (this.random.nextInt(20) == 0) {
			logInAgain(app.nodes().get(1));
		}
	}

	/**
	 * Lets all of it happen.
	 * @return how the login ended; empty if it did not
	 */
	Set<Ending> tell() {
		int steps = 10 + this.random.nextInt(50);
		for (int i = 0; i < steps && this.endings.isEmpty() && !this.loggedOut; i++) {
			step();
		}
		finishAll();
		calmDown();
		if (!this.loggedOut) {
			checkLastsOn();
			return this.endings;
		}
		checkLoggedOut();
		if (this.random.nextInt(4) == 0) {
			logInAgain(node());
			checkLastsOn();
			require(this.endings.isEmpty(), "the next login lasts on");
		}
		return EnumSet.of(Ending.LOGOUT);
	}

	/**
	 * What happened so far.
	 */
	List<String> log() {
		return this.log;
	}

	/**
	 * How often the store got new tokens.
	 */
	int refreshes() {
		return this.refreshes;
	}

	private void step() {
		int dice = this.random.nextInt(100);
		if (dice < 22) {
			begin();
		}
		else if (dice < 70) {
			goOn();
		}
		else if (dice < 75) {
			finishAll();
		}
		else if (dice < 82) {
			pass(MOMENTS.get(this.random.nextInt(MOMENTS.size())));
		}
		else if (dice < 95) {
			passUntil(this.random.nextBoolean() ? DUE : EXPIRED);
		}
		else if (dice < 98) {
			changeOutage();
		}
		else if (this.logout == null && this.random.nextInt(3) == 0) {
			beginLogout();
		}
	}

	private void begin() {
		if (this.underWay.size() < MOST_REQUESTS) {
			begin("GET", "/", node());
		}
	}

	private Task begin(String method, String path, TestNode node) {
		String id = this.sessionId;
		String name = method + " " + path + " #" + (++this.requests);
		Instant now = this.app.pool().now();
		Answer[] answer = new Answer[1];
		Task task = this.app.interleaving().begin(name, node, id, () -> answer[0] = node.answer(method, path, id));
		this.begun.put(task, now);
		this.underWay.add(task);
		say(name + " on " + node + " begins");
		this.answers.put(task, answer);
		return task;
	}

	private void beginLogout() {
		this.logoutBegun = true;
		this.tokensAtLogout = this.app.store().tokens(this.sessionId);
		this.logout = begin("POST", "/logout", node());
	}

	private void goOn() {
		List<Task> waiting = this.app.interleaving().waiting().stream().filter(this::mayGoOn).toList();
		if (!waiting.isEmpty()) {
			goOn(waiting.get(this.random.nextInt(waiting.size())));
		}
	}

	/**
	 * Who waits for another node is patient enough, but for a few stories.
	 */
	private boolean mayGoOn(Task task) {
		return this.stalls || task.point() != Point.PAUSE || this.pauses.getOrDefault(task, 0) < PAUSES - 1 || this.app
			.interleaving()
			.waiting()
			.stream()
			.noneMatch((other) -> other.node() != task.node() && other.refreshes() && other.point() != Point.PAUSE);
	}

	private void goOn(Task task) {
		Outcome outcome = this.calm ? Outcome.GOES_ON : outcome(task);
		say(task + ": " + outcome);
		this.revoked |= task.isSignOut() && task.point() == Point.ASK && !this.outage;
		switch (task.point()) {
			case SAVE_LOGIN -> this.refreshes++;
			case PAUSE -> this.pauses.merge(task, 1, Integer::sum);
			case DELETE -> deletes(task);
			default -> {
			}
		}
		if (outcome == Outcome.NODE_DIES) {
			die(task.node());
			return;
		}
		this.app.interleaving().goOn(task, outcome);
		if (outcome == Outcome.NODE_DIES_AFTERWARDS) {
			die(task.node());
		}
		lookForAnswers();
	}

	private Outcome outcome(Task task) {
		double dice = this.random.nextDouble();
		return switch (task.point()) {
			case ASK -> (dice < this.trouble / 6) ? Outcome.NODE_DIES : Outcome.GOES_ON;
			case ANSWER ->
				(dice < this.trouble / 3) ? Outcome.NODE_DIES : (dice < this.trouble) ? Outcome.FAILS : Outcome.GOES_ON;
			case SAVE_LOGIN -> {
				if (dice < this.trouble / 3) {
					yield Outcome.NODE_DIES;
				}
				if (dice < this.trouble / 2) {
					yield Outcome.NODE_DIES_AFTERWARDS;
				}
				boolean fails = this.storeMayFail && this.random.nextInt(3) == 0;
				this.storeMayFail &= !fails;
				yield !fails ? Outcome.GOES_ON : this.random.nextBoolean() ? Outcome.FAILS : Outcome.FAILS_AFTERWARDS;
			}
			default -> Outcome.GOES_ON;
		};
	}

	private void die(TestNode node) {
		say(node + " dies");
		this.app.interleaving().kill(node);
		this.underWay.removeIf(Task::isDead);
		if (this.logout != null && this.logout.isDead()) {
			// Half of it may have been done
			this.endings.add(Ending.LOGOUT);
		}
		node.restart();
	}

	private void finishAll() {
		while (!this.underWay.isEmpty()) {
			List<Task> waiting = this.app.interleaving().waiting().stream().filter(this::mayGoOn).toList();
			require(!waiting.isEmpty(), "somebody can go on");
			goOn(waiting.get(this.random.nextInt(waiting.size())));
		}
	}

	private void lookForAnswers() {
		for (Task task : List.copyOf(this.underWay)) {
			require(task.mistake() == null, task.mistake());
			Answer answer = this.answers.get(task)[0];
			if (answer != null) {
				this.underWay.remove(task);
				say(task + ": " + answer.status() + " " + answer.location()
						+ ((answer.failure() != null) ? " " + answer.failure() : ""));
				check(task, answer);
			}
		}
	}

	/**
	 * Within a refresh only so much time passes as a call may take.
	 */
	private void pass(Duration moment) {
		List<Task> refreshing = this.app.interleaving().waiting().stream().filter(Task::refreshes).toList();
		if (refreshing.stream()
			.allMatch((task) -> this.delays.getOrDefault(task, Duration.ZERO).plus(moment).compareTo(SLOWEST) <= 0)) {
			refreshing.forEach((task) -> this.delays.merge(task, moment, Duration::plus));
			say(moment.toSeconds() + " s pass");
			this.app.pool().advanceClock(moment);
		}
	}

	private void passUntil(Duration fromEnd) {
		CognitoTokens tokens = this.app.store().tokens(this.sessionId);
		if (tokens == null || this.app.interleaving().waiting().stream().anyMatch(Task::refreshes)) {
			return;
		}
		Duration duration = Duration.between(this.app.pool().now(), tokens.expiresAt()).plus(fromEnd);
		if (!duration.isNegative()) {
			say("it gets " + fromEnd.toSeconds() + " s after the end of the access token");
			this.app.pool().advanceClock(duration);
		}
	}

	private void changeOutage() {
		this.outage = !this.outage;
		say("outage: " + this.outage);
		if (this.outage) {
			this.app.pool().addFault(this.random.nextBoolean() ? Fault.internalError() : Fault.throttling());
		}
		else {
			this.app.pool().clearFaults();
		}
	}

	private void calmDown() {
		this.calm = true;
		this.app.pool().clearFaults();
		this.app.pool().advanceClock(MOMENTS.get(0));
	}

	private void logInAgain(TestNode node) {
		String before = this.sessionId;
		this.sessionId = this.app.logIn(node);
		this.app.issued().clear();
		this.endings.clear();
		this.logoutBegun = false;
		this.loggedOut = false;
		say("login on " + node);
		require(!this.sessionId.equals(before), "a login makes a new session");
	}

	private void check(Task task, Answer answer) {
		if (task == this.logout) {
			require(answer.isLogout(), "a logout leads to the login page");
			this.loggedOut = true;
			return;
		}
		if (answer.failure() != null) {
			require(isSpringSessions(answer) && (this.logoutBegun || !this.endings.isEmpty()), "a request is answered");
			return;
		}
		if (answer.status() == 503) {
			require(task.node().hadNoAnswerSince(this.begun.get(task).minus(SLOWEST)), "503 is for outages");
			require(!task.gaveUp(), "one lost answer is asked for again");
			require(task.seen() == null || !this.app.isGood(task.seen()), "503 is for access tokens that have run out");
			return;
		}
		if (answer.isNobodys()) {
			require(this.logoutBegun || !this.endings.isEmpty(), "who has not logged out is logged in");
			return;
		}
		require(answer.isServed(), "a request is served");
	}

	/**
	 * {@code RedisSessionRepository} fails at the end of a request whose session ended
	 * meanwhile, whoever's it is.
	 */
	private static boolean isSpringSessions(Answer answer) {
		return List.of(answer.failure().getStackTrace())
			.stream()
			.noneMatch((frame) -> frame.getClassName().equals(SessionRefresh.class.getName()))
				&& "Session was invalidated".equals(answer.failure().getMessage());
	}

	/**
	 * The store gets other tokens.
	 */
	private void replaces(CognitoTokens before, CognitoTokens after) {
		IssuedLogins issued = this.app.issued();
		this.storedOlderTokens |= issued.generation(before.refreshToken()) > issued.generation(after.refreshToken());
	}

	/**
	 * A node ends the session, for which there has to be a reason.
	 */
	private void deletes(Task task) {
		if (task == this.logout || this.logoutBegun) {
			this.endings.add(Ending.LOGOUT);
			return;
		}
		CognitoTokens stored = this.app.store().tokens(this.sessionId);
		if (stored == null) {
			return;
		}
		require(!this.app.isGood(stored), "the access token in the store was good");
		require(!this.app.takes(stored.refreshToken()), "the refresh token in the store was good");
		List<Issued> issued = this.app.issued().inThePlaceOf(stored.refreshToken());
		require(!issued.isEmpty(), "the refresh token in the store was used");
		if (issued.stream().anyMatch(Issued::isHeld) || issued.stream().anyMatch(Issued::isUnderWay)) {
			require(this.stalls && this.pauses.getOrDefault(task, 0) == PAUSES, "a node had a good refresh token");
			this.endings.add(Ending.STALLED_NODE);
		}
		else if (issued.stream().anyMatch(Issued::isLost)) {
			this.endings.add(Ending.LOST_ANSWER);
		}
		else {
			this.endings.add(Ending.DEAD_NODE);
		}
		say("the login ends: " + this.endings);
	}

	private void checkLoggedOut() {
		require(!this.revoked || !this.app.takes(this.tokensAtLogout.refreshToken()),
				"after a logout the refresh token is void");
		checkEnded();
	}

	private void checkEnded() {
		require(!this.app.store().ids().contains(this.sessionId), "the session has ended on every node");
		this.app.nodes().forEach((node) -> {
			Answer answer = node.answer("GET", "/", this.sessionId);
			require(answer.isNobodys(), "after its end nobody is logged in");
		});
	}

	/**
	 * With all trouble over, the login is refreshed on both nodes.
	 */
	private void checkLastsOn() {
		CognitoTokens tokens = this.app.store().tokens(this.sessionId);
		if (tokens != null && this.endings.isEmpty()) {
			require(this.app.issued().generation(tokens.refreshToken()) >= this.app.issued().newestGeneration(),
					"the newest refresh token is in the store");
		}
		for (TestNode node : this.app.nodes()) {
			passUntil((node == this.app.nodes().get(0)) ? DUE : EXPIRED);
			begin("GET", "/", node);
			finishAll();
			CognitoTokens after = this.app.store().tokens(this.sessionId);
			require(!this.endings.isEmpty() || (after != null && this.app.isGood(after)), "the login lasts on " + node);
		}
	}

	private TestNode node() {
		return this.app.nodes().get(this.random.nextInt(this.app.nodes().size()));
	}

	private void say(String what) {
		this.log.add(what);
	}

	private void require(boolean condition, @Nullable String what) {
		if (this.storedOlderTokens) {
			throw new AssertionError("the store got older tokens");
		}
		if (!condition) {
			throw new AssertionError(what);
		}
	}

	/**
	 * Why a login ends.
	 */
	enum Ending {

		LOGOUT,

		/** The answer with the only good refresh token was lost. */
		LOST_ANSWER,

		/** The only good refresh token was on a node that died. */
		DEAD_NODE,

		/** A node took longer to store a refresh token than another one waits. */
		STALLED_NODE

	}

}

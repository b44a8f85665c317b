package io.cognitex.embedded.internal.server;

import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

import io.cognitex.embedded.internal.call.Calls;
import io.cognitex.embedded.internal.control.ControlApi;
import io.cognitex.embedded.internal.error.Refusals;
import io.cognitex.embedded.internal.fault.Faults;
import io.cognitex.embedded.internal.http.CallRecorder;
import io.cognitex.embedded.internal.http.CrossOrigin;
import io.cognitex.embedded.internal.http.FaultInjection;
import io.cognitex.embedded.internal.http.HttpFront;
import io.cognitex.embedded.internal.http.HttpResource;
import io.cognitex.embedded.internal.http.JsonProtocol;
import io.cognitex.embedded.internal.http.WellKnown;
import io.cognitex.embedded.internal.model.Validator;
import io.cognitex.embedded.internal.operation.Operation;
import io.cognitex.embedded.internal.operation.Operations;
import io.cognitex.embedded.internal.operation.Services;
import io.cognitex.embedded.internal.state.Snapshot;
import io.cognitex.embedded.internal.state.Stateful;
import io.cognitex.embedded.internal.time.MovableClock;

/**
 * A server with any number of pools, none to begin with.
 */
public final class CognitoServer implements AutoCloseable {

	private final HttpFront front;

	private final String publicUrl;

	private final String region;

	private final MovableClock clock;

	private final Services services;

	private final Operations operations;

	private final Faults faults;

	private final Calls calls = new Calls();

	private @Nullable Snapshot beginning;

	private CognitoServer(HttpFront front, String publicUrl, String region, MovableClock clock, Services services) {
		this.front = front;
		this.publicUrl = publicUrl;
		this.region = region;
		this.clock = clock;
		this.services = services;
		this.operations = new Operations(services);
		this.faults = new Faults((name) -> this.operations.find(name).isPresent());
	}

	/**
	 * Begins to listen; requests wait until the server is {@linkplain #serve told to
	 * serve}.
	 * @param address where to listen
	 * @param region the region that the pools are in
	 * @param clock the clock to follow
	 * @return the server
	 * @throws java.io.UncheckedIOException if it cannot listen there
	 */
	public static CognitoServer listen(ServerAddress address, String region, Clock clock) {
		HttpFront front = new HttpFront(address.host(), address.port());
		String publicUrl = (address.publicUrl() != null) ? address.publicUrl() : front.endpoint().toString();
		MovableClock movable = new MovableClock(clock);
		return new CognitoServer(front, publicUrl, region, movable, Services.of(region, publicUrl, movable));
	}

	/**
	 * Begins to serve.
	 * @param withControlApi whether there is a control API as well
	 */
	public void serve(boolean withControlApi) {
		this.beginning = snapshot();
		List<HttpResource> resources = new ArrayList<>();
		resources
			.add(new CrossOrigin(new CallRecorder(new FaultInjection(new JsonProtocol(this.operations), this.faults),
					this.calls, this.clock)));
		if (withControlApi) {
			resources.add(new ControlApi(this.services.pools(), this.services.outbox(), this.clock, this.calls,
					this.faults, this::reset));
		}
		resources.add(new WellKnown(this.services.pools(), this.publicUrl));
		this.front.start(resources);
	}

	/**
	 * Where the server is reached.
	 * @return the address, without a slash at the end
	 */
	public URI endpoint() {
		return this.front.endpoint();
	}

	/**
	 * What the issuers of the pools are under.
	 * @return the URL, without a slash at the end
	 */
	public String publicUrl() {
		return this.publicUrl;
	}

	/**
	 * The region that the pools are in.
	 * @return the region
	 */
	public String region() {
		return this.region;
	}

	/**
	 * The clock that everything follows.
	 * @return the clock
	 */
	public MovableClock clock() {
		return this.clock;
	}

	/**
	 * The state, and the rules over it.
	 * @return the services
	 */
	public Services services() {
		return this.services;
	}

	/**
	 * Performs an operation as if it had been called with every permission.
	 * @param operation the operation's name
	 * @param request what it is sent
	 * @throws io.cognitex.embedded.internal.error.Refusal if it refuses
	 */
	public void perform(String operation, ObjectNode request) {
		Operation performed = this.operations.find(operation).orElseThrow(Refusals::unknownOperation);
		performed.perform(Validator.validate(performed.input(), request));
	}

	/**
	 * The calls that were answered.
	 * @return the record
	 */
	public Calls calls() {
		return this.calls;
	}

	/**
	 * What is to go wrong.
	 * @return the faults
	 */
	public Faults faults() {
		return this.faults;
	}

	/**
	 * Remembers pools, users, messages, sessions, tokens, limits and the time.
	 * @return what brings them back
	 */
	public Snapshot snapshot() {
		List<Stateful> state = new ArrayList<>(this.services.state());
		state.add(this.clock);
		return Snapshot.of(state);
	}

	/**
	 * Puts everything back to how it was when the server began to serve, and forgets
	 * faults and calls.
	 */
	public void reset() {
		if (this.beginning != null) {
			this.beginning.restore();
		}
		this.faults.clear();
		this.calls.clear();
	}

	@Override
	public void close() {
		this.front.close();
		this.services.pools().release();
	}

}

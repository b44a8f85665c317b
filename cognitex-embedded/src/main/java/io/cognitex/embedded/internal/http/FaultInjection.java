package io.cognitex.embedded.internal.http;

import io.cognitex.embedded.internal.fault.Effect;
import io.cognitex.embedded.internal.fault.Faults;

/**
 * Lets calls go wrong as they are told to, before the protocol sees them.
 */
public final class FaultInjection implements HttpResource {

	private final JsonProtocol protocol;

	private final Faults faults;

	public FaultInjection(JsonProtocol protocol, Faults faults) {
		this.protocol = protocol;
		this.faults = faults;
	}

	@Override
	public boolean serves(HttpCall call) {
		return this.protocol.serves(call);
	}

	@Override
	public HttpAnswer answer(HttpCall call) {
		for (Effect effect : this.faults.next(new CallHeaders(call.header()).operation())) {
			if (effect instanceof Effect.Refused refused) {
				return this.protocol.answer(refused.refusal());
			}
			if (effect instanceof Effect.Dropped) {
				return HttpAnswer.none();
			}
			if (effect instanceof Effect.Truncated) {
				return this.protocol.answer(call).truncated();
			}
			if (effect instanceof Effect.Delayed delayed && !pause(delayed)) {
				return HttpAnswer.none();
			}
		}
		return this.protocol.answer(call);
	}

	/**
	 * Waits, unless the server is closed meanwhile.
	 */
	private static boolean pause(Effect.Delayed delayed) {
		try {
			Thread.sleep(delayed.duration().toMillis());
			return true;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

}

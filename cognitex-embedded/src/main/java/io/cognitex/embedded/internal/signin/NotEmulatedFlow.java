package io.cognitex.embedded.internal.signin;

import java.util.Set;

import io.cognitex.embedded.internal.error.Refusal;
import io.cognitex.embedded.internal.error.Refusals;

/**
 * A flow that is refused although the client may use it.
 */
final class NotEmulatedFlow implements Flow {

	private final String name;

	private final String notEnabled;

	NotEmulatedFlow(String name, String notEnabled) {
		this.name = name;
		this.notEnabled = notEnabled;
	}

	@Override
	public Set<String> names() {
		return Set.of(this.name);
	}

	@Override
	public boolean isOfferedTo(boolean admin) {
		return true;
	}

	@Override
	public String clientSwitch() {
		return "ALLOW_" + this.name;
	}

	@Override
	public Refusal notEnabled() {
		return Refusals.flowNotEnabled(this.notEnabled);
	}

	@Override
	public AuthStep begin(AuthRequest request) {
		throw Refusals.notEmulated("Flow " + this.name);
	}

}

package io.cognitex.embedded.internal.signin;

import java.util.List;

import io.cognitex.embedded.internal.error.Refusals;

/**
 * All flows.
 */
public final class Flows {

	private final List<Flow> flows;

	Flows(List<Flow> flows) {
		this.flows = flows;
	}

	/**
	 * Begins a sign-in.
	 * @param name the value of {@code AuthFlow}
	 * @param admin whether the caller has IAM credentials
	 * @param request what the client sends
	 * @return where the sign-in stands
	 */
	public AuthStep begin(String name, boolean admin, AuthRequest request) {
		Flow flow = this.flows.stream()
			.filter((candidate) -> candidate.names().contains(name))
			.findFirst()
			.orElseThrow(() -> Refusals.notEmulated("Flow " + name));
		if (!flow.isOfferedTo(admin)) {
			throw Refusals.initiateAuthMethodNotSupported();
		}
		if (!request.client().settings().explicitAuthFlows().contains(flow.clientSwitch())) {
			throw flow.notEnabled();
		}
		return flow.begin(request);
	}

}

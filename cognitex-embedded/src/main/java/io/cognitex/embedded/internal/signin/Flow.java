package io.cognitex.embedded.internal.signin;

import java.util.Set;

import io.cognitex.embedded.internal.error.Refusal;

/**
 * A way to begin a sign-in.
 */
interface Flow {

	/**
	 * The values of {@code AuthFlow} that mean this flow.
	 */
	Set<String> names();

	/**
	 * Whether an operation offers the flow.
	 * @param admin whether it is {@code AdminInitiateAuth}
	 */
	boolean isOfferedTo(boolean admin);

	/**
	 * The switch of the app client, one of {@code ExplicitAuthFlows}.
	 */
	String clientSwitch();

	/**
	 * What is answered if the switch is off.
	 */
	Refusal notEnabled();

	/**
	 * Begins the sign-in.
	 */
	AuthStep begin(AuthRequest request);

}

package io.cognitex.embedded.internal.signin;

import java.util.Optional;

import io.cognitex.embedded.internal.error.Refusals;
import io.cognitex.embedded.internal.message.RiskNotifications;
import io.cognitex.embedded.internal.pool.AdvancedSecurityMode;
import io.cognitex.embedded.internal.pool.Risk;
import io.cognitex.embedded.internal.pool.UserPool;

/**
 * Ends sign-ins that are too risky, in pools that act upon risks, whatever the flow; the
 * service has a switch of its own for {@code CUSTOM_AUTH}. Asking for a second factor
 * instead, which the service can be told to do, is not emulated.
 */
final class RiskRequirement implements Requirement {

	private final RiskNotifications notifications;

	RiskRequirement(RiskNotifications notifications) {
		this.notifications = notifications;
	}

	@Override
	public Optional<AuthStep> next(SignInProgress progress) {
		UserPool pool = progress.request().pool();
		boolean blocked = pool.risk(progress.user()) == Risk.BLOCK;
		if (!blocked || pool.settings().advancedSecurityMode() != AdvancedSecurityMode.ENFORCED) {
			return Optional.empty();
		}
		this.notifications.send(pool, progress.user(), SignInEvents.refused(progress.request(), progress.user()));
		throw Refusals.blockedForSecurityReasons();
	}

}

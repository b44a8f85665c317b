package io.cognitex.embedded.internal.signin;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.cognitex.embedded.internal.passkey.RelyingParty;
import io.cognitex.embedded.internal.pool.MfaFactor;
import io.cognitex.embedded.internal.pool.MfaMode;
import io.cognitex.embedded.internal.pool.PoolSettings;
import io.cognitex.embedded.internal.pool.User;

/**
 * Which second factors a user has, and which the user could set up.
 *
 * @see <a href=
 * "https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa.html#user-pool-settings-mfa-user-outcomes">Details
 * of MFA logic at user runtime</a>
 */
public final class SecondFactors {

	private SecondFactors() {
	}

	/**
	 * The factors that a user is asked for.
	 * @param settings the pool's settings
	 * @param user the user
	 * @return one factor; several if the user has to choose; none if the user has none,
	 * or the pool does not ask
	 */
	static List<MfaFactor> toAsk(PoolSettings settings, User user) {
		MfaMode mode = settings.mfa().mode();
		if (mode == MfaMode.OFF) {
			return List.of();
		}
		Set<MfaFactor> enabled = EnumSet.noneOf(MfaFactor.class);
		enabled.addAll(user.mfa().enabled());
		enabled.removeIf((factor) -> !settings.mfa().factors().contains(factor) || !isReady(user, factor));
		MfaFactor preferred = user.mfa().preferred();
		if (preferred != null && enabled.contains(preferred)) {
			return List.of(preferred);
		}
		return (enabled.isEmpty() && mode == MfaMode.ON) ? implied(settings, user) : List.copyOf(enabled);
	}

	/**
	 * The factors that a user without any can set up on the way.
	 */
	static List<MfaFactor> toSetUp(PoolSettings settings, User user) {
		if (hasAddress(user, MfaFactor.SMS_MFA) || hasAddress(user, MfaFactor.EMAIL_OTP)) {
			// Somebody with an address that cannot be used is only offered an app.
			return settings.mfa().factors().contains(MfaFactor.SOFTWARE_TOKEN_MFA)
					? List.of(MfaFactor.SOFTWARE_TOKEN_MFA) : List.of();
		}
		return settings.mfa()
			.factors()
			.stream()
			.filter((factor) -> !isOnlyRecovery(settings, factor))
			.sorted()
			.toList();
	}

	/**
	 * Whether a user has what a factor needs: an address, or a registered app.
	 * @param user the user
	 * @param factor the factor
	 * @return whether the user has it
	 */
	public static boolean isReady(User user, MfaFactor factor) {
		return (factor == MfaFactor.SOFTWARE_TOKEN_MFA) ? user.mfa().softwareToken() != null : hasAddress(user, factor);
	}

	/**
	 * Whether a passkey stands for the second factor as well: the pool allows that, and
	 * the user has turned it on beside a factor that there is otherwise.
	 */
	static boolean passkeyIsEnough(PoolSettings settings, User user) {
		return user.mfa().passkeys() && RelyingParty.of(settings).filter(RelyingParty::multiFactor).isPresent()
				&& !toAsk(settings, user).isEmpty();
	}

	/**
	 * Whether an attribute is where the code of the user's second factor goes.
	 * @param settings the pool's settings
	 * @param user the user
	 * @param attribute {@code email} or {@code phone_number}
	 * @return whether it is; where the user has the choice, it is not
	 */
	public static boolean isSentTo(PoolSettings settings, User user, String attribute) {
		List<MfaFactor> factors = toAsk(settings, user);
		return factors.size() == 1 && attribute.equals(factors.get(0).attribute());
	}

	/**
	 * In a pool that requires a second factor, those count that the user could be asked
	 * for without having chosen any.
	 */
	private static List<MfaFactor> implied(PoolSettings settings, User user) {
		Set<MfaFactor> implied = EnumSet.noneOf(MfaFactor.class);
		implied.addAll(settings.mfa().factors());
		implied.removeIf((factor) -> !isReady(user, factor) || isOnlyRecovery(settings, factor));
		if (implied.contains(MfaFactor.SMS_MFA) && implied.contains(MfaFactor.EMAIL_OTP)) {
			// Password resets go to one of the two, so the second factor goes to the
			// other.
			implied.remove(recovery(settings.recoveryMechanisms().get(0)));
		}
		return List.copyOf(implied);
	}

	private static boolean hasAddress(User user, MfaFactor factor) {
		String attribute = factor.attribute();
		return attribute != null && !user.attributes().getOrDefault(attribute, "").isEmpty();
	}

	private static boolean isOnlyRecovery(PoolSettings settings, MfaFactor factor) {
		return settings.recoveryMechanisms().size() == 1 && recovery(settings.recoveryMechanisms().get(0)) == factor;
	}

	private static @Nullable MfaFactor recovery(String mechanism) {
		return switch (mechanism) {
			case "verified_email" -> MfaFactor.EMAIL_OTP;
			case "verified_phone_number" -> MfaFactor.SMS_MFA;
			default -> null;
		};
	}

}

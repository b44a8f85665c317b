package io.cognitex.embedded.internal.signin;

import java.time.Clock;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.cognitex.embedded.internal.error.Refusals;
import io.cognitex.embedded.internal.pool.Device;
import io.cognitex.embedded.internal.pool.Identifiers;
import io.cognitex.embedded.internal.pool.User;
import io.cognitex.embedded.internal.pool.UserPool;
import io.cognitex.embedded.internal.token.LoginDevice;

/**
 * Recognizes the devices from which users sign in, in pools that track them.
 *
 * @see <a href=
 * "https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-device-tracking.html">Working
 * with devices</a>
 */
final class DeviceTracking {

	private final Clock clock;

	DeviceTracking(Clock clock) {
		this.clock = clock;
	}

	/**
	 * The known device that a client says it is on.
	 * @return the device, or {@code null} if the pool does not track devices or the
	 * client does not name one
	 * @throws io.cognitex.embedded.internal.error.Refusal if the user does not have it
	 */
	static @Nullable Device named(SignInProgress progress) {
		String key = progress.request().parameters().get("DEVICE_KEY");
		if (key == null || progress.request().pool().settings().deviceConfiguration() == null) {
			return null;
		}
		Device device = progress.user().devices().get(key);
		if (device == null) {
			throw Refusals.deviceNotFound();
		}
		return device;
	}

	/**
	 * The device that tokens are bound to: the known one, or a new one.
	 * @return the device, or {@code null} if the pool does not track devices
	 */
	@Nullable LoginDevice signedIn(SignInProgress progress) {
		UserPool pool = progress.request().pool();
		if (pool.settings().deviceConfiguration() == null) {
			return null;
		}
		if (progress.flow().startsWith("ADMIN_")) {
			// The service does not track devices here: the refresh token asks for one
			// that nobody knows.
			return new LoginDevice(newKey(pool), null);
		}
		Device device = named(progress);
		if (device == null) {
			return new LoginDevice(newKey(pool), Identifiers.deviceGroupKey());
		}
		User user = progress.user();
		pool.users()
			.change(user.sub(), (draft) -> draft.devices()
				.computeIfPresent(device.key(), (key, known) -> known.authenticated(this.clock.instant())));
		return new LoginDevice(device.key(), null);
	}

	private static String newKey(UserPool pool) {
		return pool.region() + "_" + UUID.randomUUID();
	}

}

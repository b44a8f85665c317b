package io.cognitex.security.web;

import io.cognitex.RememberedDevice;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what Cognito knows a browser by, where a user pool remembers devices. Whoever has
 * it has a second factor.
 *
 * @see CookieRememberedDeviceRepository
 */
public interface RememberedDeviceRepository {

	/**
	 * The device of a browser.
	 * @param request a request of the browser
	 * @param username what was typed, or the canonical username
	 * @return the device; {@code null} if this user has not asked to remember it
	 */
	@Nullable RememberedDevice load(HttpServletRequest request, String username);

	/**
	 * Keeps a device in place of the one before.
	 * @param device the device
	 * @param username the canonical username of the user who asked for it
	 * @param typedUsername what that user typed
	 * @param request the request
	 * @param response the response
	 */
	void save(RememberedDevice device, String username, String typedUsername, HttpServletRequest request,
			HttpServletResponse response);

	/**
	 * Forgets the device.
	 * @param request the request
	 * @param response the response
	 */
	void remove(HttpServletRequest request, HttpServletResponse response);

}

package io.cognitex.security.web;

import io.cognitex.CognitoAccountManager;
import io.cognitex.CognitoException;
import io.cognitex.ConfirmedDevice;
import io.cognitex.DeviceRememberedStatus;
import io.cognitex.NewDevice;
import io.cognitex.RememberedDevice;
import io.cognitex.security.CognitoAuthentication;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.security.core.Authentication;

/**
 * Signs in from a browser that its user has asked to remember, and remembers it when
 * asked to.
 */
final class RememberedDevices {

	private static final Logger logger = LoggerFactory.getLogger(RememberedDevices.class);

	private final RememberedDeviceRepository repository;

	private final CognitoAccountManager accounts;

	RememberedDevices(RememberedDeviceRepository repository, CognitoAccountManager accounts) {
		this.repository = repository;
		this.accounts = accounts;
	}

	@Nullable RememberedDevice load(HttpServletRequest request, String username) {
		return this.repository.load(request, username);
	}

	/**
	 * A login is complete. Cognito offers to remember the device if it does not know it,
	 * or knows it no longer.
	 */
	void complete(HttpServletRequest request, HttpServletResponse response, Authentication login, String typedUsername,
			boolean wanted) {
		if (!(login instanceof CognitoAuthentication user) || user.getNewDevice() == null) {
			return;
		}
		if (wanted) {
			remember(request, response, user, user.getNewDevice(), typedUsername);
		}
		else if (this.repository.load(request, typedUsername) != null) {
			this.repository.remove(request, response);
		}
	}

	/**
	 * The user is logged in whatever comes of it.
	 */
	private void remember(HttpServletRequest request, HttpServletResponse response, CognitoAuthentication user,
			NewDevice newDevice, String typedUsername) {
		String accessToken = user.getTokens().accessToken();
		try {
			ConfirmedDevice confirmed = this.accounts.confirmDevice(accessToken, newDevice, null);
			if (confirmed.userConfirmationNecessary()) {
				this.accounts.updateDeviceStatus(accessToken, newDevice.deviceKey(), DeviceRememberedStatus.REMEMBERED);
			}
			this.repository.save(confirmed.device(), user.getName(), typedUsername, request, response);
		}
		catch (CognitoException ex) {
			logger.warn("A device cannot be remembered: {}", ex.toString());
		}
	}

}

package io.cognitex.security.web;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import javax.crypto.SecretKey;

import io.cognitex.RememberedDevice;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.util.Assert;
import org.springframework.web.util.WebUtils;

/**
 * Keeps the device in a cookie of the browser, encrypted: neither the browser nor who
 * reads its files learns the secret, and scripts do not see the cookie. Over HTTPS the
 * cookie is sent over HTTPS only.
 */
public final class CookieRememberedDeviceRepository implements RememberedDeviceRepository {

	private static final String NAME = "cognitex-device";

	private static final Duration MAXIMUM_AGE = Duration.ofDays(365);

	private final SealedText sealedText;

	/**
	 * Encrypts with these keys.
	 * @param keys AES keys of 16, 24 or 32 bytes: the first one encrypts, all of them
	 * decrypt, so that keys can be replaced. All nodes of an application need the same
	 */
	public CookieRememberedDeviceRepository(List<SecretKey> keys) {
		Assert.notEmpty(keys, "keys cannot be empty");
		this.sealedText = new SealedText(keys, "cognitex-remembered-device");
	}

	@Override
	public @Nullable RememberedDevice load(HttpServletRequest request, String username) {
		return open(request)
			.filter((values) -> username.equalsIgnoreCase(values[0]) || username.equalsIgnoreCase(values[1]))
			.map((values) -> new RememberedDevice(values[2], values[3], values[4]))
			.orElse(null);
	}

	private Optional<String[]> open(HttpServletRequest request) {
		Cookie cookie = WebUtils.getCookie(request, NAME);
		return Optional.ofNullable(cookie)
			.flatMap((it) -> this.sealedText.open(it.getValue()))
			.map((text) -> text.split("\n", -1))
			.filter((values) -> values.length == 5);
	}

	@Override
	public void save(RememberedDevice device, String username, String typedUsername, HttpServletRequest request,
			HttpServletResponse response) {
		String text = String.join("\n", username, typedUsername, device.deviceKey(), device.deviceGroupKey(),
				device.deviceSecret());
		write(this.sealedText.seal(text), MAXIMUM_AGE, request, response);
	}

	@Override
	public void remove(HttpServletRequest request, HttpServletResponse response) {
		if (WebUtils.getCookie(request, NAME) != null) {
			write("", Duration.ZERO, request, response);
		}
	}

	private static void write(String value, Duration maximumAge, HttpServletRequest request,
			HttpServletResponse response) {
		response.addHeader(HttpHeaders.SET_COOKIE,
				ResponseCookie.from(NAME, value)
					.path(request.getContextPath() + "/")
					.maxAge(maximumAge)
					.httpOnly(true)
					.secure(request.isSecure())
					.sameSite("Lax")
					.build()
					.toString());
	}

}

package io.cognitex.security.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import io.cognitex.UserContext;
import io.cognitex.UserContextSource;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.util.Assert;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Tells Cognito's threat protection of the request that is served at the moment: the
 * client's address, what its browser says of itself, and the fingerprint that AWS's
 * script made in the browser, if the page sends it in the field
 * {@value #DEFAULT_ENCODED_DATA_PARAMETER} (or, by JSON, in {@code encodedData}):
 *
 * <pre class="code">
 * CognitoAccountManager.builder().userContext(new RequestUserContextSource())…
 * </pre>
 *
 * <p>
 * The address is that of the connection. Behind a proxy it is the proxy's, until the
 * server is told to trust that one ({@code server.forward-headers-strategy=native} in
 * Spring Boot); a header that anybody may have sent is not looked at here. Cookies and
 * the {@code Authorization} header are never passed on.
 *
 * <p>
 * Works in the thread that serves the request, inside
 * {@link org.springframework.web.filter.RequestContextFilter RequestContextFilter}, which
 * Spring Boot places before Spring Security.
 *
 * @see <a href=
 * "https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-adaptive-authentication.html">Threat
 * protection</a>
 */
public final class RequestUserContextSource implements UserContextSource {

	/**
	 * The field of a form that holds the fingerprint, as in Cognito's own pages.
	 */
	public static final String DEFAULT_ENCODED_DATA_PARAMETER = "cognitoAsfData";

	/** The fingerprint of a request whose body is not a form. */
	static final String ENCODED_DATA_ATTRIBUTE = RequestUserContextSource.class.getName() + ".ENCODED_DATA";

	private static final int MAXIMUM_LENGTH = 16_384;

	private static final Pattern IP_ADDRESS = Pattern.compile("[0-9A-Fa-f:.]{2,45}");

	private static final List<String> HEADERS = List.of(HttpHeaders.USER_AGENT, HttpHeaders.ACCEPT,
			HttpHeaders.ACCEPT_LANGUAGE);

	private String encodedDataParameter = DEFAULT_ENCODED_DATA_PARAMETER;

	@Override
	public @Nullable UserContext userContext() {
		return (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes)
				? userContext(attributes.getRequest()) : null;
	}

	/**
	 * Takes the fingerprint from this field. The default is
	 * {@value #DEFAULT_ENCODED_DATA_PARAMETER}.
	 * @param encodedDataParameter the name of the field
	 */
	public void setEncodedDataParameter(String encodedDataParameter) {
		Assert.hasText(encodedDataParameter, "encodedDataParameter cannot be empty");
		this.encodedDataParameter = encodedDataParameter;
	}

	private UserContext userContext(HttpServletRequest request) {
		return new UserContext(encodedData(request), ipAddress(request), request.getServerName(),
				request.getRequestURI(), headers(request));
	}

	/**
	 * Cognito refuses a sign-in with too much, or none, of it.
	 */
	private @Nullable String encodedData(HttpServletRequest request) {
		String encodedData = (request.getAttribute(ENCODED_DATA_ATTRIBUTE) instanceof String fromBody) ? fromBody
				: request.getParameter(this.encodedDataParameter);
		return (encodedData != null && !encodedData.isBlank() && encodedData.length() <= MAXIMUM_LENGTH) ? encodedData
				: null;
	}

	/**
	 * Nothing that a server behind a strange proxy may say instead of an address, and no
	 * IPv6 zone.
	 */
	private static @Nullable String ipAddress(HttpServletRequest request) {
		String address = request.getRemoteAddr();
		if (address == null) {
			return null;
		}
		int zone = address.indexOf('%');
		String withoutZone = (zone >= 0) ? address.substring(0, zone) : address;
		return IP_ADDRESS.matcher(withoutZone).matches() ? withoutZone : null;
	}

	private static Map<String, String> headers(HttpServletRequest request) {
		Map<String, String> headers = new LinkedHashMap<>();
		for (String name : HEADERS) {
			String value = request.getHeader(name);
			if (value != null && value.length() <= MAXIMUM_LENGTH) {
				headers.put(name, value);
			}
		}
		return headers;
	}

}

package io.cognitex;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What is known of the person's browser, for Cognito's threat protection. Public
 * operations take the fingerprint and the address; the sign-in with AWS credentials takes
 * all of it, and nothing if the address, the server's name or the path is missing.
 *
 * @param encodedData the fingerprint that AWS's script made in the browser
 * @param ipAddress the person's IPv4 or IPv6 address. Cognito uses it only for app
 * clients with a secret that have {@code EnablePropagateAdditionalUserContextData}
 * @param serverName the host that the person asked
 * @param serverPath the path that the person asked
 * @param headers the HTTP headers that shall count, such as {@code User-Agent}
 * @see <a href=
 * "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ContextDataType.html">ContextDataType</a>
 */
public record UserContext(@Nullable String encodedData, @Nullable String ipAddress, @Nullable String serverName,
		@Nullable String serverPath, Map<String, String> headers) {

	public UserContext {
		headers = Map.copyOf(headers);
	}

	@Override
	public String toString() {
		return "[protected]";
	}

}

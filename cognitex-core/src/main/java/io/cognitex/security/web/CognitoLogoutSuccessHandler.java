package io.cognitex.security.web;

import java.net.URI;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.web.authentication.logout.SimpleUrlLogoutSuccessHandler;
import org.springframework.util.Assert;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Sends the browser through the logout of Cognito's managed login, for applications that
 * have that beside their own login form: otherwise its cookie logs the next person in
 * without a password.
 *
 * @see <a href=
 * "https://docs.aws.amazon.com/cognito/latest/developerguide/logout-endpoint.html">The
 * managed login sign-out endpoint</a>
 */
public final class CognitoLogoutSuccessHandler extends SimpleUrlLogoutSuccessHandler {

	private final String url;

	/**
	 * Logs out there, and comes back.
	 * @param domain the user pool's domain, such as
	 * {@code https://example.auth.eu-central-1.amazoncognito.com}
	 * @param clientId the app client
	 * @param logoutUri where to come back to, one of the app client's allowed sign-out
	 * URLs
	 */
	public CognitoLogoutSuccessHandler(URI domain, String clientId, URI logoutUri) {
		Assert.isTrue(domain.isAbsolute() && domain.getHost() != null, "domain must be an absolute URL");
		Assert.hasText(clientId, "clientId cannot be empty");
		Assert.isTrue(logoutUri.isAbsolute(), "logoutUri must be absolute");
		this.url = UriComponentsBuilder.fromUri(domain)
			.replacePath("/logout")
			.queryParam("client_id", "{clientId}")
			.queryParam("logout_uri", "{logoutUri}")
			.encode()
			.buildAndExpand(clientId, logoutUri)
			.toUriString();
	}

	@Override
	protected String determineTargetUrl(HttpServletRequest request, HttpServletResponse response) {
		return this.url;
	}

}

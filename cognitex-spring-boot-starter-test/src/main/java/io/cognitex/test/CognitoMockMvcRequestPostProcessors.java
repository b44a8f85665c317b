package io.cognitex.test;

import org.springframework.test.web.servlet.request.RequestPostProcessor;

/**
 * Makes MockMvc requests those of a Cognito user who is logged in:
 *
 * <pre class="code">
 * mvc.perform(get("/profile").with(cognitoUser().username("alice").groups("admin")))
 * </pre>
 *
 * <p>
 * The request carries the same {@link io.cognitex.security.CognitoAuthentication} as
 * after a form login. Add Spring Security's own {@code csrf()} to those that change
 * something.
 */
public final class CognitoMockMvcRequestPostProcessors {

	private CognitoMockMvcRequestPostProcessors() {
	}

	/**
	 * A user who is made up: no pool knows it, and every pool refuses its tokens. Its
	 * groups become authorities by the application's own mapper, if there is one.
	 * @return a request post-processor to refine
	 */
	public static CognitoUserRequestPostProcessor cognitoUser() {
		return new CognitoUserRequestPostProcessor();
	}

	/**
	 * A user of the application's pool, such as the one of
	 * {@link EmbeddedCognito @EmbeddedCognito}, who really signs in and has real tokens.
	 * @param username a name that the user signs in with
	 * @param password the password
	 * @return a request post-processor, which fails as the login does
	 */
	public static RequestPostProcessor cognitoLogin(String username, String password) {
		return new CognitoLoginRequestPostProcessor(username, password);
	}

}

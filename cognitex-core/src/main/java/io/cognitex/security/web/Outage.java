package io.cognitex.security.web;

import io.cognitex.CognitoException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.InternalAuthenticationServiceException;

/**
 * A login that Cognito could not decide on, in one line of the log. Spring Security's
 * filters log a stack trace as an error for each
 * {@link InternalAuthenticationServiceException}, which in an outage is each login, and
 * nothing in it tells more than the cause does.
 */
final class Outage {

	private static final Logger logger = LoggerFactory.getLogger(Outage.class);

	private Outage() {
	}

	/**
	 * Logs the failure, and makes the exception for a filter to go on with.
	 * @param ex what the provider threw
	 * @return the same failure, which the filter does not log; a failure that is not
	 * Cognito's comes back as it was
	 */
	static AuthenticationServiceException log(InternalAuthenticationServiceException ex) {
		if (!(ex.getCause() instanceof CognitoException cause)) {
			return ex;
		}
		logger.warn("Credentials cannot be checked: {}", cause.toString());
		AuthenticationServiceException logged = new AuthenticationServiceException(ex.getMessage(), cause);
		if (ex.getAuthenticationRequest() != null) {
			logged.setAuthenticationRequest(ex.getAuthenticationRequest());
		}
		return logged;
	}

}

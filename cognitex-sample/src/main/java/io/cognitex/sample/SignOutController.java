package io.cognitex.sample;

import io.cognitex.CognitoException;
import io.cognitex.security.CognitoAuthentication;
import io.cognitex.security.web.CognitoSessions;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * Ends all logins of a user, here and on other devices. The ordinary logout, which ends
 * one, is Spring Security's.
 */
@Controller
class SignOutController {

	private static final Logger logger = LoggerFactory.getLogger(SignOutController.class);

	private final CognitoSessions sessions;

	SignOutController(CognitoSessions sessions) {
		this.sessions = sessions;
	}

	@PostMapping("/profile/sign-out")
	String signOutEverywhere(CognitoAuthentication user, HttpServletRequest request, HttpServletResponse response) {
		String outcome = signOutEverywhere(user) ? "everywhere" : "here";
		new SecurityContextLogoutHandler().logout(request, response, user);
		return "redirect:/login?logout=" + outcome;
	}

	/**
	 * Whether Cognito has ended the logins on other devices as well. Those of this
	 * application have ended in any case.
	 */
	private boolean signOutEverywhere(CognitoAuthentication user) {
		try {
			this.sessions.signOutEverywhere(user);
			return true;
		}
		catch (CognitoException ex) {
			logger.warn("A user could not be signed out everywhere: {}", ex.status());
			return false;
		}
	}

}

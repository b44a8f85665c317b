package io.cognitex.sample;

import io.cognitex.CognitoAccountManager;
import io.cognitex.CognitoException;
import io.cognitex.security.CognitoAuthentication;
import io.cognitex.security.web.CognitoSessions;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import jakarta.validation.Valid;

import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Changes the password of whoever is logged in. */
@Controller
@RequestMapping("/profile/password")
class ChangePasswordController {

	private final CognitoAccountManager accounts;

	private final CognitoSessions sessions;

	ChangePasswordController(CognitoAccountManager accounts, CognitoSessions sessions) {
		this.accounts = accounts;
		this.sessions = sessions;
	}

	@GetMapping
	String page(ChangePasswordForm form) {
		return "change-password";
	}

	@PostMapping
	String changePassword(CognitoAuthentication user, @Valid ChangePasswordForm form, BindingResult errors,
			HttpSession session, HttpServletResponse response, RedirectAttributes redirect) {
		if (errors.hasErrors()) {
			return "change-password";
		}
		String accessToken = user.getTokens().accessToken();
		try {
			this.accounts.changePassword(accessToken, form.currentPassword(), form.newPassword());
		}
		catch (CognitoException ex) {
			switch (ex.error()) {
				case NOT_AUTHORIZED -> {
					// A dead token has the same type, and it is not the password's fault.
					this.accounts.getUser(accessToken);
					errors.rejectValue("currentPassword", "password.wrong");
				}
				case INVALID_PASSWORD -> errors.rejectValue("newPassword", "password.weak");
				case PASSWORD_HISTORY_POLICY_VIOLATION -> errors.rejectValue("newPassword", "password.used-before");
				default -> Failure.reject(ex, errors, response);
			}
			return "change-password";
		}
		this.sessions.endOthers(user, session.getId());
		redirect.addFlashAttribute("notice", "password.changed");
		return "redirect:/profile";
	}

}

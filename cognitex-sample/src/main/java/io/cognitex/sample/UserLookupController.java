package io.cognitex.sample;

import io.cognitex.CognitoAccountManager;
import io.cognitex.CognitoException;
import io.cognitex.security.web.CognitoSessions;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Looks a user up and logs one out, for administrators only:
 * {@link SecurityConfiguration} sees to that. On AWS it needs credentials with
 * {@code cognito-idp:AdminGetUser} and {@code cognito-idp:AdminUserGlobalSignOut}.
 */
@Controller
@RequestMapping("/admin/users")
class UserLookupController {

	private final CognitoAccountManager accounts;

	private final CognitoSessions sessions;

	UserLookupController(CognitoAccountManager accounts, CognitoSessions sessions) {
		this.accounts = accounts;
		this.sessions = sessions;
	}

	@GetMapping(params = "!username")
	String page(UserLookupForm form) {
		return "user-lookup";
	}

	@GetMapping(params = "username")
	String lookUp(@Valid UserLookupForm form, BindingResult errors, Model model, HttpServletResponse response) {
		if (errors.hasErrors()) {
			return "user-lookup";
		}
		try {
			model.addAttribute("user", this.accounts.adminGetUser(form.username()));
		}
		catch (CognitoException ex) {
			reject(ex, errors, response);
		}
		return "user-lookup";
	}

	@PostMapping("/sign-out")
	String signOut(@Valid UserLookupForm form, BindingResult errors, HttpServletResponse response,
			RedirectAttributes redirect) {
		if (errors.hasErrors()) {
			return "user-lookup";
		}
		try {
			this.sessions.adminSignOut(form.username());
		}
		catch (CognitoException ex) {
			reject(ex, errors, response);
			return "user-lookup";
		}
		redirect.addAttribute("username", form.username());
		redirect.addFlashAttribute("notice", "user.signed-out");
		return "redirect:/admin/users";
	}

	private static void reject(CognitoException ex, BindingResult errors, HttpServletResponse response) {
		switch (ex.error()) {
			case USER_NOT_FOUND, INVALID_PARAMETER -> errors.rejectValue("username", "user.not-found");
			default -> Failure.reject(ex, errors, response);
		}
	}

}

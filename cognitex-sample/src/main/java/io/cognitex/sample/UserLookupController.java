package io.cognitex.sample;

import io.cognitex.CognitoAccountManager;
import io.cognitex.CognitoException;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Looks a user up, for administrators only: {@link SecurityConfiguration} sees to that.
 * On AWS it needs credentials with {@code cognito-idp:AdminGetUser}.
 */
@Controller
@RequestMapping("/admin/users")
class UserLookupController {

	private final CognitoAccountManager accounts;

	UserLookupController(CognitoAccountManager accounts) {
		this.accounts = accounts;
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
			switch (ex.error()) {
				case USER_NOT_FOUND, INVALID_PARAMETER -> errors.rejectValue("username", "user.not-found");
				default -> Failure.reject(ex, errors, response);
			}
		}
		return "user-lookup";
	}

}

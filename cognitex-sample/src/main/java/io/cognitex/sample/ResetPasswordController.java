package io.cognitex.sample;

import io.cognitex.CognitoAccountManager;
import io.cognitex.CognitoException;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;

import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Sets a new password by the code that was mailed. Whatever is wrong with the code, the
 * page says the same, for the difference would tell whether there is an account.
 */
@Controller
@RequestMapping("/reset-password")
class ResetPasswordController {

	private final CognitoAccountManager accounts;

	ResetPasswordController(CognitoAccountManager accounts) {
		this.accounts = accounts;
	}

	@GetMapping
	String page(ResetPasswordForm form) {
		return "reset-password";
	}

	@PostMapping
	String resetPassword(@Valid ResetPasswordForm form, BindingResult errors, HttpServletResponse response,
			RedirectAttributes redirect) {
		if (errors.hasErrors()) {
			return "reset-password";
		}
		try {
			this.accounts.confirmForgotPassword(form.code(), form.email(), form.password());
		}
		catch (CognitoException ex) {
			switch (ex.error()) {
				case CODE_MISMATCH, EXPIRED_CODE, USER_NOT_FOUND, NOT_AUTHORIZED ->
					errors.rejectValue("code", "code.invalid");
				case INVALID_PASSWORD -> errors.rejectValue("password", "password.weak");
				case PASSWORD_HISTORY_POLICY_VIOLATION -> errors.rejectValue("password", "password.used-before");
				default -> Failure.reject(ex, errors, response);
			}
			return "reset-password";
		}
		redirect.addFlashAttribute("notice", "password.reset");
		redirect.addFlashAttribute("username", form.email());
		return "redirect:/login";
	}

}

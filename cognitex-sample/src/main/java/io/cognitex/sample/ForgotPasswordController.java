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
 * Sends a code to whoever forgot the password, and says the same whether there is such an
 * account or not.
 */
@Controller
@RequestMapping("/forgot-password")
class ForgotPasswordController {

	private final CognitoAccountManager accounts;

	ForgotPasswordController(CognitoAccountManager accounts) {
		this.accounts = accounts;
	}

	@GetMapping
	String page(ForgotPasswordForm form) {
		return "forgot-password";
	}

	@PostMapping
	String forgotPassword(@Valid ForgotPasswordForm form, BindingResult errors, HttpServletResponse response,
			RedirectAttributes redirect) {
		if (errors.hasErrors()) {
			return "forgot-password";
		}
		try {
			this.accounts.forgotPassword(form.email());
		}
		catch (CognitoException ex) {
			if (!Failure.tellsOfTheAccount(ex)) {
				Failure.reject(ex, errors, response);
				return "forgot-password";
			}
		}
		redirect.addFlashAttribute("resetPasswordForm", new ResetPasswordForm(form.email(), "", ""));
		redirect.addFlashAttribute("notice", "code.sent-if-known");
		return "redirect:/reset-password";
	}

}

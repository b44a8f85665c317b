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
 * Confirms a new account by the code that was mailed, and sends another one. Neither says
 * whether there is an account to confirm.
 */
@Controller
@RequestMapping("/confirm")
class ConfirmController {

	private final CognitoAccountManager accounts;

	ConfirmController(CognitoAccountManager accounts) {
		this.accounts = accounts;
	}

	@GetMapping
	String page(ConfirmForm form) {
		return "confirm";
	}

	@PostMapping
	String confirm(@Valid ConfirmForm form, BindingResult errors, HttpServletResponse response,
			RedirectAttributes redirect) {
		if (errors.hasErrors()) {
			return "confirm";
		}
		try {
			this.accounts.confirm(form.email(), form.code());
		}
		catch (CognitoException ex) {
			switch (ex.error()) {
				case CODE_MISMATCH, EXPIRED_CODE, USER_NOT_FOUND, NOT_AUTHORIZED, INVALID_PARAMETER ->
					errors.rejectValue("code", "code.invalid");
				case ALIAS_EXISTS -> errors.rejectValue("email", "email.taken");
				default -> Failure.reject(ex, errors, response);
			}
			return "confirm";
		}
		redirect.addFlashAttribute("notice", "confirm.done");
		redirect.addFlashAttribute("username", form.email());
		return "redirect:/login";
	}

	@PostMapping("/resend")
	String resend(@Valid ConfirmForm form, BindingResult errors, HttpServletResponse response,
			RedirectAttributes redirect) {
		if (errors.hasFieldErrors("email")) {
			return "confirm";
		}
		try {
			this.accounts.resendConfirmationCode(form.email());
		}
		catch (CognitoException ex) {
			if (!Failure.tellsOfTheAccount(ex)) {
				Failure.reject(ex, errors, response);
				return "confirm";
			}
		}
		redirect.addFlashAttribute("confirmForm", new ConfirmForm(form.email(), ""));
		redirect.addFlashAttribute("notice", "code.sent-if-pending");
		return "redirect:/confirm";
	}

}

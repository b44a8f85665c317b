package io.cognitex.sample;

import java.util.Map;

import io.cognitex.CognitoAccountManager;
import io.cognitex.CognitoException;
import io.cognitex.SignUpResult;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;

import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Makes an account. */
@Controller
@RequestMapping("/sign-up")
class SignUpController {

	private final CognitoAccountManager accounts;

	SignUpController(CognitoAccountManager accounts) {
		this.accounts = accounts;
	}

	@GetMapping
	String page(SignUpForm form) {
		return "sign-up";
	}

	@PostMapping
	String signUp(@Valid SignUpForm form, BindingResult errors, HttpServletResponse response,
			RedirectAttributes redirect) {
		if (errors.hasErrors()) {
			return "sign-up";
		}
		try {
			SignUpResult result = this.accounts.signUp(form.email(), form.password(),
					Map.of("email", form.email(), "name", form.name()));
			return result.userConfirmed() ? toLogin(form, redirect) : toConfirmation(form, "code.sent", redirect);
		}
		catch (CognitoException ex) {
			switch (ex.error()) {
				case USERNAME_EXISTS, ALIAS_EXISTS -> errors.rejectValue("email", "email.taken");
				case INVALID_PASSWORD -> errors.rejectValue("password", "password.weak");
				case NOT_AUTHORIZED -> errors.reject("sign-up.closed");
				// The account is there all the same
				case CODE_DELIVERY_FAILURE, LIMIT_EXCEEDED -> {
					return toConfirmation(form, "code.not-sent", redirect);
				}
				default -> Failure.reject(ex, errors, response);
			}
			return "sign-up";
		}
	}

	private static String toConfirmation(SignUpForm form, String notice, RedirectAttributes redirect) {
		redirect.addFlashAttribute("confirmForm", new ConfirmForm(form.email(), ""));
		redirect.addFlashAttribute("notice", notice);
		return "redirect:/confirm";
	}

	private static String toLogin(SignUpForm form, RedirectAttributes redirect) {
		redirect.addFlashAttribute("username", form.email());
		redirect.addFlashAttribute("notice", "confirm.done");
		return "redirect:/login";
	}

}

package io.cognitex.sample;

import io.cognitex.CognitoAccountManager;
import io.cognitex.CognitoException;
import io.cognitex.security.CognitoAuthentication;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;

import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Verifies a changed e-mail address by the code that was mailed to it. */
@Controller
@RequestMapping("/profile/email")
class VerifyEmailController {

	private final CognitoAccountManager accounts;

	VerifyEmailController(CognitoAccountManager accounts) {
		this.accounts = accounts;
	}

	@GetMapping
	String page(VerifyEmailForm form) {
		return "verify-email";
	}

	@PostMapping
	String verify(CognitoAuthentication user, @Valid VerifyEmailForm form, BindingResult errors,
			HttpServletResponse response, RedirectAttributes redirect) {
		if (errors.hasErrors()) {
			return "verify-email";
		}
		try {
			this.accounts.verifyUserAttribute(user.getTokens().accessToken(), "email", form.code());
		}
		catch (CognitoException ex) {
			switch (ex.error()) {
				case CODE_MISMATCH, INVALID_PARAMETER -> errors.rejectValue("code", "code.wrong");
				case EXPIRED_CODE -> errors.rejectValue("code", "code.expired");
				case ALIAS_EXISTS -> errors.reject("email.taken");
				default -> Failure.reject(ex, errors, response);
			}
			return "verify-email";
		}
		redirect.addFlashAttribute("notice", "email.verified");
		return "redirect:/profile";
	}

	@PostMapping("/resend")
	String resend(CognitoAuthentication user, VerifyEmailForm form, BindingResult errors, HttpServletResponse response,
			RedirectAttributes redirect) {
		try {
			this.accounts.getUserAttributeVerificationCode(user.getTokens().accessToken(), "email");
		}
		catch (CognitoException ex) {
			Failure.reject(ex, errors, response);
			return "verify-email";
		}
		redirect.addFlashAttribute("notice", "code.sent");
		return "redirect:/profile/email";
	}

}

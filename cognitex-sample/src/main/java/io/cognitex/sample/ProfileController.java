package io.cognitex.sample;

import java.util.Map;

import io.cognitex.CognitoAccountManager;
import io.cognitex.CognitoException;
import io.cognitex.security.CognitoAuthentication;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Shows people what Cognito knows about them, and lets them change it. */
@Controller
@RequestMapping("/profile")
class ProfileController {

	private final CognitoAccountManager accounts;

	ProfileController(CognitoAccountManager accounts) {
		this.accounts = accounts;
	}

	@GetMapping
	String page(CognitoAuthentication user, Model model) {
		model.addAttribute("user", this.accounts.getUser(user.getTokens().accessToken()));
		model.addAttribute("groups", user.getPrincipal().getGroups());
		return "profile";
	}

	@GetMapping("/edit")
	String editPage(CognitoAuthentication user, Model model) {
		model.addAttribute(ProfileForm.of(this.accounts.getUser(user.getTokens().accessToken())));
		return "edit-profile";
	}

	@PostMapping("/edit")
	String edit(CognitoAuthentication user, @Valid ProfileForm form, BindingResult errors, HttpServletResponse response,
			RedirectAttributes redirect) {
		if (errors.hasErrors()) {
			return "edit-profile";
		}
		String accessToken = user.getTokens().accessToken();
		try {
			Map<String, String> changes = form.changesTo(this.accounts.getUser(accessToken));
			if (!changes.isEmpty() && !this.accounts.updateUserAttributes(accessToken, changes).isEmpty()) {
				redirect.addFlashAttribute("notice", "code.sent");
				return "redirect:/profile/email";
			}
		}
		catch (CognitoException ex) {
			switch (ex.error()) {
				case ALIAS_EXISTS -> errors.rejectValue("email", "email.taken");
				default -> Failure.reject(ex, errors, response);
			}
			return "edit-profile";
		}
		redirect.addFlashAttribute("notice", "profile.saved");
		return "redirect:/profile";
	}

}

package io.cognitex.sample;

import io.cognitex.security.web.FormPageRequestCache;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The application's own login pages. Spring Security takes what they submit. */
@Controller
class LoginController {

	@GetMapping("/login")
	String page(HttpServletRequest request, Model model) {
		model.addAttribute("notSent", FormPageRequestCache.takeNotSent(request));
		return "login";
	}

	@GetMapping("/login/question")
	String questionPage() {
		return "question-login";
	}

}

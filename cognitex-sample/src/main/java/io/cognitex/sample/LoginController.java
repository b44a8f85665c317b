package io.cognitex.sample;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The application's own login pages. Spring Security takes what they submit. */
@Controller
class LoginController {

	@GetMapping("/login")
	String page() {
		return "login";
	}

	@GetMapping("/login/question")
	String questionPage() {
		return "question-login";
	}

}

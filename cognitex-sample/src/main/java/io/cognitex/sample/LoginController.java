package io.cognitex.sample;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The application's own login page. Spring Security takes what it submits. */
@Controller
class LoginController {

	@GetMapping("/login")
	String page() {
		return "login";
	}

}

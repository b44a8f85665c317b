package io.cognitex.sample;

import io.cognitex.embedded.EmbeddedCognito;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The start page. On the embedded pool it names the users that one can log in as. */
@Controller
class HomeController {

	private final ObjectProvider<EmbeddedCognito> embedded;

	private final DemoUsers demoUsers;

	private final DemoPool demoPool;

	HomeController(ObjectProvider<EmbeddedCognito> embedded, DemoUsers demoUsers, DemoPool demoPool) {
		this.embedded = embedded;
		this.demoUsers = demoUsers;
		this.demoPool = demoPool;
	}

	@GetMapping("/")
	String page(Model model) {
		this.embedded.ifAvailable((cognito) -> {
			model.addAttribute("cognito", cognito);
			model.addAttribute("demoUsers", this.demoUsers.users());
			model.addAttribute("challengeUsers", this.demoPool.users());
			model.addAttribute("challengePassword", ChallengeUser.PASSWORD);
			model.addAttribute("totpSecret", ChallengeUser.TOTP_SECRET);
			model.addAttribute("address", ServletUriComponentsBuilder.fromCurrentContextPath().toUriString());
		});
		return "home";
	}

}

package io.cognitex.sample;

import io.cognitex.embedded.EmbeddedCognito;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.server.ResponseStatusException;

/**
 * Shows the codes that the embedded pool would have mailed. On AWS there is no such page.
 */
@Controller
class OutboxController {

	private final ObjectProvider<EmbeddedCognito> embedded;

	OutboxController(ObjectProvider<EmbeddedCognito> embedded) {
		this.embedded = embedded;
	}

	@GetMapping("/outbox")
	String page(Model model) {
		EmbeddedCognito cognito = this.embedded.getIfAvailable();
		if (cognito == null) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND);
		}
		model.addAttribute("messages", cognito.messages());
		return "outbox";
	}

}

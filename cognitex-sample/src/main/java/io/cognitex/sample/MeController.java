package io.cognitex.sample;

import java.util.Collection;

import io.cognitex.security.CognitoPrincipal;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells a client whose access token (or password) it sent. */
@RestController
class MeController {

	@GetMapping("/api/me")
	Me me(@AuthenticationPrincipal CognitoPrincipal user) {
		return new Me(user.getName(), user.getSubject(), user.getEmail(), user.getGroups());
	}

	/** What a client learns. */
	record Me(String username, String sub, @Nullable String email, Collection<String> groups) {

	}

}

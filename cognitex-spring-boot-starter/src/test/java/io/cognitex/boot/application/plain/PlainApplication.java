package io.cognitex.boot.application.plain;

import java.util.List;
import java.util.Map;

import io.cognitex.security.CognitoPrincipal;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * An application without a line of security.
 */
@SpringBootApplication
public class PlainApplication {

	/**
	 * Its only page.
	 */
	@RestController
	static class WhoController {

		@GetMapping({ "/who", "/other" })
		Map<String, Object> who(Authentication authentication) {
			CognitoPrincipal principal = (CognitoPrincipal) authentication.getPrincipal();
			List<String> authorities = authentication.getAuthorities()
				.stream()
				.map(GrantedAuthority::getAuthority)
				.sorted()
				.toList();
			return Map.of("type", authentication.getClass().getSimpleName(), "name", authentication.getName(), "email",
					String.valueOf(principal.getEmail()), "authorities", authorities);
		}

		@PostMapping("/who")
		String change(Authentication authentication) {
			return "changed by " + authentication.getName();
		}

	}

}

package io.cognitex.boot.application.ownchain;

import io.cognitex.security.web.CognitoAccessTokenConfigurer;
import io.cognitex.security.web.CognitoLoginConfigurer;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import static org.springframework.security.config.Customizer.withDefaults;

/**
 * An application with a stateless API, and with pages and a login page of its own.
 */
@SpringBootApplication
public class OwnChainApplication {

	@Bean
	@Order(1)
	SecurityFilterChain api(HttpSecurity http) {
		http.securityMatcher("/api/**");
		http.authorizeHttpRequests((requests) -> requests.anyRequest().hasRole("admin"));
		http.sessionManagement((session) -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
		http.with(new CognitoAccessTokenConfigurer(), withDefaults());
		return http.build();
	}

	@Bean
	@Order(2)
	SecurityFilterChain pages(HttpSecurity http) {
		http.authorizeHttpRequests(
				(requests) -> requests.requestMatchers("/").permitAll().anyRequest().authenticated());
		http.with(new CognitoLoginConfigurer(), (login) -> login.loginPage("/enter").permitAll());
		return http.build();
	}

	@RestController
	static class Pages {

		@GetMapping("/")
		String start() {
			return "start";
		}

		@GetMapping("/enter")
		String enter(org.springframework.security.web.csrf.CsrfToken csrf) {
			return "<input name=\"_csrf\" value=\"" + csrf.getToken() + "\">";
		}

		@GetMapping({ "/page", "/api/me" })
		String name(Authentication authentication) {
			return authentication.getName();
		}

	}

}

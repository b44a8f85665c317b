package io.cognitex.benchmarks;

import java.io.IOException;
import java.security.Principal;
import java.util.List;
import java.util.Objects;
import java.util.logging.LogManager;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Profile;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import io.cognitex.security.web.CognitoAccessTokenConfigurer;

/**
 * An application with the sample's {@code /api/me}, in a process of its own. What stands
 * before it is decided by the profile; the chains differ in nothing else.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@RestController
public class LoadServer {

	/**
	 * Serves until the input ends.
	 * @param arguments Spring Boot's
	 * @throws IOException if the input cannot be read
	 */
	public static void main(String[] arguments) throws IOException {
		LogManager.getLogManager().reset();
		try (ConfigurableApplicationContext context = SpringApplication.run(LoadServer.class, arguments)) {
			WebServer server = ((WebServerApplicationContext) context).getWebServer();
			System.out.println(Objects.requireNonNull(server).getPort());
			while (System.in.read() >= 0) {
				// not yet
			}
		}
	}

	@GetMapping("/api/me")
	Me me(@Nullable Principal principal) {
		return new Me((principal != null) ? principal.getName() : "nobody", "3f1e6f2a-0b1c-4d2e-9f3a-1234567890ab",
				"alice@example.com", List.of("admin"));
	}

	@Bean
	@Profile("cognitex")
	SecurityFilterChain cognitex(HttpSecurity http) {
		return stateless(http).authorizeHttpRequests((requests) -> requests.anyRequest().authenticated())
			.with(new CognitoAccessTokenConfigurer())
			.build();
	}

	@Bean
	@Profile("spring-jwt")
	SecurityFilterChain springJwt(HttpSecurity http, @Value("${issuer}") String issuer) {
		NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSetUri(issuer + "/.well-known/jwks.json").build();
		decoder.setJwtValidator(JwtValidators.createDefaultWithIssuer(issuer));
		return stateless(http).authorizeHttpRequests((requests) -> requests.anyRequest().authenticated())
			.oauth2ResourceServer((server) -> server.jwt((jwt) -> jwt.decoder(decoder)))
			.build();
	}

	@Bean
	@Profile("permit-all")
	SecurityFilterChain permitAll(HttpSecurity http) {
		return stateless(http).authorizeHttpRequests((requests) -> requests.anyRequest().permitAll()).build();
	}

	private static HttpSecurity stateless(HttpSecurity http) {
		return http.sessionManagement((sessions) -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
	}

	/**
	 * What a client learns, as from the sample.
	 *
	 * @param username the name
	 * @param sub the id
	 * @param email the address
	 * @param groups the groups
	 */
	record Me(String username, String sub, @Nullable String email, List<String> groups) {

	}

}

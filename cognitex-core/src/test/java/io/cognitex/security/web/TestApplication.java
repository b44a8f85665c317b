package io.cognitex.security.web;

import java.security.Principal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

import io.cognitex.CognitoAccountManager;
import io.cognitex.security.CognitoPrincipal;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEvent;
import org.springframework.context.annotation.AnnotatedBeanDefinitionReader;
import org.springframework.context.event.EventListener;
import org.springframework.mock.web.MockServletContext;
import org.springframework.security.authorization.AllRequiredFactorsAuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.support.GenericWebApplicationContext;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;

import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

/**
 * A small application with a real filter chain, without Spring Boot.
 */
final class TestApplication implements AutoCloseable {

	private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

	private final GenericWebApplicationContext context = new GenericWebApplicationContext(new MockServletContext());

	private TestApplication() {
		new AnnotatedBeanDefinitionReader(this.context).register(Configuration.class);
	}

	static TestApplication with(CognitoAccountManager accounts) {
		return new TestApplication().bean(CognitoAccountManager.class, accounts);
	}

	<T> TestApplication bean(Class<T> type, T bean) {
		this.context.registerBean(type.getSimpleName() + "-" + System.identityHashCode(bean), type, () -> bean);
		return this;
	}

	TestApplication configuration(Class<?> configuration) {
		new AnnotatedBeanDefinitionReader(this.context).register(configuration);
		return this;
	}

	/**
	 * Starts with this filter chain; everything but {@code /open} needs a login.
	 */
	TestApplication start(Consumer<HttpSecurity> customizer) {
		this.context.registerBean(SecurityFilterChain.class, () -> {
			HttpSecurity http = this.context.getBean(HttpSecurity.class);
			http.authorizeHttpRequests((requests) -> requests.requestMatchers("/open", "/static")
				.permitAll()
				.requestMatchers("/admin")
				.hasRole("admin")
				.requestMatchers("/password")
				.hasAuthority("FACTOR_PASSWORD")
				.requestMatchers("/app")
				.hasAuthority("FACTOR_SOFTWARE_TOKEN")
				.requestMatchers("/app/recent")
				.access(AllRequiredFactorsAuthorizationManager.<RequestAuthorizationContext>builder()
					.requireFactor((factor) -> factor.authority("FACTOR_SOFTWARE_TOKEN").validDuration(TEN_MINUTES))
					.build())
				.anyRequest()
				.authenticated());
			customizer.accept(http);
			return http.build();
		});
		this.context.refresh();
		return this;
	}

	MockMvcTester mvc() {
		return MockMvcTester.from(this.context, (builder) -> builder.apply(springSecurity()).build());
	}

	/**
	 * The simple names of the events that were published.
	 */
	List<String> events() {
		return this.context.getBean(Configuration.class).events;
	}

	/**
	 * Who {@code /me} was last served to.
	 */
	CognitoPrincipal principal() {
		return Objects.requireNonNull(this.context.getBean(Configuration.class).principal);
	}

	@Override
	public void close() {
		this.context.close();
	}

	@EnableWebMvc
	@EnableWebSecurity
	@RestController
	static class Configuration {

		private final List<String> events = new ArrayList<>();

		private @Nullable CognitoPrincipal principal;

		@EventListener
		void on(ApplicationEvent event) {
			this.events.add(event.getClass().getSimpleName());
		}

		@GetMapping({ "/me", "/admin", "/password", "/app", "/app/recent" })
		String me(Authentication authentication, @AuthenticationPrincipal CognitoPrincipal principal) {
			this.principal = principal;
			return principal.getName() + " " + principal.getEmail() + " "
					+ authentication.getAuthorities().stream().map(GrantedAuthority::getAuthority).sorted().toList();
		}

		@PostMapping("/me")
		String change(Principal principal) {
			return "changed by " + principal.getName();
		}

		@GetMapping("/static")
		String resource() {
			return "static";
		}

		@GetMapping("/open")
		String open(@Nullable Principal principal) {
			return "open to " + ((principal != null) ? principal.getName() : "all");
		}

	}

}

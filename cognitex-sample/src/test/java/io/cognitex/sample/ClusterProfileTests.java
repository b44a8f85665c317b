package io.cognitex.sample;

import java.nio.file.Path;

import io.cognitex.embedded.EmbeddedCognito;
import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestBuilders.formLogin;

/**
 * The sample with the profile {@code cluster} on its own database: what nodes do together
 * is tested with real ones.
 */
@SpringBootTest(properties = { "spring.main.cloud-platform=none", "cognitex.embedded.port=0" })
@ActiveProfiles("cluster")
@AutoConfigureMockMvc
@DirtiesContext
class ClusterProfileTests {

	@TempDir
	static Path directory;

	private final MockMvcTester mvc;

	private final EmbeddedCognito cognito;

	@Autowired
	ClusterProfileTests(MockMvcTester mvc, EmbeddedCognito cognito) {
		this.mvc = mvc;
		this.cognito = cognito;
	}

	@DynamicPropertySource
	static void database(DynamicPropertyRegistry registry) {
		registry.add("spring.datasource.url", () -> "jdbc:h2:file:" + directory.resolve("sessions"));
	}

	@Test
	void pageWhenLoggedInThenKnowsTheSessionByTheCookieOfTheStore() {
		String email = TestUsers.addUser(this.cognito);

		MvcTestResult login = this.mvc.perform(formLogin().user(email).password(TestUsers.PASSWORD));

		Cookie cookie = login.getResponse().getCookie("SESSION");
		assertThat(cookie).isNotNull();
		assertThat(this.mvc.get().uri("/profile").cookie(new Cookie("SESSION", "unknown"))).hasRedirectedUrl("/login");
		assertThat(this.mvc.get().uri("/profile").cookie(cookie)).hasStatusOk().bodyText().contains(email);
		assertThat(directory).isDirectoryContaining((file) -> file.getFileName().toString().equals("sessions.mv.db"));
	}

}

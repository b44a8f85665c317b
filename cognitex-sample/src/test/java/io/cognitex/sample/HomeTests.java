package io.cognitex.sample;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static io.cognitex.test.CognitoMockMvcRequestPostProcessors.cognitoUser;
import static org.assertj.core.api.Assertions.assertThat;

@SampleTest
class HomeTests {

	private final MockMvcTester mvc;

	@Autowired
	HomeTests(MockMvcTester mvc) {
		this.mvc = mvc;
	}

	@Test
	void homeWhenNotLoggedInThenOffersLogin() {
		assertThat(this.mvc.get().uri("/")).hasStatusOk()
			.bodyText()
			.contains("href=\"/login\"", "href=\"/sign-up\"")
			.doesNotContain("href=\"/profile\"", "href=\"/admin/users\"", "Log out");
	}

	@Test
	void homeWhenLoggedInThenOffersProfile() {
		assertThat(this.mvc.get().uri("/").with(cognitoUser())).hasStatusOk()
			.bodyText()
			.contains("href=\"/profile\"", "Log out")
			.doesNotContain("href=\"/login\"", "href=\"/admin/users\"");
	}

	@Test
	void homeWhenAdministratorThenOffersUsers() {
		assertThat(this.mvc.get().uri("/").with(cognitoUser().groups("admin"))).hasStatusOk()
			.bodyText()
			.contains("href=\"/admin/users\"");
	}

	@Test
	void homeAllowsNothingButTheApplicationsOwn() {
		MvcTestResult result = this.mvc.get().uri("/").exchange();

		assertThat(result.getResponse().getHeader("Content-Security-Policy")).startsWith("default-src 'self'")
			.doesNotContain("unsafe");
		assertThat(result).bodyText().doesNotContain("<script", "style=\"", "<style", "https://");
	}

	@Test
	void stylesheetIsForEverybody() {
		assertThat(this.mvc.get().uri("/style.css")).hasStatusOk().hasContentTypeCompatibleWith("text/css");
	}

}

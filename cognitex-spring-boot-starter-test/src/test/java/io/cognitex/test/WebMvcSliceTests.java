package io.cognitex.test;

import io.cognitex.test.application.TestApplication;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.servlet.MockMvc;

import static io.cognitex.test.CognitoMockMvcRequestPostProcessors.cognitoLogin;
import static io.cognitex.test.CognitoMockMvcRequestPostProcessors.cognitoUser;
import static org.springframework.http.HttpHeaders.AUTHORIZATION;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/**
 * A {@code @WebMvcTest}, which has the filter chain of the starter.
 */
@WebMvcTest(TestApplication.ProfileController.class)
@ContextConfiguration(classes = TestApplication.class)
@EmbeddedCognito(users = @EmbeddedCognito.User(username = "alice", password = "Passw0rd!",
		attributes = "email=alice@example.com"))
class WebMvcSliceTests {

	@Autowired
	private MockMvc mvc;

	@Test
	void requestWhenTokenIsForgedThenRefusedByTheStartersChain() throws Exception {
		this.mvc.perform(get("/name").header(AUTHORIZATION, "Bearer forged"))
			.andExpect(status().isUnauthorized())
			.andExpect(header().exists("WWW-Authenticate"));
	}

	@Test
	void requestWhenUserIsMadeUpThenAnswered() throws Exception {
		this.mvc.perform(get("/name").with(cognitoUser().username("carol"))).andExpect(content().string("carol"));
	}

	@Test
	@WithMockCognitoUser("dave")
	void requestWhenTestRunsAsAUserThenAnswered() throws Exception {
		this.mvc.perform(get("/name")).andExpect(content().string("dave"));
	}

	@Test
	void requestWhenUserIsLoggedInThenAnswered() throws Exception {
		this.mvc.perform(get("/email").with(cognitoLogin("alice", "Passw0rd!")))
			.andExpect(content().string("alice@example.com"));
	}

}

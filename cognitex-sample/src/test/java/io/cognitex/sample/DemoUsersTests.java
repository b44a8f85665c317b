package io.cognitex.sample;

import javax.sql.DataSource;

import io.cognitex.embedded.EmbeddedCognito;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.session.SessionRepository;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The sample as it starts when nothing is configured.
 */
@SpringBootTest(properties = "spring.main.cloud-platform=none")
@AutoConfigureMockMvc
class DemoUsersTests {

	private final MockMvcTester mvc;

	private final DemoUsers demoUsers;

	private final EmbeddedCognito cognito;

	private final ApplicationContext context;

	@Autowired
	DemoUsersTests(MockMvcTester mvc, DemoUsers demoUsers, EmbeddedCognito cognito, ApplicationContext context) {
		this.mvc = mvc;
		this.demoUsers = demoUsers;
		this.cognito = cognito;
		this.context = context;
	}

	@Test
	void contextHasNeitherADatabaseNorSessionsInOne() {
		assertThat(this.context.getBeanProvider(DataSource.class)).isEmpty();
		assertThat(this.context.getBeanProvider(SessionRepository.class)).isEmpty();
	}

	@Test
	void homeNamesThemAndTheirPasswords() {
		assertThat(this.demoUsers.users()).hasSize(2);
		for (DemoUsers.DemoUser user : this.demoUsers.users()) {
			assertThat(this.mvc.get().uri("/")).hasStatusOk().bodyText().contains(user.username(), user.password());
		}
	}

	@Test
	void homeSaysHowToGetAnAccessToken() {
		assertThat(this.mvc.get().uri("/")).hasStatusOk()
			.bodyText()
			.contains(this.cognito.endpoint().toString(), this.cognito.clientId(), "http://localhost/api/me");
	}

	@Test
	void eachCanLogInAndOnlyTheAdministratorSeesUsers() {
		for (DemoUsers.DemoUser user : this.demoUsers.users()) {
			MockHttpSession session = TestSessions.logIn(this.mvc, user.username(), user.password());

			MvcTestResult result = this.mvc.get().uri("/admin/users").session(session).exchange();

			assertThat(result.getResponse().getStatus()).isEqualTo(user.groups().contains("admin") ? 200 : 403);
		}
		assertThat(this.demoUsers.users()).filteredOn((user) -> user.groups().contains("admin")).hasSize(1);
	}

}

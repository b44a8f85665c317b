package io.cognitex.boot.application;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.cognitex.CognitoAccountManager;
import io.cognitex.boot.application.plain.PlainApplication;
import io.cognitex.embedded.EmbeddedCognito;
import io.cognitex.embedded.EmbeddedUser;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Logins of several steps over HTTP, with the sessions and cookies of a real server.
 */
@SpringBootTest(classes = { PlainApplication.class, ChallengeLoginTests.Traffic.class },
		webEnvironment = WebEnvironment.RANDOM_PORT, properties = "cognitex.embedded.enabled=true")
class ChallengeLoginTests {

	private static final String CHALLENGE = "/login/challenge";

	private static final String PASSWORD = "Passw0rd!";

	private static final Map<String, String> ANSWER = Map.of("newPassword", "N3w-Passw0rd!");

	private TestBrowser browser;

	@Autowired
	private Traffic traffic;

	@BeforeEach
	void setUp(@LocalServerPort int port, @Autowired EmbeddedCognito cognito) {
		cognito.reset();
		cognito.addUser(EmbeddedUser.named("newcomer")
			.password(PASSWORD)
			.status(EmbeddedUser.Status.FORCE_CHANGE_PASSWORD)
			.build());
		this.browser = new TestBrowser(port);
	}

	@Test
	void answerWhenSessionIsGoneThenLoginPageSaysSo(@LocalServerPort int port) {
		this.browser.login("newcomer", PASSWORD);

		HttpResponse<String> response = new TestBrowser(port).post(CHALLENGE, ANSWER, "Accept", "text/html");

		assertThat(TestBrowser.location(response)).isEqualTo(CHALLENGE);
		HttpResponse<String> page = this.browser.withoutCookies().get(CHALLENGE);
		assertThat(TestBrowser.location(page)).isEqualTo("/login?error");
	}

	@Test
	void answerWhenRightThenSessionHasHadThreeIds() {
		this.browser.get("/other", "Accept", "text/html");
		String first = this.browser.sessionId();

		this.browser.login("newcomer", PASSWORD);
		String second = this.browser.sessionId();
		HttpResponse<String> response = this.browser.submit(CHALLENGE, CHALLENGE, ANSWER);

		assertThat(TestBrowser.location(response)).contains("/other");
		assertThat(this.browser.get("/other").statusCode()).isEqualTo(200);
		assertThat(new String[] { first, second, this.browser.sessionId() }).doesNotHaveDuplicates().doesNotContain("");
	}

	@Test
	void answerWhenSentTwiceAtOnceThenTheBrowserThatIgnoresTheFirstResponseIsLoggedIn() throws Exception {
		this.browser.get("/other", "Accept", "text/html");
		this.browser.login("newcomer", PASSWORD);
		String page = this.browser.get(CHALLENGE).body();
		Map<String, String> form = Map.of("newPassword", "N3w-Passw0rd!", "_csrf", hidden("_csrf", page), "step",
				hidden("step", page));
		TestBrowser ignored = this.browser.withSameCookies();
		this.traffic.hold();

		CompletableFuture<HttpResponse<String>> first = CompletableFuture
			.supplyAsync(() -> ignored.post(CHALLENGE, form, "Accept", "text/html"));
		this.traffic.asked.await();
		CompletableFuture<HttpResponse<String>> second = CompletableFuture
			.supplyAsync(() -> this.browser.post(CHALLENGE, form, "Accept", "text/html"));
		this.traffic.bothArrived.await();
		this.traffic.answers.countDown();

		assertThat(TestBrowser.location(first.get())).contains("/other");
		assertThat(TestBrowser.location(second.get())).isEqualTo(CHALLENGE);
		assertThat(TestBrowser.location(this.browser.get(CHALLENGE))).contains("/other");
		assertThat(this.browser.get("/other").statusCode()).isEqualTo(200);
	}

	private static String hidden(String name, String page) {
		Matcher value = Pattern.compile("name=\"" + name + "\" value=\"([^\"]+)\"").matcher(page);
		assertThat(value.find()).isTrue();
		return value.group(1);
	}

	/**
	 * Lets the test decide when Cognito answers, and tells it when two requests have
	 * found their session.
	 */
	@TestConfiguration(proxyBeanMethods = false)
	static class Traffic {

		private volatile CountDownLatch asked = new CountDownLatch(1);

		private volatile CountDownLatch bothArrived = new CountDownLatch(2);

		private volatile CountDownLatch answers = new CountDownLatch(0);

		void hold() {
			this.asked = new CountDownLatch(1);
			this.bothArrived = new CountDownLatch(2);
			this.answers = new CountDownLatch(1);
		}

		@Bean
		FilterRegistrationBean<Filter> arrivals() {
			FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>((request, response, chain) -> {
				HttpServletRequest http = (HttpServletRequest) request;
				http.getSession(false);
				if ("POST".equals(http.getMethod())) {
					this.bothArrived.countDown();
				}
				chain.doFilter(request, response);
			});
			registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
			return registration;
		}

		@Bean
		static BeanPostProcessor slowAnswers(ObjectProvider<Traffic> traffic) {
			return new BeanPostProcessor() {
				@Override
				public Object postProcessAfterInitialization(Object bean, String beanName) {
					return (bean instanceof CognitoAccountManager accounts) ? slow(accounts, traffic) : bean;
				}
			};
		}

		private static Object slow(CognitoAccountManager accounts, ObjectProvider<Traffic> traffic) {
			return Proxy.newProxyInstance(Traffic.class.getClassLoader(),
					new Class<?>[] { CognitoAccountManager.class }, (proxy, method, arguments) -> {
						if (method.getName().equals("respond")) {
							traffic.getObject().asked.countDown();
							traffic.getObject().answers.await();
						}
						try {
							return method.invoke(accounts, arguments);
						}
						catch (InvocationTargetException ex) {
							throw ex.getTargetException();
						}
					});
		}

	}

}

package io.cognitex.boot.security;

import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

import io.cognitex.boot.CognitexAutoConfiguration;
import io.cognitex.security.web.CognitoUsernamePasswordAuthenticationFilter;
import jakarta.servlet.Filter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.ManagementWebSecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.assertj.AssertableWebApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.authentication.TestingAuthenticationProvider;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.session.MapSessionRepository;
import org.springframework.session.SessionRepository;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

/**
 * Tests for {@link CognitexWebSecurityAutoConfiguration}.
 */
class CognitexWebSecurityAutoConfigurationTests {

	private static final AutoConfigurations AUTO_CONFIGURATIONS = AutoConfigurations.of(CognitexAutoConfiguration.class,
			CognitexSecurityAutoConfiguration.class, CognitexWebSecurityAutoConfiguration.class,
			SecurityAutoConfiguration.class, UserDetailsServiceAutoConfiguration.class,
			ServletWebSecurityAutoConfiguration.class, ManagementWebSecurityAutoConfiguration.class,
			WebMvcAutoConfiguration.class);

	private static final String[] POOL = { "cognitex.user-pool-id=eu-central-1_AbCdEfGhI",
			"cognitex.client-id=1example23456789" };

	private final WebApplicationContextRunner contextRunner = new WebApplicationContextRunner()
		.withConfiguration(AUTO_CONFIGURATIONS)
		.withPropertyValues(POOL);

	@Test
	void contextWhenDisabledThenHasBootsOwnChain() {
		this.contextRunner.withPropertyValues("cognitex.enabled=false").run((context) -> {
			assertThat(context).hasSingleBean(SecurityFilterChain.class);
			assertThat(filter(context, UsernamePasswordAuthenticationFilter.class))
				.isNotInstanceOf(CognitoUsernamePasswordAuthenticationFilter.class);
			assertThat(chain(context).getFilters()).noneMatch(BearerTokenAuthenticationFilter.class::isInstance);
		});
	}

	@Test
	void contextWhenApplicationHasAChainThenBacksOff() {
		this.contextRunner.withUserConfiguration(OwnChain.class)
			.run((context) -> assertThat(context).hasSingleBean(SecurityFilterChain.class).hasBean("ownChain"));
	}

	@Test
	void loginWhenSessionsAreSharedThenBeginsANewOne() {
		this.contextRunner.withBean(SessionRepository.class, () -> new MapSessionRepository(new ConcurrentHashMap<>()))
			.run((context) -> assertThat(logIn(context).isInvalid()).isTrue());
	}

	@Test
	void loginWhenSessionsAreNotSharedThenSessionGetsANewId() {
		this.contextRunner.run((context) -> assertNewId(logIn(context)));
		this.contextRunner.withClassLoader(new FilteredClassLoader("org.springframework.session"))
			.run((context) -> assertNewId(logIn(context)));
	}

	private static void assertNewId(MockHttpSession session) {
		assertThat(session.isInvalid()).isFalse();
		assertThat(session.getId()).isNotEqualTo("old");
	}

	/** What becomes of a session at login. */
	private static MockHttpSession logIn(AssertableWebApplicationContext context) {
		MockHttpSession session = new MockHttpSession(null, "old");
		MockHttpServletRequest request = new MockHttpServletRequest();
		request.setSession(session);
		request.setRequestedSessionIdValid(true);
		Object strategy = ReflectionTestUtils.getField(filter(context, UsernamePasswordAuthenticationFilter.class),
				"sessionStrategy");
		((SessionAuthenticationStrategy) Objects.requireNonNull(strategy))
			.onAuthentication(new TestingAuthenticationToken("alice", "n/a"), request, new MockHttpServletResponse());
		return session;
	}

	@Test
	void contextWhenApplicationHasAProviderThenHasBootsOwnChain() {
		this.contextRunner.withBean(TestingAuthenticationProvider.class)
			.run((context) -> assertThat(context).hasSingleBean(SecurityFilterChain.class)
				.doesNotHaveBean("cognitoSecurityFilterChain"));
	}

	@Test
	void contextWhenResourceServerIsAbsentThenHasBootsOwnChain() {
		this.contextRunner
			.withClassLoader(new FilteredClassLoader("org.springframework.security.oauth2.server.resource"))
			.run((context) -> assertThat(context).hasSingleBean(SecurityFilterChain.class)
				.doesNotHaveBean("cognitoSecurityFilterChain"));
	}

	@Test
	void contextWhenNotAWebApplicationThenHasNoChain() {
		new ApplicationContextRunner().withConfiguration(AUTO_CONFIGURATIONS)
			.withPropertyValues(POOL)
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(SecurityFilterChain.class));
	}

	@Test
	void contextWhenConfiguredThenHasFormBasicAndBearerLogin() {
		this.contextRunner.run((context) -> {
			assertThat(context).hasSingleBean(SecurityFilterChain.class).hasBean("cognitoSecurityFilterChain");
			assertThat(chain(context).getFilters())
				.hasAtLeastOneElementOfType(CognitoUsernamePasswordAuthenticationFilter.class)
				.hasAtLeastOneElementOfType(BasicAuthenticationFilter.class)
				.hasAtLeastOneElementOfType(BearerTokenAuthenticationFilter.class);
		});
	}

	@Test
	void contextWhenActuatorIsAbsentThenHasChain() {
		this.contextRunner
			.withClassLoader(
					new FilteredClassLoader("org.springframework.boot.actuate", "org.springframework.boot.health"))
			.run((context) -> assertThat(context).hasBean("cognitoSecurityFilterChain"));
	}

	@Test
	void contextWhenConfiguredThenHasNoFilterBeanThatTheContainerWouldCallTwice() {
		this.contextRunner.run((context) -> assertThat(context.getBeanNamesForType(Filter.class))
			.allMatch((name) -> !name.toLowerCase().contains("cognit")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "s3cr3t", "czNjcjN0", "not base64!" })
	void contextWhenAHandleKeyIsNotAnAesKeyThenFailsWithoutRepeatingIt(String key) {
		this.contextRunner
			.withPropertyValues("cognitex.login.json.enabled=true", "cognitex.login.json.handle-keys=" + key)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(InvalidConfigurationPropertyValueException.class)
				.hasMessageContaining("cognitex.login.json.handle-keys")
				.hasMessageNotContaining(key));
	}

	@Test
	void contextWhenHandlesLastNoTimeThenFails() {
		this.contextRunner
			.withPropertyValues("cognitex.login.json.enabled=true", "cognitex.login.json.handle-validity=0s")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(InvalidConfigurationPropertyValueException.class));
	}

	@Test
	void loginByJsonWhenNotSwitchedOnThenIsNot() {
		this.contextRunner.run((context) -> assertThat(jsonLogin(context, csrf())).hasStatus(401));
	}

	@Test
	void loginByJsonWhenSwitchedOnThenIsWithACsrfToken() {
		this.contextRunner.withPropertyValues("cognitex.login.json.enabled=true").run((context) -> {
			assertThat(jsonLogin(context, (request) -> request)).hasStatus(403);
			assertThat(jsonLogin(context, csrf())).hasStatus(400).hasContentType("application/problem+json");
		});
	}

	@Test
	void loginByJsonWhenStatelessThenIsWithoutACsrfToken() {
		this.contextRunner
			.withPropertyValues("cognitex.login.json.enabled=true", "cognitex.login.json.stateless=true",
					"cognitex.login.json.handle-keys=MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=")
			.run((context) -> assertThat(jsonLogin(context, (request) -> request)).hasStatus(400)
				.hasContentType("application/problem+json"));
	}

	private static MvcTestResult jsonLogin(AssertableWebApplicationContext context, RequestPostProcessor processor) {
		return MockMvcTester.from(context, (builder) -> builder.apply(springSecurity()).build())
			.post()
			.uri("/login/json")
			.with(processor)
			.contentType(MediaType.APPLICATION_JSON)
			.content("{}")
			.exchange();
	}

	private static SecurityFilterChain chain(AssertableWebApplicationContext context) {
		return context.getBean(SecurityFilterChain.class);
	}

	private static Filter filter(AssertableWebApplicationContext context, Class<? extends Filter> type) {
		return chain(context).getFilters().stream().filter(type::isInstance).findFirst().orElseThrow();
	}

	@Configuration(proxyBeanMethods = false)
	static class OwnChain {

		@Bean
		SecurityFilterChain ownChain(HttpSecurity http) {
			return http.build();
		}

	}

}

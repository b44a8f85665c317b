package io.cognitex.boot.security;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.cognitex.boot.CognitexAutoConfiguration;
import io.cognitex.security.AccessTokenClaims;
import io.cognitex.security.CognitoAuthenticationProvider;
import io.cognitex.security.CognitoAuthoritiesMapper;
import io.cognitex.security.CognitoCredentialsCache;
import io.cognitex.security.web.CognitoLoginSettings;
import io.cognitex.security.web.CookieRememberedDeviceRepository;
import io.cognitex.security.web.PasswordPolicy;
import io.cognitex.security.web.RememberedDeviceRepository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationEvent;
import org.springframework.security.authentication.AuthenticationEventPublisher;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.authentication.TestingAuthenticationProvider;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.authentication.event.AbstractAuthenticationEvent;
import org.springframework.security.authentication.event.AuthenticationFailureServiceExceptionEvent;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.userdetails.UserDetailsService;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CognitexSecurityAutoConfiguration}.
 */
@ExtendWith(OutputCaptureExtension.class)
class CognitexSecurityAutoConfigurationTests {

	private static final AccessTokenClaims CLAIMS = new AccessTokenClaims("alice", "sub", List.of("admin"),
			Set.of("aws.cognito.signin.user.admin"), Map.of());

	private final WebApplicationContextRunner contextRunner = new WebApplicationContextRunner()
		.withConfiguration(
				AutoConfigurations.of(CognitexAutoConfiguration.class, CognitexSecurityAutoConfiguration.class,
						SecurityAutoConfiguration.class, UserDetailsServiceAutoConfiguration.class))
		.withPropertyValues("cognitex.user-pool-id=eu-central-1_AbCdEfGhI", "cognitex.client-id=1example23456789");

	@Test
	void contextWhenDisabledThenHasNoProvider() {
		this.contextRunner.withPropertyValues("cognitex.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(AuthenticationProvider.class)
				.doesNotHaveBean(CognitoAuthoritiesMapper.class));
	}

	@Test
	void contextWhenDisabledAndUserIsConfiguredThenBootsOwnUserServes() {
		this.contextRunner.withPropertyValues("cognitex.enabled=false", "spring.security.user.name=boot")
			.run((context) -> assertThat(context).hasSingleBean(UserDetailsService.class));
	}

	@ParameterizedTest
	@CsvSource({ "cognitex.basic.cache-ttl, -1s", "cognitex.basic.cache-size, 0", "cognitex.basic.cache-size, -1" })
	void contextWhenCredentialsCacheIsOutOfRangeThenFailsAndNamesTheProperty(String name, String value) {
		this.contextRunner.withPropertyValues(name + "=" + value)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(InvalidConfigurationPropertyValueException.class)
				.hasMessageContaining(name));
	}

	@Test
	void contextWhenApplicationHasACredentialsCacheThenThatIsUsed() {
		CognitoCredentialsCache cache = new CognitoCredentialsCache();

		this.contextRunner.withBean(CognitoCredentialsCache.class, () -> cache)
			.run((context) -> assertThat(context).getBean(CognitoCredentialsCache.class).isSameAs(cache));
	}

	@Test
	void contextWhenOAuth2IsAbsentThenHasNoProvider() {
		this.contextRunner.withClassLoader(new FilteredClassLoader("org.springframework.security.oauth2"))
			.run((context) -> assertThat(context).doesNotHaveBean(CognitoAuthenticationProvider.class));
	}

	@Test
	void contextWhenApplicationBringsProviderThenBacksOff() {
		this.contextRunner.withBean(TestingAuthenticationProvider.class)
			.run((context) -> assertThat(context).hasSingleBean(AuthenticationProvider.class)
				.hasSingleBean(TestingAuthenticationProvider.class));
	}

	@Test
	void contextWhenConfiguredThenHasOneProviderAndNoGeneratedUser(CapturedOutput output) {
		this.contextRunner.run((context) -> {
			assertThat(context).hasSingleBean(AuthenticationProvider.class)
				.hasSingleBean(CognitoAuthenticationProvider.class)
				.doesNotHaveBean(UserDetailsService.class);
			assertThat(output).doesNotContain("generated security password");
		});
	}

	@Test
	void settingsWhenShortestPasswordCannotBeThenStartFails() {
		this.contextRunner.withPropertyValues("cognitex.login.password-policy.minimum-length=5")
			.run((context) -> assertThat(context).getFailure()
				.hasRootCauseInstanceOf(InvalidConfigurationPropertyValueException.class));
	}

	@Test
	void settingsWhenNotConfiguredThenCognitosDefaults() {
		this.contextRunner.withPropertyValues("spring.application.name=shop")
			.run((context) -> assertThat(context.getBean(CognitoLoginSettings.class))
				.isEqualTo(new CognitoLoginSettings(false, PasswordPolicy.withDefaults(), "shop", null, null)));
	}

	@Test
	void settingsWhenConfiguredThenTheseAreUsed() {
		this.contextRunner
			.withPropertyValues("cognitex.login.username-first=true", "cognitex.login.authenticator-app-issuer=Shop",
					"cognitex.login.confirm-page=/confirm", "cognitex.login.forgot-password-page=/forgot-password",
					"cognitex.login.password-policy.minimum-length=12",
					"cognitex.login.password-policy.require-symbols=false")
			.run((context) -> assertThat(context.getBean(CognitoLoginSettings.class))
				.isEqualTo(new CognitoLoginSettings(true, new PasswordPolicy(12, true, true, true, false), "Shop",
						"/confirm", "/forgot-password")));
	}

	@Test
	void settingsWhenFlowLetsUsersChooseThenUsernameFirst() {
		this.contextRunner.withPropertyValues("cognitex.sign-in-flow=user-auth")
			.run((context) -> assertThat(context.getBean(CognitoLoginSettings.class).usernameFirst()).isTrue());
		this.contextRunner.withPropertyValues("cognitex.sign-in-flow=user-auth", "cognitex.login.username-first=false")
			.run((context) -> assertThat(context.getBean(CognitoLoginSettings.class).usernameFirst()).isFalse());
	}

	@ParameterizedTest
	@ValueSource(strings = { "not base64!", "c2hvcnQ=", "c2VjcmV0LWtleQ==" })
	void devicesWhenKeyIsNoneThenStartFailsWithoutTellingTheKey(String key) {
		this.contextRunner.withPropertyValues("cognitex.login.remembered-device-keys=" + key)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(InvalidConfigurationPropertyValueException.class)
				.hasMessageNotContaining(key));
	}

	@Test
	void devicesWhenThereIsNoKeyThenNotRemembered() {
		this.contextRunner.run((context) -> assertThat(context).doesNotHaveBean(RememberedDeviceRepository.class));
	}

	@Test
	void devicesWhenThereIsAKeyThenRememberedInACookie() {
		this.contextRunner
			.withPropertyValues("cognitex.login.remembered-device-keys=MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=")
			.run((context) -> assertThat(context).hasSingleBean(CookieRememberedDeviceRepository.class));
	}

	@Test
	void publisherWhenCognitoCannotBeAskedThenPublishesSpringSecuritysEventForThat() {
		List<Object> events = new ArrayList<>();
		this.contextRunner.run((context) -> {
			context.getSourceApplicationContext().addApplicationListener((ApplicationEvent event) -> events.add(event));

			context.getBean(AuthenticationEventPublisher.class)
				.publishAuthenticationFailure(new InternalAuthenticationServiceException("outage"),
						new TestingAuthenticationToken("alice", "password"));
		});

		assertThat(events).filteredOn(AbstractAuthenticationEvent.class::isInstance)
			.singleElement()
			.isInstanceOf(AuthenticationFailureServiceExceptionEvent.class);
	}

	@Test
	void publisherWhenApplicationBringsItsOwnThenLeftAlone() {
		AuthenticationEventPublisher publisher = new NoEvents();
		this.contextRunner.withBean(AuthenticationEventPublisher.class, () -> publisher)
			.run((context) -> assertThat(context).getBean(AuthenticationEventPublisher.class).isSameAs(publisher));
	}

	@Test
	void mapperWhenNothingIsConfiguredThenGroupsAreRoles() {
		this.contextRunner
			.run((context) -> assertThat(context.getBean(CognitoAuthoritiesMapper.class).mapAuthorities(CLAIMS))
				.extracting(GrantedAuthority::getAuthority)
				.contains("ROLE_admin"));
	}

	@Test
	void mapperWhenPrefixIsEmptyThenGroupsAreAuthorities() {
		this.contextRunner.withPropertyValues("cognitex.authorities.role-prefix=")
			.run((context) -> assertThat(context.getBean(CognitoAuthoritiesMapper.class).mapAuthorities(CLAIMS))
				.extracting(GrantedAuthority::getAuthority)
				.contains("admin"));
	}

	@Test
	void contextWhenApplicationBringsMapperThenBacksOff() {
		CognitoAuthoritiesMapper mapper = (claims) -> List.of();

		this.contextRunner.withBean(CognitoAuthoritiesMapper.class, () -> mapper)
			.run((context) -> assertThat(context).getBean(CognitoAuthoritiesMapper.class).isSameAs(mapper));
	}

	private static final class NoEvents implements AuthenticationEventPublisher {

		@Override
		public void publishAuthenticationSuccess(Authentication authentication) {
		}

		@Override
		public void publishAuthenticationFailure(AuthenticationException exception, Authentication authentication) {
		}

	}

}

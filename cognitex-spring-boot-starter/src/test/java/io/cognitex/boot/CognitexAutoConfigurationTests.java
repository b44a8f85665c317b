package io.cognitex.boot;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.cognitex.CognitoAccountManager;
import io.cognitex.CognitoException;
import io.cognitex.token.CognitoTokenVerifier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.support.GenericApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link CognitexAutoConfiguration}.
 */
class CognitexAutoConfigurationTests {

	private static final CognitoTokenVerifier VERIFIER = CognitoTokenVerifier.builder()
		.issuer("https://issuer.example.com")
		.clientIds("client")
		.build();

	private final ApplicationContextRunner unconfigured = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(CognitexAutoConfiguration.class));

	private final ApplicationContextRunner contextRunner = this.unconfigured
		.withPropertyValues("cognitex.user-pool-id=eu-central-1_AbCdEfGhI", "cognitex.client-id=1example23456789");

	@Test
	void contextWhenNothingIsConfiguredThenFails() {
		this.unconfigured.withClassLoader(new FilteredClassLoader("io.cognitex.embedded"))
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(CognitexConfigurationException.class)
				.hasMessage("No user pool is configured."));
	}

	@Test
	void contextWhenSeveralPropertiesAreWrongThenFailsWithAll() {
		this.unconfigured
			.withPropertyValues("cognitex.user-pool-id=my-pool", "cognitex.client-secret=",
					"cognitex.client.read-timeout=0s")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOfSatisfying(CognitexConfigurationException.class,
						(ex) -> assertThat(ex.getProblems()).extracting(ConfigurationProblem::description)
							.containsExactly(
									"'cognitex.user-pool-id' is 'my-pool', which is not the ID of a user pool.",
									"'cognitex.user-pool-id' is set, but 'cognitex.client-id' is not.",
									"'cognitex.client-secret' is blank.",
									"'cognitex.client.read-timeout' is shorter than a millisecond.")));
	}

	@Test
	void contextWhenDisabledThenHasNoBean() {
		this.unconfigured.withPropertyValues("cognitex.enabled=false")
			.run((context) -> assertThat(context.getBeanDefinitionNames())
				.noneMatch((name) -> name.toLowerCase().contains("cognit")));
	}

	@Test
	void contextWhenPoolAndClientAreConfiguredThenHasAccountManager() {
		this.contextRunner.run((context) -> assertThat(context).hasSingleBean(CognitoAccountManager.class)
			.hasSingleBean(CognitoTokenVerifier.class)
			.hasSingleBean(CognitoConnectionDetails.class));
	}

	@Test
	void contextWhenSrpWarmUpIsNotAskedForThenNone() {
		this.contextRunner.run((context) -> assertThat(context).doesNotHaveBean(SrpWarmUp.class));
	}

	@Test
	void contextWhenSrpWarmUpIsAskedForThenHasIt() {
		this.contextRunner.withPropertyValues("cognitex.srp-warm-up=true")
			.run((context) -> assertThat(context).hasSingleBean(SrpWarmUp.class));
	}

	@Test
	void srpWarmUpWhenApplicationIsReadyThenRunsInTheBackground() throws Exception {
		CompletableFuture<Thread> ran = new CompletableFuture<>();
		SrpWarmUp warmUp = new SrpWarmUp(() -> ran.complete(Thread.currentThread()));

		warmUp.onApplicationEvent(new ApplicationReadyEvent(new SpringApplication(), new String[0],
				new GenericApplicationContext(), Duration.ZERO));

		Thread thread = ran.get(10, TimeUnit.SECONDS);
		assertThat(thread).isNotSameAs(Thread.currentThread());
		assertThat(thread.isDaemon()).isTrue();
	}

	@Test
	void connectionDetailsWhenConfiguredThenTellTheProperties() {
		this.contextRunner
			.withPropertyValues("cognitex.client-secret=s3cret", "cognitex.region=eu-central-1",
					"cognitex.endpoint=http://localhost:9229", "cognitex.issuer=http://localhost:9229/pool",
					"cognitex.jwk-set-uri=http://localhost:9229/keys")
			.run((context) -> {
				CognitoConnectionDetails details = context.getBean(CognitoConnectionDetails.class);

				assertThat(details.getUserPoolId()).isEqualTo("eu-central-1_AbCdEfGhI");
				assertThat(details.getClientId()).isEqualTo("1example23456789");
				assertThat(details.getClientSecret()).isEqualTo("s3cret");
				assertThat(details.getRegion()).isEqualTo("eu-central-1");
				assertThat(details.getEndpoint()).isEqualTo(URI.create("http://localhost:9229"));
				assertThat(details.getIssuer()).isEqualTo("http://localhost:9229/pool");
				assertThat(details.getJwkSetUri()).isEqualTo(URI.create("http://localhost:9229/keys"));
				assertThat(details.toString()).doesNotContain("s3cret");
				assertThat(context.getBean(CognitexProperties.class).toString()).doesNotContain("s3cret");
			});
	}

	@Test
	void contextWhenApplicationBringsConnectionDetailsThenPropertiesAreNotNeeded() {
		this.unconfigured.withBean(CognitoConnectionDetails.class, TestConnectionDetails::new)
			.run((context) -> assertThat(context).hasSingleBean(CognitoConnectionDetails.class)
				.hasSingleBean(CognitoAccountManager.class));
	}

	@Test
	void contextWhenApplicationBringsBothThenPropertiesAreNotNeeded() {
		this.unconfigured.withUserConfiguration(OwnAccountManager.class)
			.withBean(CognitoTokenVerifier.class, () -> VERIFIER)
			.run((context) -> assertThat(context).hasNotFailed()
				.getBean(CognitoTokenVerifier.class)
				.isSameAs(VERIFIER));
	}

	@Test
	void contextWhenApplicationBringsAccountManagerThenBacksOff() {
		this.contextRunner.withUserConfiguration(OwnAccountManager.class)
			.run((context) -> assertThat(context).getBean(CognitoAccountManager.class)
				.isSameAs(context.getBean("ownAccountManager")));
	}

	@Test
	void contextWhenStartedThenMakesNoClient() {
		AtomicInteger clients = new AtomicInteger();
		this.contextRunner.withUserConfiguration(LazyClient.class)
			.withBean(AtomicInteger.class, () -> clients)
			.run((context) -> {
				assertThat(context).hasSingleBean(CognitoAccountManager.class);
				assertThat(clients).hasValue(0);

				CognitoAccountManager accounts = context.getBean(CognitoAccountManager.class);
				assertThatExceptionOfType(CognitoException.class).isThrownBy(() -> accounts.forgotPassword("alice"));

				assertThat(clients).hasValue(1);
			});
	}

	@Test
	void accountManagerWhenEndpointIsGivenThenIgnoresTheClientOfTheApplication() {
		AtomicInteger clients = new AtomicInteger();
		this.contextRunner.withUserConfiguration(LazyClient.class)
			.withBean(AtomicInteger.class, () -> clients)
			.withPropertyValues("cognitex.endpoint=http://127.0.0.1:1")
			.run((context) -> {
				CognitoAccountManager accounts = context.getBean(CognitoAccountManager.class);

				assertThatExceptionOfType(CognitoException.class).isThrownBy(() -> accounts.forgotPassword("alice"));

				assertThat(clients).hasValue(0);
			});
	}

	@Configuration(proxyBeanMethods = false)
	static class OwnAccountManager {

		@Bean
		CognitoAccountManager ownAccountManager() {
			return mock(CognitoAccountManager.class);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class LazyClient {

		@Bean
		@Lazy
		CognitoIdentityProviderClient client(AtomicInteger clients) {
			clients.incrementAndGet();
			return mock(CognitoIdentityProviderClient.class, (invocation) -> {
				throw SdkClientException.create("down");
			});
		}

	}

	static class TestConnectionDetails implements CognitoConnectionDetails {

		@Override
		public String getUserPoolId() {
			return "us-east-1_Test";
		}

		@Override
		public String getClientId() {
			return "testclient";
		}

		@Override
		public @Nullable String getClientSecret() {
			return null;
		}

	}

}

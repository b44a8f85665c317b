package io.cognitex.embedded;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ChallengeNameType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CognitoIdentityProviderException;

import static org.assertj.core.api.Assertions.assertThat;

class ConcurrencyTests {

	private static final int THREADS = 16;

	private static final int SIGN_INS = 1_000;

	@AutoClose
	private final TestPool pool = TestPool.start();

	private final ExecutorService executor = Executors.newFixedThreadPool(THREADS);

	@AfterEach
	void shutDown() {
		this.executor.shutdownNow();
	}

	@Test
	void signUpWhenManyTakeOneNameThenOneHasIt() throws Exception {
		List<String> results = together(() -> this.pool.signUp("bob").userSub());

		assertThat(results).filteredOn((result) -> result.startsWith("UsernameExistsException")).hasSize(THREADS - 1);
		assertThat(results).filteredOn((result) -> !result.contains("Exception")).hasSize(1);
	}

	@Test
	void confirmWhenManyUseOneCodeThenOneSucceeds() throws Exception {
		this.pool.signUp("bob", "email", "bob@example.com");
		String code = this.pool.lastCode("bob");

		List<String> results = together(() -> {
			this.pool.confirmSignUp("bob", code);
			return "confirmed";
		});

		assertThat(results).filteredOn("confirmed"::equals).hasSize(1);
	}

	@Test
	void verifierWhenManySendOneProofThenOneSucceeds() throws Exception {
		this.pool.addAlice();
		SrpClient srp = new SrpClient();
		Map<String, String> responses = srp.responses(this.pool.cognito.userPoolId(),
				this.pool.srpChallenge(srp, "alice"), TestPool.PASSWORD);

		List<String> results = together(() -> this.pool.respond(ChallengeNameType.PASSWORD_VERIFIER, null, responses)
			.authenticationResult()
			.accessToken());

		assertThat(results).filteredOn((result) -> !result.contains("Exception")).hasSize(1);
	}

	@Test
	void updateWhenManyChangeOneUserThenNothingIsLost() throws Exception {
		this.pool.addAlice();
		String token = this.pool.accessToken("alice");
		List<String> names = List.of("address", "family_name", "gender", "given_name", "locale", "middle_name", "name",
				"nickname", "picture", "profile", "website", "zoneinfo");

		List<Future<?>> updates = new ArrayList<>();
		for (String name : names) {
			updates.add(this.executor.submit(() -> this.pool.updateAttributes(token, name, name)));
		}
		for (Future<?> update : updates) {
			update.get();
		}

		assertThat(this.pool.attributesOf(token)).containsKeys(names.toArray(String[]::new));
	}

	@Test
	@Tag("slow")
	void poolWhenTenThousandUsersAndAThousandSignInsAtOnceThenNothingIsLost() throws Exception {
		for (int i = 0; i < 10_000; i++) {
			this.pool.cognito.addUser(EmbeddedUser.named("user-" + i).password(TestPool.PASSWORD).build());
		}
		ExecutorService thousand = Executors.newFixedThreadPool(SIGN_INS);
		CountDownLatch ready = new CountDownLatch(SIGN_INS);

		List<Future<String>> signIns = new ArrayList<>();
		for (int i = 0; i < SIGN_INS; i++) {
			String username = "user-" + 10 * i;
			signIns.add(thousand.submit(() -> {
				ready.countDown();
				ready.await();
				return this.pool.accessToken(username);
			}));
		}

		for (int i = 0; i < SIGN_INS; i++) {
			String token = signIns.get(i).get();
			assertThat(this.pool.client.getUser((request) -> request.accessToken(token)).username())
				.isEqualTo("user-" + 10 * i);
		}
		thousand.shutdownNow();
		try (CognitoIdentityProviderClient iam = TestClients.iam(this.pool.cognito)) {
			assertThat(iam.describeUserPool((request) -> request.userPoolId(this.pool.cognito.userPoolId()))
				.userPool()
				.estimatedNumberOfUsers()).isEqualTo(10_000);
		}
	}

	private List<String> together(Callable<String> call) throws Exception {
		CountDownLatch ready = new CountDownLatch(THREADS);
		List<Future<String>> futures = new ArrayList<>();
		for (int i = 0; i < THREADS; i++) {
			futures.add(this.executor.submit(() -> {
				ready.countDown();
				ready.await();
				try {
					return call.call();
				}
				catch (CognitoIdentityProviderException ex) {
					return ex.awsErrorDetails().errorCode() + ": Exception";
				}
			}));
		}
		List<String> results = new ArrayList<>();
		for (Future<String> future : futures) {
			results.add(future.get());
		}
		return results;
	}

}

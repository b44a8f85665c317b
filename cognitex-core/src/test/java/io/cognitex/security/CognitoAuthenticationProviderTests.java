package io.cognitex.security;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.cognitex.TestChallenges;
import io.cognitex.CognitoError;
import io.cognitex.CognitoTokens;
import io.cognitex.SignInChallenge;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.DefaultAuthenticationEventPublisher;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Tests for {@link CognitoAuthenticationProvider}.
 */
class CognitoAuthenticationProviderTests {

	private static final SignInChallenge CHALLENGE = TestChallenges.smsMfa();

	@ParameterizedTest
	@CsvSource({ "NOT_AUTHORIZED, BadCredentialsException, The username or password is not correct.",
			"USER_NOT_FOUND, BadCredentialsException, The username or password is not correct.",
			"USER_LAMBDA_VALIDATION, BadCredentialsException, The username or password is not correct.",
			"USER_NOT_CONFIRMED, DisabledException, 'This account is not confirmed yet. Confirm it with the code that was sent to you, then log in.'",
			"PASSWORD_RESET_REQUIRED, CredentialsExpiredException, The password of this account has to be reset before you can log in.",
			"LIMIT_EXCEEDED, LockedException, 'There were too many attempts. Wait a while, then try again.'",
			"TOO_MANY_FAILED_ATTEMPTS, LockedException, 'There were too many attempts. Wait a while, then try again.'",
			"TOO_MANY_REQUESTS, InternalAuthenticationServiceException, 'Logging in is not possible at the moment. You did nothing wrong: try again in a moment.'",
			"SERVICE_UNAVAILABLE, InternalAuthenticationServiceException, 'Logging in is not possible at the moment. You did nothing wrong: try again in a moment.'",
			"CODE_DELIVERY_FAILURE, InternalAuthenticationServiceException, The code could not be sent. Try again in a moment.",
			"RESOURCE_NOT_FOUND, InternalAuthenticationServiceException, 'Logging in is not possible because something in this application is set up wrongly. You did nothing wrong: tell the people who run it.'",
			"INVALID_PARAMETER, InternalAuthenticationServiceException, 'Logging in is not possible because something in this application is set up wrongly. You did nothing wrong: tell the people who run it.'" })
	void authenticateWhenCognitoRefusesThenSpringsOwnException(CognitoError error, String type, String message) {
		AuthenticationException refused = refusal(StubAccountManager.failing(error), "alice", "Passw0rd!");

		assertThat(refused.getClass().getSimpleName()).isEqualTo(type);
		assertThat(refused).hasMessage(message);
	}

	@ParameterizedTest
	@EnumSource
	void authenticateWhenCognitoRefusesThenItsTextIsNotTheMessageAndItsErrorIsTheCause(CognitoError error) {
		AuthenticationException refused = refusal(StubAccountManager.failing(error), "alice", "Passw0rd!");

		assertThat(refused.getMessage()).isNotBlank().doesNotContain("cognito-text");
		assertThat(refused).cause().hasMessage("cognito-text-of-" + error);
	}

	@ParameterizedTest
	@EnumSource
	void authenticateWhenKindIsCredentialsThenNothingTellsThemApart(CognitoError error) {
		AuthenticationException refused = refusal(StubAccountManager.failing(error), "alice", "Passw0rd!");

		assertThat(refused instanceof BadCredentialsException)
			.isEqualTo((error.kind() == CognitoError.Kind.CREDENTIALS && error != CognitoError.SESSION_EXPIRED)
					|| error == CognitoError.INVALID_PASSWORD || error == CognitoError.PASSWORD_HISTORY_POLICY_VIOLATION
					|| error == CognitoError.USER_LAMBDA_VALIDATION);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "\t", "two words", "nul\u0000byte" })
	void authenticateWhenUsernameCannotBeOneThenBadCredentialsWithoutACall(String username) {
		assertRefusedWithoutACall(username, "Passw0rd!");
	}

	@Test
	void authenticateWhenUsernameIsTooLongThenBadCredentialsWithoutACall() {
		assertRefusedWithoutACall("a".repeat(129), "Passw0rd!");
		assertRefusedWithoutACall("\uD83D\uDE00".repeat(65), "Passw0rd!");
		assertRefusedWithoutACall("a".repeat(10_000), "Passw0rd!");
	}

	@Test
	void authenticateWhenPasswordCannotBeOneThenBadCredentialsWithoutACall() {
		assertRefusedWithoutACall("alice", null);
		assertRefusedWithoutACall("alice", "");
		assertRefusedWithoutACall("alice", "   ");
		assertRefusedWithoutACall("alice", "p".repeat(257));
		assertRefusedWithoutACall("alice", "p".repeat(10_000));
	}

	private static void assertRefusedWithoutACall(String username, String password) {
		StubAccountManager accounts = StubAccountManager.answering(TestTokens.completed());

		AuthenticationException refused = refusal(accounts, username, password);

		assertThat(refused).isExactlyInstanceOf(BadCredentialsException.class)
			.hasMessage("The username or password is not correct.");
		assertThat(accounts.calls()).isEmpty();
	}

	@Test
	void authenticateWhenChallengedThenNobodyIsLoggedInAndNoOtherProviderIsAsked() {
		CognitoAuthenticationProvider provider = new CognitoAuthenticationProvider(
				StubAccountManager.answering(CHALLENGE));
		CognitoAuthenticationProvider next = new CognitoAuthenticationProvider(
				StubAccountManager.answering(TestTokens.completed()));
		ProviderManager manager = new ProviderManager(List.of(provider, next), new ProviderManager(
				new CognitoAuthenticationProvider(StubAccountManager.answering(TestTokens.completed()))));

		CognitoChallengeException challenged = catchThrowableOfType(CognitoChallengeException.class,
				() -> manager.authenticate(password("alice", "Passw0rd!")));

		assertThat(challenged.getChallenge()).isEqualTo(CHALLENGE);
		assertThat(challenged).hasMessage("This login needs another step.");
	}

	@Test
	void authenticateWhenTokensAreGarbageThenOutage() {
		CognitoTokens garbage = new CognitoTokens("eyJ.garbage.x", "eyJ.garbage.y", null,
				TestTokens.tokens().expiresAt());

		AuthenticationException refused = refusal(StubAccountManager.answering(TestTokens.completed(garbage)), "alice",
				"Passw0rd!");

		assertThat(refused.getClass().getSimpleName()).isEqualTo("InternalAuthenticationServiceException");
		assertThat(refused).hasStackTraceContaining("MalformedJwtException");
		assertThat(refused.getCause().getMessage()).doesNotContain("garbage");
	}

	@Test
	void authenticateWhenAccessTokenNamesNoUserThenOutage() {
		Map<String, Object> claims = TestTokens.accessTokenClaims();
		claims.remove("username");
		CognitoTokens tokens = TestTokens.tokens(claims, TestTokens.idTokenClaims());

		AuthenticationException refused = refusal(StubAccountManager.answering(TestTokens.completed(tokens)), "alice",
				"Passw0rd!");

		assertThat(refused.getClass().getSimpleName()).isEqualTo("InternalAuthenticationServiceException");
	}

	@Test
	void authenticateWhenRefusedThenSpringsFailureEventIsPublished() {
		List<Object> events = new ArrayList<>();
		ProviderManager manager = new ProviderManager(
				new CognitoAuthenticationProvider(StubAccountManager.failing(CognitoError.USER_NOT_FOUND)));
		manager.setAuthenticationEventPublisher(new DefaultAuthenticationEventPublisher(events::add));

		assertThatExceptionOfType(BadCredentialsException.class)
			.isThrownBy(() -> manager.authenticate(password("alice", "Passw0rd!")));

		assertThat(events).singleElement().isInstanceOf(AbstractAuthenticationFailureEvent.class);
	}

	@Test
	void authenticateWhenApplicationHasOwnTextThenItIsUsed() {
		StaticMessageSource application = new StaticMessageSource();
		application.addMessage("CognitoAuthenticationProvider.badCredentials", Locale.GERMAN, "Das war falsch.");
		CognitoAuthenticationProvider provider = new CognitoAuthenticationProvider(new StubAccountManager());
		provider.setMessageSource(application);

		try {
			LocaleContextHolder.setLocale(Locale.GERMAN);
			assertThatExceptionOfType(BadCredentialsException.class)
				.isThrownBy(() -> provider.authenticate(password("alice", "wrong")))
				.withMessage("Das war falsch.");
			LocaleContextHolder.setLocale(Locale.FRENCH);
			assertThatExceptionOfType(BadCredentialsException.class)
				.isThrownBy(() -> provider.authenticate(password("alice", "wrong")))
				.withMessage("Le nom d'utilisateur ou le mot de passe est incorrect.");
		}
		finally {
			LocaleContextHolder.resetLocaleContext();
		}
	}

	@Test
	void authenticateWhenCompletedThenPrincipalIsReadFromTheTokensInOneCall() {
		StubAccountManager accounts = StubAccountManager.answering(TestTokens.completed());
		UsernamePasswordAuthenticationToken request = password("alice@example.com", "Passw0rd!");
		request.setDetails("details");

		Authentication result = new CognitoAuthenticationProvider(accounts).authenticate(request);

		assertThat(result).isInstanceOfSatisfying(CognitoAuthentication.class, (authentication) -> {
			CognitoPrincipal principal = authentication.getPrincipal();
			assertThat(authentication.getName()).isEqualTo("alice");
			assertThat(principal.getSubject()).isEqualTo(TestTokens.SUBJECT);
			assertThat(principal.getEmail()).isEqualTo("alice@example.com");
			assertThat(principal.getGroups()).containsExactly("admin", "Readers");
			assertThat(principal.getAttributes()).containsOnly(Map.entry("sub", TestTokens.SUBJECT),
					Map.entry("email", "alice@example.com"), Map.entry("email_verified", "true"),
					Map.entry("custom:plan", "gold"), Map.entry("address", "1 High Street"));
			assertThat(authentication.getTokens()).isEqualTo(TestTokens.tokens());
			assertThat(authentication.getDetails()).isEqualTo("details");
			assertThat(authentication.isAuthenticated()).isTrue();
		});
		assertThat(accounts.calls()).containsExactly("authenticate");
	}

	@Test
	void authenticateWhenCompletedThenGroupsScopesAndThePasswordFactorAreAuthorities() {
		CognitoAuthenticationProvider provider = new CognitoAuthenticationProvider(
				StubAccountManager.answering(TestTokens.completed()));

		Authentication result = provider.authenticate(password("alice", "Passw0rd!"));

		assertThat(result.getAuthorities()).extracting(GrantedAuthority::getAuthority)
			.containsExactlyInAnyOrder("ROLE_admin", "ROLE_Readers", "SCOPE_aws.cognito.signin.user.admin",
					"FACTOR_PASSWORD");
	}

	@Test
	void authenticateWhenMapperIsSetThenItDecides() {
		CognitoAuthenticationProvider provider = new CognitoAuthenticationProvider(
				StubAccountManager.answering(TestTokens.completed()));
		provider.setAuthoritiesMapper(
				(claims) -> List.of(new SimpleGrantedAuthority("client:" + claims.claims().get("client_id"))));

		Authentication result = provider.authenticate(password("alice", "Passw0rd!"));

		assertThat(result.getAuthorities()).extracting(GrantedAuthority::getAuthority)
			.containsExactlyInAnyOrder("client:1example23456789", "FACTOR_PASSWORD");
	}

	@Test
	void authenticateWhenCompletedThenNoSecretIsPrinted() {
		CognitoTokens tokens = TestTokens.tokens();
		CognitoAuthenticationProvider provider = new CognitoAuthenticationProvider(
				StubAccountManager.answering(TestTokens.completed(tokens)));

		String printed = provider.authenticate(password("alice", "Passw0rd!")).toString();

		assertThat(printed).contains("alice")
			.doesNotContain("Passw0rd!", tokens.accessToken(), tokens.idToken(), "refresh-token-of-alice",
					"alice@example.com");
	}

	@Test
	void authenticateWhenClaimsAreOddThenTheyAreReadAsTexts() {
		Map<String, Object> idTokenClaims = new LinkedHashMap<>();
		idTokenClaims.put("sub", TestTokens.SUBJECT);
		idTokenClaims.put("identities", List.of(Map.of("providerName", "Google")));
		idTokenClaims.put("zoneinfo", null);
		idTokenClaims.put("updated_at", 1795392000L);
		CognitoTokens tokens = TestTokens.tokens(TestTokens.accessTokenClaims(), idTokenClaims);
		CognitoAuthenticationProvider provider = new CognitoAuthenticationProvider(
				StubAccountManager.answering(TestTokens.completed(tokens)));

		CognitoPrincipal principal = (CognitoPrincipal) provider.authenticate(password("alice", "Passw0rd!"))
			.getPrincipal();

		assertThat(principal.getAttributes()).containsOnly(Map.entry("sub", TestTokens.SUBJECT),
				Map.entry("identities", "[{\"providerName\":\"Google\"}]"), Map.entry("updated_at", "1795392000"));
		assertThat(principal.getEmail()).isNull();
	}

	@Test
	void supportsWhenUsernameAndPasswordThenTrue() {
		CognitoAuthenticationProvider provider = new CognitoAuthenticationProvider(new StubAccountManager());

		assertThat(provider.supports(UsernamePasswordAuthenticationToken.class)).isTrue();
		assertThat(provider.supports(TestingAuthenticationToken.class)).isFalse();
	}

	private static AuthenticationException refusal(StubAccountManager accounts, String username, String password) {
		return catchThrowableOfType(AuthenticationException.class,
				() -> new CognitoAuthenticationProvider(accounts).authenticate(password(username, password)));
	}

	private static UsernamePasswordAuthenticationToken password(String username, String password) {
		return UsernamePasswordAuthenticationToken.unauthenticated(username, password);
	}

}

package io.cognitex.security;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import io.cognitex.CognitoAccountManager;
import io.cognitex.CognitoException;
import io.cognitex.CognitoTokens;
import io.cognitex.SignIn;
import io.cognitex.SignInAnswer;
import io.cognitex.SignInChallenge;
import io.cognitex.SignInRequest;
import io.cognitex.jwt.MalformedJwtException;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceAware;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.util.Assert;

/**
 * Checks a username and password with Cognito. The user that comes back is known by its
 * canonical username, whatever alias was typed, and is read from the tokens that Cognito
 * issued: a login is one sign-in and no further call.
 *
 * <p>
 * A refusal is one of Spring Security's own exceptions:
 * <ul>
 * <li>{@link org.springframework.security.authentication.BadCredentialsException
 * BadCredentialsException}: unknown user, wrong password and disabled user, which look
 * the same; also anything that cannot be a username or password, for which no call is
 * made</li>
 * <li>{@link org.springframework.security.authentication.DisabledException
 * DisabledException}: the sign-up was not confirmed. Whether Cognito says so before it
 * has checked the password is reported both ways, so this may tell a stranger that the
 * account exists, as Cognito's sign-up does</li>
 * <li>{@link org.springframework.security.authentication.CredentialsExpiredException
 * CredentialsExpiredException}: an administrator asked for a new password</li>
 * <li>{@link org.springframework.security.authentication.LockedException
 * LockedException}: too many attempts, where Cognito has a type for it; the lockout after
 * wrong passwords looks like a wrong password</li>
 * <li>{@link CognitoChallengeException}: Cognito asks something more; nobody is logged
 * in</li>
 * <li>{@link org.springframework.security.authentication.InternalAuthenticationServiceException
 * InternalAuthenticationServiceException}: Cognito is down, slow or throttling, or pool,
 * app client or application are set up wrongly; the user did nothing wrong</li>
 * </ul>
 * The {@link CognitoException} is the cause, for logs; its text is never the message.
 *
 * <p>
 * Publish exactly one as a bean: Spring Security uses a lone
 * {@code AuthenticationProvider} bean by itself, and none if there are two.
 */
public final class CognitoAuthenticationProvider implements AuthenticationProvider, MessageSourceAware {

	/** What Cognito takes as a username or alias. */
	private static final Pattern USERNAME = Pattern.compile("[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]+");

	private static final int MAXIMUM_USERNAME_LENGTH = 128;

	private static final int MAXIMUM_PASSWORD_LENGTH = 256;

	private final CognitoAccountManager accounts;

	private TokenPrincipals principals = new TokenPrincipals(CognitoAuthoritiesMapper.withDefaults());

	private @Nullable CognitoCredentialsCache credentialsCache;

	private SignInFailures failures = new SignInFailures(CognitexMessageSource.getAccessor());

	/**
	 * Checks with this user pool.
	 * @param accounts the user pool
	 */
	public CognitoAuthenticationProvider(CognitoAccountManager accounts) {
		Assert.notNull(accounts, "accounts cannot be null");
		this.accounts = accounts;
	}

	/**
	 * Checks a username and a password, or an answer to a challenge.
	 * @param authentication a {@code UsernamePasswordAuthenticationToken}, which may be a
	 * {@link CognitoSignInAuthenticationToken}, or a
	 * {@link CognitoChallengeAuthenticationToken}
	 * @return a {@link CognitoAuthentication} with what was proven, as
	 * {@link CognitoFactors} name it
	 * @throws AuthenticationException see above
	 */
	@Override
	public Authentication authenticate(Authentication authentication) throws AuthenticationException {
		SignIn signIn = (authentication instanceof CognitoChallengeAuthenticationToken challenge) ? respond(challenge)
				: signIn(request(authentication), cache(authentication));
		if (signIn instanceof SignInChallenge challenge) {
			throw this.failures.challenge(challenge);
		}
		return completed((SignIn.Completed) signIn, authentication.getDetails());
	}

	@Override
	public boolean supports(Class<?> authentication) {
		return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication)
				|| CognitoChallengeAuthenticationToken.class.isAssignableFrom(authentication);
	}

	/**
	 * Decides what a user may do. The default is
	 * {@link CognitoAuthoritiesMapper#withDefaults()}.
	 * @param authoritiesMapper the mapper
	 */
	public void setAuthoritiesMapper(CognitoAuthoritiesMapper authoritiesMapper) {
		Assert.notNull(authoritiesMapper, "authoritiesMapper cannot be null");
		this.principals = new TokenPrincipals(authoritiesMapper);
	}

	/**
	 * Remembers the credentials of HTTP Basic. By default each request is a sign-in.
	 * @param credentialsCache the cache, which will be told of changes to accounts
	 */
	public void setCredentialsCache(CognitoCredentialsCache credentialsCache) {
		Assert.notNull(credentialsCache, "credentialsCache cannot be null");
		this.credentialsCache = credentialsCache;
		this.accounts.addListener(credentialsCache);
	}

	/**
	 * Takes the texts of refusals from here, and from {@link CognitexMessageSource} those
	 * that it does not have.
	 */
	@Override
	public void setMessageSource(MessageSource messageSource) {
		Assert.notNull(messageSource, "messageSource cannot be null");
		this.failures = new SignInFailures(CognitexMessageSource.getAccessor(messageSource));
	}

	private static SignInRequest request(Authentication authentication) {
		if (authentication instanceof CognitoSignInAuthenticationToken signIn) {
			return signIn.toRequest();
		}
		Object credentials = authentication.getCredentials();
		return SignInRequest.withPassword(authentication.getName(),
				(credentials != null) ? credentials.toString() : "");
	}

	private @Nullable CognitoCredentialsCache cache(Authentication authentication) {
		return (authentication instanceof CognitoBasicAuthenticationToken) ? this.credentialsCache : null;
	}

	private SignIn signIn(SignInRequest request, @Nullable CognitoCredentialsCache cache) {
		String password = request.password();
		if (!isUsername(request.username()) || (password != null && !isPassword(password))) {
			throw this.failures.badCredentials();
		}
		try {
			return (cache != null && password != null)
					? cache.signIn(request.username(), password, () -> this.accounts.authenticate(request))
					: this.accounts.authenticate(request);
		}
		catch (CognitoException ex) {
			throw this.failures.translate(ex, null);
		}
	}

	private SignIn respond(CognitoChallengeAuthenticationToken authentication) {
		SignInAnswer answer = authentication.getAnswer();
		Assert.notNull(answer, "The answer has been erased");
		try {
			return this.accounts.respond(answer);
		}
		catch (CognitoException ex) {
			throw this.failures.translate(ex, answer.challenge());
		}
	}

	private static boolean isUsername(String username) {
		return username.length() <= MAXIMUM_USERNAME_LENGTH && USERNAME.matcher(username).matches();
	}

	private static boolean isPassword(String password) {
		return password.length() <= MAXIMUM_PASSWORD_LENGTH && !password.isBlank();
	}

	private CognitoAuthentication completed(SignIn.Completed signIn, @Nullable Object details) {
		CognitoPrincipal principal = principal(signIn.tokens());
		List<GrantedAuthority> authorities = new ArrayList<>(principal.getAuthorities());
		authorities.addAll(CognitoFactors.authorities(signIn.factors()));
		return new CognitoAuthentication(principal, signIn.tokens(), authorities).toBuilder()
			.details(details)
			.newDevice(signIn.newDevice())
			.build();
	}

	private CognitoPrincipal principal(CognitoTokens tokens) {
		try {
			return this.principals.read(tokens);
		}
		catch (MalformedJwtException | IllegalArgumentException ex) {
			throw this.failures.unavailable(ex);
		}
	}

}

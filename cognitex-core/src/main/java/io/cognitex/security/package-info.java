/**
 * Spring Security over {@link io.cognitex.CognitoAccountManager}, for every kind of
 * application; what only a servlet application needs is in
 * {@link io.cognitex.security.web}, and JSON for stored sessions in
 * {@link io.cognitex.security.jackson}.
 *
 * <ul>
 * <li>{@link io.cognitex.security.CognitoAuthenticationProvider} checks usernames and
 * passwords; {@link io.cognitex.security.CognitoAuthentication} is the result.</li>
 * <li>{@link io.cognitex.security.CognitoCredentialsCache} remembers what came of
 * {@link io.cognitex.security.CognitoBasicAuthenticationToken}s, by {@code KeyedHash}:
 * {@code RememberedSignIns}, {@code RememberedRefusals} and, while Cognito is asked,
 * {@code SharedSignIns}.</li>
 * <li>{@link io.cognitex.security.CognitoAccessTokenAuthenticationProvider} checks access
 * tokens; {@link io.cognitex.security.CognitoBearerAuthentication} is the result.
 * {@link io.cognitex.security.CognitoAccessTokenIntrospector} knows whose they are, and
 * remembers it for a while.</li>
 * <li>{@link io.cognitex.security.CognitoPrincipal} is the user, the same on every
 * path.</li>
 * <li>{@link io.cognitex.security.CognitoAuthoritiesMapper} turns
 * {@link io.cognitex.security.AccessTokenClaims} into authorities, on every path.</li>
 * <li>{@link io.cognitex.security.CognitoFactors} names what a user proved to log
 * in.</li>
 * <li>{@link io.cognitex.security.CognitoChallengeException} is a sign-in that needs
 * another step.</li>
 * <li>{@link io.cognitex.security.CognitoTokenRefresher} gets new tokens for a login;
 * {@link io.cognitex.security.CognitoSessionRefreshedEvent} and
 * {@link io.cognitex.security.CognitoSessionEndedEvent} tell what came of it.</li>
 * <li>{@link io.cognitex.security.SessionEncryptor} encrypts what sessions hold, for
 * stores that others can read.</li>
 * <li>{@link io.cognitex.security.CognitexMessageSource} holds the texts.</li>
 * </ul>
 */
@NullMarked
package io.cognitex.security;

import org.jspecify.annotations.NullMarked;

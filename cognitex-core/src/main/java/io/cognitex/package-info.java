/**
 * The account operations of an Amazon Cognito user pool, without Spring.
 *
 * <ul>
 * <li>{@link io.cognitex.CognitoAccountManager} is the way in: all operations.</li>
 * <li>{@link io.cognitex.SignIn} is where a sign-in stands: completed, or one of
 * {@link io.cognitex.SignInChallenge}, which makes its {@link io.cognitex.SignInAnswer}.
 * {@link io.cognitex.SignInRequest} says how it begins.</li>
 * <li>{@link io.cognitex.CognitoException} with {@link io.cognitex.CognitoError} is the
 * one error.</li>
 * <li>{@link io.cognitex.AccountChangeListener} is told of changes.</li>
 * <li>{@link io.cognitex.CognitoUser}, {@link io.cognitex.CognitoTokens},
 * {@link io.cognitex.SignUpResult} and {@link io.cognitex.CodeDelivery} are what comes
 * back.</li>
 * </ul>
 *
 * <p>
 * Inside, a call goes one way: {@code DefaultCognitoAccountManager} checks
 * ({@code Arguments}, {@code AnswerArguments}, {@code AccessTokenGuard}). Sign-ins are
 * begun by {@code SignInEngine} and continued by {@code SignInAnswers}; both take their
 * steps with {@code SignInSteps}, which {@code SignInReader} reads. Only the gateways
 * ({@code AccountGateway}, {@code SignInGateway}, {@code FactorGateway},
 * {@code DeviceGateway}) know Cognito's operations, {@code CognitoCalls} calls them, and
 * {@code SdkErrors} translates what comes of it.
 */
@NullMarked
package io.cognitex;

import org.jspecify.annotations.NullMarked;

/**
 * The account operations of an Amazon Cognito user pool, without Spring.
 *
 * <ul>
 * <li>{@link io.cognitex.CognitoAccountManager} is the way in: all operations.</li>
 * <li>{@link io.cognitex.SignIn} is where a sign-in stands: completed, or one of
 * {@link io.cognitex.SignInChallenge}.</li>
 * <li>{@link io.cognitex.CognitoException} with {@link io.cognitex.CognitoError} is the
 * one error.</li>
 * <li>{@link io.cognitex.CognitoUser}, {@link io.cognitex.CognitoTokens},
 * {@link io.cognitex.SignUpResult} and {@link io.cognitex.CodeDelivery} are what comes
 * back.</li>
 * </ul>
 */
@NullMarked
package io.cognitex;

import org.jspecify.annotations.NullMarked;

/**
 * Local verification of a pool's access tokens, which costs no call to Cognito once the
 * pool's keys are known.
 *
 * <ul>
 * <li>{@link io.cognitex.token.CognitoTokenVerifier} is the way in.</li>
 * <li>{@link io.cognitex.token.VerifiedAccessToken} is what comes back.</li>
 * <li>{@code AccessTokenRules} has the rules for the claims, {@code KeyCache} and
 * {@code JwkSetClient} the keys.</li>
 * </ul>
 */
@NullMarked
package io.cognitex.token;

import org.jspecify.annotations.NullMarked;

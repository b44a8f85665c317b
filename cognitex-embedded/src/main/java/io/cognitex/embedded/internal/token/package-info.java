/**
 * Tokens: {@link TokenIssuer} makes them, {@link AccessTokens} judges them,
 * {@link Logins} remembers which sign-in they come from and whether that still counts,
 * {@link SigningKeys} holds a pool's keys.
 */
@NullMarked
package io.cognitex.embedded.internal.token;

import org.jspecify.annotations.NullMarked;

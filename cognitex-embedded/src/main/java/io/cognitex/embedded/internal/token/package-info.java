/**
 * Tokens: {@link TokenIssuer} makes them, {@link AccessTokens} judges them, and
 * {@link Logins} remembers which sign-in they come from and whether that still counts.
 */
@NullMarked
package io.cognitex.embedded.internal.token;

import org.jspecify.annotations.NullMarked;

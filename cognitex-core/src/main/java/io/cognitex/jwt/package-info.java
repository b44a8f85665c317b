/**
 * JSON Web Tokens as Cognito writes them, taken apart but not verified.
 * {@link io.cognitex.jwt.UnverifiedJwt} is what everything else in Cognitex reads a token
 * with, by {@code Base64Url} and {@code JsonReader}, which are strict;
 * {@code io.cognitex.token} verifies.
 */
@NullMarked
package io.cognitex.jwt;

import org.jspecify.annotations.NullMarked;

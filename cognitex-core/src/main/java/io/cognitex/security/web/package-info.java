/**
 * Cognito logins and access tokens in a servlet filter chain.
 *
 * <ul>
 * <li>{@link io.cognitex.security.web.CognitoLoginConfigurer} adds a login form, and
 * {@link io.cognitex.security.web.CognitoLoginFailedException} tells its page what went
 * wrong.</li>
 * <li>{@link io.cognitex.security.web.CognitoBasicConfigurer} adds HTTP Basic, and
 * {@link io.cognitex.security.web.CognitoBasicAuthenticationEntryPoint} answers it.</li>
 * <li>{@link io.cognitex.security.web.CognitoAccessTokenConfigurer} accepts access tokens
 * as bearer tokens.</li>
 * </ul>
 */
@NullMarked
package io.cognitex.security.web;

import org.jspecify.annotations.NullMarked;

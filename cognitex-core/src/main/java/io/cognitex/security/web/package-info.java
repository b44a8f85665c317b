/**
 * Cognito logins and access tokens in a servlet filter chain.
 *
 * <ul>
 * <li>{@link io.cognitex.security.web.CognitoLoginConfigurer} adds a login form.</li>
 * <li>{@link io.cognitex.security.web.CognitoAccessTokenConfigurer} accepts access tokens
 * as bearer tokens.</li>
 * </ul>
 */
@NullMarked
package io.cognitex.security.web;

import org.jspecify.annotations.NullMarked;

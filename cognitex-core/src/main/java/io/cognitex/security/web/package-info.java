/**
 * Cognito logins and access tokens in a servlet filter chain.
 *
 * <ul>
 * <li>{@link io.cognitex.security.web.CognitoLoginConfigurer} adds a login form, and
 * {@link io.cognitex.security.web.CognitoLoginFailedException} tells its page what went
 * wrong.</li>
 * <li>{@link io.cognitex.security.web.CognitoChallengeAuthenticationFilter} takes the
 * answers to what Cognito asks after the password. What is asked waits in a
 * {@link io.cognitex.security.web.CognitoChallengeRepository}, and is a
 * {@link io.cognitex.security.web.CognitoChallengeView} to an application's own
 * page.</li>
 * <li>{@link io.cognitex.security.web.CognitoPasskeysConfigurer} lets users manage their
 * passkeys.</li>
 * <li>{@code FactorEnrolmentFilter} lets a user who is logged in set up the authenticator
 * app that a rule asks for.</li>
 * <li>{@link io.cognitex.security.web.CognitoJsonLoginConfigurer} lets single-page and
 * mobile applications log in by JSON, with a session or, by {@code ChallengeHandles},
 * without.</li>
 * <li>{@link io.cognitex.security.web.RequestUserContextSource} tells Cognito's threat
 * protection of the request.</li>
 * <li>{@link io.cognitex.security.web.CognitoBasicConfigurer} adds HTTP Basic, and
 * {@link io.cognitex.security.web.CognitoBasicAuthenticationEntryPoint} answers it.</li>
 * <li>{@link io.cognitex.security.web.CognitoAccessTokenConfigurer} accepts access tokens
 * as bearer tokens.</li>
 * <li>{@link io.cognitex.security.web.CognitoSessionConfigurer} makes sessions outlive
 * their access tokens: {@code SessionRefreshFilter} waits until somebody asks who is
 * logged in, {@code SessionRefresh} has one request of a session get new tokens and store
 * them in {@code StoredLogins}, and {@code SessionEnd} ends what Cognito refuses.</li>
 * <li>{@link io.cognitex.security.web.FormPageRequestCache} has a login lead back to the
 * page of a form, which {@code OutdatedFormDeniedHandler} sends there from a page whose
 * session is gone.</li>
 * <li>{@link io.cognitex.security.web.CognitoLogoutHandler} tells Cognito of a logout,
 * {@link io.cognitex.security.web.CognitoSessions} ends logins beyond a session, and
 * {@link io.cognitex.security.web.CognitoLogoutSuccessHandler} logs out of the managed
 * login.</li>
 * <li>{@link io.cognitex.security.web.CognitoAccessTokenInterceptor},
 * {@link io.cognitex.security.web.CognitoAccessTokenExchangeFilterFunction} and
 * {@link io.cognitex.security.web.CognitoAccessToken} take the access token to other
 * services and to controllers.</li>
 * </ul>
 */
@NullMarked
package io.cognitex.security.web;

import org.jspecify.annotations.NullMarked;

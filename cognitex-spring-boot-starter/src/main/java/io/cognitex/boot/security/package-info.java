/**
 * Login with Cognito for an application that has no security code of its own, and the
 * beans for one that has.
 *
 * <ul>
 * <li>{@link io.cognitex.boot.security.CognitexSecurityAutoConfiguration} makes the one
 * authentication provider and the mapper of authorities.</li>
 * <li>{@link io.cognitex.boot.security.CognitexAccessTokenAutoConfiguration} makes what
 * knows of access tokens.</li>
 * <li>{@link io.cognitex.boot.security.CognitexSessionAutoConfiguration} makes sessions
 * outlive their access tokens,
 * {@link io.cognitex.boot.security.CognitexSessionEncryptionAutoConfiguration} encrypts
 * them where they are stored.</li>
 * <li>{@link io.cognitex.boot.security.CognitexWebSecurityAutoConfiguration} makes a
 * filter chain with form, Basic and bearer login, unless the application has a filter
 * chain.</li>
 * <li>{@link io.cognitex.boot.security.CognitexThreatProtectionAutoConfiguration} tells
 * Cognito's threat protection of the request, where that is switched on.</li>
 * </ul>
 */
@NullMarked
package io.cognitex.boot.security;

import org.jspecify.annotations.NullMarked;

/**
 * Auto-configuration of Cognitex in a Spring Boot application.
 *
 * <ul>
 * <li>{@link io.cognitex.boot.CognitexProperties} are the {@code cognitex.*} properties,
 * {@link io.cognitex.boot.CognitoConnectionDetails} the one place from which user pool,
 * app client and addresses are read: made from the properties unless the application, a
 * test or the embedded pool brings its own.</li>
 * <li>{@link io.cognitex.boot.CognitexAutoConfiguration} makes the account manager and
 * the token verifier.</li>
 * <li>A configuration that cannot work fails at start-up, without network, with an
 * analysis that names each property and what to set.</li>
 * <li>{@code io.cognitex.boot.security} adds form, Basic and bearer login,
 * {@code io.cognitex.boot.embedded} a user pool inside the application for
 * development.</li>
 * </ul>
 */
@NullMarked
package io.cognitex.boot;

import org.jspecify.annotations.NullMarked;

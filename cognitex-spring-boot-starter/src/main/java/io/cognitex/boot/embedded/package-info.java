/**
 * The embedded user pool inside an application, for development.
 *
 * <ul>
 * <li>{@link io.cognitex.boot.embedded.EmbeddedCognitoAutoConfiguration} starts it where
 * {@code cognitex-embedded} is on the classpath and no user pool is configured, and stops
 * it with the application.</li>
 * <li>It starts unasked only while the application runs from a build directory; anything
 * that looks like a server needs {@code cognitex.embedded.enabled=true}.</li>
 * <li>{@link io.cognitex.boot.embedded.EmbeddedCognitoProperties} are the
 * {@code cognitex.embedded.*} properties: which users there are and how they sign
 * in.</li>
 * <li>An {@link io.cognitex.boot.embedded.EmbeddedCognitoCustomizer} bean adds what the
 * properties have no word for.</li>
 * </ul>
 */
@NullMarked
package io.cognitex.boot.embedded;

import org.jspecify.annotations.NullMarked;

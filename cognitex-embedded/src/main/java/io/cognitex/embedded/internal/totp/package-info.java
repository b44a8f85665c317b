/**
 * Codes from authenticator apps: {@link Totp} computes them, {@link SoftwareTokens}
 * accepts each of them once.
 */
@NullMarked
package io.cognitex.embedded.internal.totp;

import org.jspecify.annotations.NullMarked;

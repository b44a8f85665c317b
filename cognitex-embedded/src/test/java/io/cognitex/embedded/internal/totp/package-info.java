/**
 * The numbers of authenticator apps, against the vectors of the RFC.
 */
@NullMarked
package io.cognitex.embedded.internal.totp;

import org.jspecify.annotations.NullMarked;

/**
 * The RSA keys with which a pool signs its tokens.
 */
@NullMarked
package io.cognitex.embedded.internal.key;

import org.jspecify.annotations.NullMarked;

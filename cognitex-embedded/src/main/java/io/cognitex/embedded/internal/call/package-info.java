/**
 * The record of what was called, without any secret.
 */
@NullMarked
package io.cognitex.embedded.internal.call;

import org.jspecify.annotations.NullMarked;

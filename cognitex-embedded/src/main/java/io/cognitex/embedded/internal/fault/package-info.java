/**
 * What goes wrong on purpose: {@link Faults} keeps every {@link Fault} until it has
 * happened often enough.
 */
@NullMarked
package io.cognitex.embedded.internal.fault;

import org.jspecify.annotations.NullMarked;

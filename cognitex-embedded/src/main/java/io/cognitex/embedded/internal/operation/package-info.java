/**
 * The operations, one class each. {@link Operations} is the list of them: a new operation
 * is a new class and a line there.
 */
@NullMarked
package io.cognitex.embedded.internal.operation;

import org.jspecify.annotations.NullMarked;

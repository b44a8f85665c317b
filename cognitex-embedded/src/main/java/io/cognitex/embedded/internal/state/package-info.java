/**
 * What can be put back to how it was: {@link Stateful} holds something that changes, a
 * {@link Snapshot} of it remembers.
 */
@NullMarked
package io.cognitex.embedded.internal.state;

import org.jspecify.annotations.NullMarked;

/**
 * What the pool would have mailed or texted: {@link Codes} makes codes and keeps their
 * messages in the {@link Outbox}.
 */
@NullMarked
package io.cognitex.embedded.internal.message;

import org.jspecify.annotations.NullMarked;

/**
 * What Cognito answers instead of a result: {@link Refusal}, and in {@link Refusals} all
 * of their types and texts.
 */
@NullMarked
package io.cognitex.embedded.internal.error;

import org.jspecify.annotations.NullMarked;

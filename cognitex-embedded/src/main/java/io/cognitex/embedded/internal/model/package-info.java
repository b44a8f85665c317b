/**
 * The service model: what a request may hold ({@link Shapes}), the check
 * ({@link Validator}), and the checked request ({@link Request}).
 */
@NullMarked
package io.cognitex.embedded.internal.model;

import org.jspecify.annotations.NullMarked;

/**
 * What the pool remembers between the steps of a sign-in, under random names that nobody
 * can guess and that work once.
 */
@NullMarked
package io.cognitex.embedded.internal.session;

import org.jspecify.annotations.NullMarked;

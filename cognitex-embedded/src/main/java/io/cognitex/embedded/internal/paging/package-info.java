/**
 * Lists in pages: {@link io.cognitex.embedded.internal.paging.Pages} cuts them and makes
 * the tokens that ask for the next one.
 */
@NullMarked
package io.cognitex.embedded.internal.paging;

import org.jspecify.annotations.NullMarked;

package io.cognitex.embedded.internal.paging;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A part of a list.
 *
 * @param <T> what is listed
 * @param items the part
 * @param nextToken what asks for the next part; {@code null} after the last
 */
public record Page<T>(List<T> items, @Nullable String nextToken) {
}

/**
 * What Cognitex costs, each in one run beside what would be used instead. The numbers and
 * the commands are in {@code docs/performance.md}.
 */
@NullMarked
package io.cognitex.benchmarks;

import org.jspecify.annotations.NullMarked;

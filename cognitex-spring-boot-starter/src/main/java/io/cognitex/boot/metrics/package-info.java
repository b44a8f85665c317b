/**
 * What Cognitex does, as meters of Micrometer.
 *
 * <ul>
 * <li>{@link io.cognitex.boot.metrics.CognitexMetricsAutoConfiguration} makes them.</li>
 * </ul>
 */
@NullMarked
package io.cognitex.boot.metrics;

import org.jspecify.annotations.NullMarked;

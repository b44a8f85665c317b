/**
 * Tests of two instances of the sample, each in a process of its own, with one store of
 * sessions and one user pool: {@link io.cognitex.sample.cluster.TwoNodesTests} for each
 * {@link io.cognitex.sample.cluster.SessionStore}.
 */
@NullMarked
package io.cognitex.sample.cluster;

import org.jspecify.annotations.NullMarked;

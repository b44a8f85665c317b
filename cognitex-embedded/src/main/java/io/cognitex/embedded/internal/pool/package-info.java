/**
 * What a user pool is: {@link UserPools} holds the pools of one server, a
 * {@link UserPool} its settings, clients and {@link Users}. Settings and users are
 * immutable values; only the maps that hold them change.
 */
@NullMarked
package io.cognitex.embedded.internal.pool;

import org.jspecify.annotations.NullMarked;

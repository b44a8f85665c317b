/**
 * A whole server: {@link CognitoServer} puts state, operations and wire together.
 */
@NullMarked
package io.cognitex.embedded.internal.server;

import org.jspecify.annotations.NullMarked;

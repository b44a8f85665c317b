/**
 * The wire: {@link HttpFront} takes requests and hands each to the {@link HttpResource}
 * that serves it: {@link JsonProtocol} speaks AWS JSON 1.1 with them, {@link WellKnown}
 * answers for keys and discovery.
 */
@NullMarked
package io.cognitex.embedded.internal.http;

import org.jspecify.annotations.NullMarked;

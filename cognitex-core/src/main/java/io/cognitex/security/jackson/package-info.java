/**
 * Sessions as JSON, for session stores that do not use Java serialization:
 * {@link io.cognitex.security.jackson.CognitexJacksonModule} and the mix-ins that it
 * registers.
 */
@NullMarked
package io.cognitex.security.jackson;

import org.jspecify.annotations.NullMarked;

/**
 * Calls a pool's triggers: {@link TriggerCall} puts an event together and hands it over,
 * {@link TriggerResponse} reads what came back. Each other class is one trigger.
 */
@NullMarked
package io.cognitex.embedded.internal.trigger;

import org.jspecify.annotations.NullMarked;

/**
 * Lambda triggers as plain Java functions: a
 * {@link io.cognitex.embedded.trigger.TriggerType} says when a
 * {@link io.cognitex.embedded.trigger.Trigger} is called, and a
 * {@link io.cognitex.embedded.trigger.TriggerEvent} is what it gets and answers.
 */
@NullMarked
package io.cognitex.embedded.trigger;

import org.jspecify.annotations.NullMarked;

/**
 * What the pool would have mailed or texted: {@link Codes} makes codes,
 * {@link Invitations} carry passwords, a trigger may write their texts,
 * {@link RiskNotifications} ask about risky sign-ins, and the {@link Outbox} keeps the
 * messages.
 */
@NullMarked
package io.cognitex.embedded.internal.message;

import org.jspecify.annotations.NullMarked;

package io.cognitex.embedded.internal.pool;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A group of users.
 *
 * @param name the name
 * @param description what it is for
 * @param roleArn the IAM role that goes with it
 * @param precedence the rank of the role, 0 being the highest
 * @param createdAt when it was made
 * @param modifiedAt when it was last changed
 */
public record Group(String name, @Nullable String description, @Nullable String roleArn, @Nullable Integer precedence,
		Instant createdAt, Instant modifiedAt) {
}

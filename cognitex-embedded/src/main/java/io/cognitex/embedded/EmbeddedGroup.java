package io.cognitex.embedded;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

import io.cognitex.embedded.internal.error.Refusal;
import io.cognitex.embedded.internal.model.Json;
import io.cognitex.embedded.internal.model.Shapes;
import io.cognitex.embedded.internal.model.Validator;
import io.cognitex.embedded.internal.pool.Group;

/**
 * A group to begin with. Groups without role and precedence need not be made: they exist
 * as soon as a user is {@linkplain EmbeddedUser.Builder#group added with} them.
 *
 * @param name the name: 1 to 128 characters without spaces
 * @param description what it is for, or {@code null}
 * @param roleArn the IAM role that goes with it, which ID tokens name, or {@code null}
 * @param precedence the rank of the role among those of a user's groups, 0 being the
 * highest, or {@code null}
 * @see <a href=
 * "https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-user-groups.html">Groups</a>
 */
public record EmbeddedGroup(String name, @Nullable String description, @Nullable String roleArn,
		@Nullable Integer precedence) {

	/**
	 * Checks what Cognito checks.
	 * @throws IllegalArgumentException if Cognito would not take such a group
	 */
	public EmbeddedGroup {
		ObjectNode group = Json.object()
			.put("GroupName", name)
			.put("Description", description)
			.put("RoleArn", roleArn)
			.put("Precedence", precedence);
		try {
			Validator.validate(Shapes.GROUP, group);
		}
		catch (Refusal refusal) {
			throw new IllegalArgumentException(refusal.text(), refusal);
		}
	}

	/**
	 * A group with nothing but a name.
	 * @param name the name
	 * @return the group
	 * @throws IllegalArgumentException if Cognito would not take the name
	 */
	public static EmbeddedGroup named(String name) {
		return new EmbeddedGroup(name, null, null, null);
	}

	/**
	 * The same group with a description.
	 * @param description what it is for
	 * @return the group
	 */
	public EmbeddedGroup description(String description) {
		return new EmbeddedGroup(this.name, description, this.roleArn, this.precedence);
	}

	/**
	 * The same group with an IAM role.
	 * @param roleArn the role's ARN
	 * @return the group
	 * @throws IllegalArgumentException if it is not an ARN
	 */
	public EmbeddedGroup roleArn(String roleArn) {
		return new EmbeddedGroup(this.name, this.description, roleArn, this.precedence);
	}

	/**
	 * The same group with a precedence.
	 * @param precedence the rank, 0 being the highest
	 * @return the group
	 * @throws IllegalArgumentException if it is negative
	 */
	public EmbeddedGroup precedence(int precedence) {
		return new EmbeddedGroup(this.name, this.description, this.roleArn, precedence);
	}

	Group madeAt(Instant now) {
		return new Group(this.name, this.description, this.roleArn, this.precedence, now, now);
	}

}

package io.cognitex.embedded.internal.operation;

import java.util.ArrayList;
import java.util.List;

import tools.jackson.databind.node.ObjectNode;

import io.cognitex.embedded.internal.model.Member;
import io.cognitex.embedded.internal.model.Shapes;
import io.cognitex.embedded.internal.model.Timestamps;
import io.cognitex.embedded.internal.model.Type.StructureType;
import io.cognitex.embedded.internal.pool.Group;
import io.cognitex.embedded.internal.pool.UserPool;

import static io.cognitex.embedded.internal.model.Member.required;

/**
 * What operations on groups are sent, and how a group is described.
 */
final class GroupShape {

	private GroupShape() {
	}

	/** The input of operations that make or change a group. */
	static StructureType details() {
		List<Member> members = new ArrayList<>(Shapes.GROUP.members());
		members.add(required("UserPoolId", Shapes.USER_POOL_ID));
		return new StructureType(members);
	}

	/** The input of operations that name a group. */
	static StructureType name() {
		return StructureType.of(required("GroupName", Shapes.GROUP_NAME), required("UserPoolId", Shapes.USER_POOL_ID));
	}

	static ObjectNode answer(UserPool pool, Group group) {
		ObjectNode answer = Answers.empty();
		answer.set("Group", describe(pool, group));
		return answer;
	}

	static ObjectNode describe(UserPool pool, Group group) {
		ObjectNode description = Answers.empty().put("GroupName", group.name()).put("UserPoolId", pool.id());
		if (group.description() != null) {
			description.put("Description", group.description());
		}
		if (group.roleArn() != null) {
			description.put("RoleArn", group.roleArn());
		}
		if (group.precedence() != null) {
			description.put("Precedence", group.precedence());
		}
		return description.put("LastModifiedDate", Timestamps.seconds(group.modifiedAt()))
			.put("CreationDate", Timestamps.seconds(group.createdAt()));
	}

}

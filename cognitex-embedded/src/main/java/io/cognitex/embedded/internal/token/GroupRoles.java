package io.cognitex.embedded.internal.token;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import io.cognitex.embedded.internal.pool.Group;
import io.cognitex.embedded.internal.pool.User;
import io.cognitex.embedded.internal.pool.UserPool;

/**
 * The IAM roles of a user's groups. Preferred is the role of the group with the lowest
 * precedence, and none if two such groups have different roles.
 *
 * @see <a href=
 * "https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-user-groups.html">Groups</a>
 */
final class GroupRoles {

	private GroupRoles() {
	}

	static void put(ObjectNode claims, UserPool pool, User user) {
		List<Group> groups = user.groups()
			.stream()
			.map((name) -> pool.groups().find(name))
			.flatMap(Optional::stream)
			.filter((group) -> group.roleArn() != null)
			.sorted(Comparator.comparingInt(GroupRoles::rank))
			.toList();
		if (groups.isEmpty()) {
			return;
		}
		ArrayNode roles = claims.putArray("cognito:roles");
		groups.stream().map(Group::roleArn).filter(Objects::nonNull).distinct().forEach(roles::add);
		int best = rank(groups.get(0));
		List<String> preferred = groups.stream()
			.filter((group) -> rank(group) == best)
			.map(Group::roleArn)
			.filter(Objects::nonNull)
			.distinct()
			.toList();
		if (preferred.size() == 1) {
			claims.put("cognito:preferred_role", preferred.get(0));
		}
	}

	private static int rank(Group group) {
		return (group.precedence() != null) ? group.precedence() : Integer.MAX_VALUE;
	}

}

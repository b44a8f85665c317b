package io.cognitex.embedded.internal.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.cognitex.embedded.internal.error.Refusals;
import io.cognitex.embedded.internal.error.SchemaViolations;
import io.cognitex.embedded.internal.model.Shapes;
import io.cognitex.embedded.internal.model.Type.ListType;
import io.cognitex.embedded.internal.pool.Schema;
import io.cognitex.embedded.internal.pool.SchemaAttribute;
import io.cognitex.embedded.internal.pool.User;
import io.cognitex.embedded.internal.pool.UserPool;

/**
 * Deletes attributes of a user.
 */
final class AttributeRemoval {

	static final ListType NAMES = ListType.of(Shapes.ATTRIBUTE_NAME);

	private AttributeRemoval() {
	}

	static void apply(UserPool pool, User user, Set<String> names) {
		check(pool.settings().schema(), names);
		pool.users().change(user.sub(), (draft) -> names.forEach((name) -> AttributeUpdate.remove(draft, name)));
	}

	private static void check(Schema schema, Set<String> names) {
		List<String> unknown = new ArrayList<>();
		for (String name : names) {
			SchemaAttribute attribute = schema.find(name);
			if (attribute == null) {
				unknown.add(SchemaViolations.unknown("user." + name));
			}
			else if (attribute.required()) {
				throw Refusals.requiredAttributeDeleted(name);
			}
		}
		if (!unknown.isEmpty()) {
			throw Refusals.userAttributes(unknown);
		}
		schema.checkMutable(names);
	}

}

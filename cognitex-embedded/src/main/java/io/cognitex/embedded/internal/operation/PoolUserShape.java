package io.cognitex.embedded.internal.operation;

import java.util.ArrayList;
import java.util.List;

import io.cognitex.embedded.internal.model.Member;
import io.cognitex.embedded.internal.model.Shapes;
import io.cognitex.embedded.internal.model.Type.StructureType;

import static io.cognitex.embedded.internal.model.Member.required;

/**
 * The input of operations on a user of a pool.
 */
final class PoolUserShape {

	private PoolUserShape() {
	}

	static StructureType with(Member... members) {
		List<Member> all = new ArrayList<>();
		all.add(required("UserPoolId", Shapes.USER_POOL_ID));
		all.add(required("Username", Shapes.USERNAME));
		all.addAll(List.of(members));
		return new StructureType(all);
	}

}

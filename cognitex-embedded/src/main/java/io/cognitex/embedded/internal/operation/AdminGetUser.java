package io.cognitex.embedded.internal.operation;

import tools.jackson.databind.node.ObjectNode;

import io.cognitex.embedded.internal.error.Refusals;
import io.cognitex.embedded.internal.model.Request;
import io.cognitex.embedded.internal.model.Shapes;
import io.cognitex.embedded.internal.model.Timestamps;
import io.cognitex.embedded.internal.model.Type.StructureType;
import io.cognitex.embedded.internal.pool.User;
import io.cognitex.embedded.internal.pool.UserPools;

import static io.cognitex.embedded.internal.model.Member.required;

final class AdminGetUser implements Operation {

	private final UserPools pools;

	AdminGetUser(Services services) {
		this.pools = services.pools();
	}

	@Override
	public StructureType input() {
		return StructureType.of(required("UserPoolId", Shapes.USER_POOL_ID), required("Username", Shapes.USERNAME));
	}

	@Override
	public ObjectNode perform(Request request) {
		User user = this.pools.require(request.required("UserPoolId"))
			.users()
			.find(request.required("Username"))
			.orElseThrow(Refusals::userDoesNotExist);
		ObjectNode answer = Answers.empty()
			.put("Username", user.username())
			.put("UserCreateDate", Timestamps.seconds(user.createdAt()))
			.put("UserLastModifiedDate", Timestamps.seconds(user.modifiedAt()))
			.put("Enabled", user.enabled())
			.put("UserStatus", user.status().name());
		answer.set("UserAttributes", Answers.attributes(user, (name) -> true));
		Answers.putMfaOptions(answer, user.mfa());
		Answers.putMfa(answer, user.mfa());
		return answer;
	}

}

package io.cognitex.embedded.internal.operation;

import java.time.Clock;

import tools.jackson.databind.node.ObjectNode;

import io.cognitex.embedded.internal.model.Request;
import io.cognitex.embedded.internal.model.Shapes;
import io.cognitex.embedded.internal.model.Type.StructureType;
import io.cognitex.embedded.internal.pool.TemporaryPasswords;
import io.cognitex.embedded.internal.pool.UserPools;
import io.cognitex.embedded.internal.pool.UserStatus;
import io.cognitex.embedded.internal.srp.SrpPassword;

import static io.cognitex.embedded.internal.model.Member.optional;
import static io.cognitex.embedded.internal.model.Member.required;

final class AdminSetUserPassword implements Operation {

	private final UserPools pools;

	private final Clock clock;

	AdminSetUserPassword(Services services) {
		this.pools = services.pools();
		this.clock = services.clock();
	}

	@Override
	public StructureType input() {
		return PoolUserShape.with(required("Password", Shapes.PASSWORD), optional("Permanent", Shapes.BOOLEAN));
	}

	@Override
	public ObjectNode perform(Request request) {
		UserCall call = UserCall.of(this.pools, request);
		String password = request.required("Password");
		call.pool().settings().passwordPolicy().check(call.user(), password);
		SrpPassword kept = SrpPassword.of(call.pool().name(), call.user().username(), password);
		call.pool().users().change(call.user().sub(), (draft) -> {
			if (request.flag("Permanent")) {
				draft.password(kept);
				draft.status(UserStatus.CONFIRMED);
			}
			else {
				draft.temporaryPassword(kept, TemporaryPasswords.expiry(call.pool(), this.clock));
			}
		});
		return Answers.empty();
	}

}

package io.cognitex.embedded.internal.control;

import java.util.Arrays;

import tools.jackson.databind.JsonNode;

import io.cognitex.embedded.internal.model.Json;
import io.cognitex.embedded.internal.pool.Risk;
import io.cognitex.embedded.internal.pool.User;
import io.cognitex.embedded.internal.pool.UserPool;
import io.cognitex.embedded.internal.pool.UserPools;

/**
 * Says how risky the sign-ins of a user are.
 */
final class PostRisk implements ControlAction {

	private static final String DECISION = "riskDecision";

	private final UserPools pools;

	PostRisk(UserPools pools) {
		this.pools = pools;
	}

	@Override
	public String method() {
		return "POST";
	}

	@Override
	public String path() {
		return "risk";
	}

	@Override
	public JsonNode perform(ControlRequest request) {
		JsonNode body = request.body("userPoolId", "username", DECISION);
		Risk risk = risk(text(body, DECISION));
		String userPoolId = text(body, "userPoolId");
		UserPool pool = this.pools.find(userPoolId)
			.orElseThrow(() -> new BadRequest("There is no user pool " + userPoolId));
		if (!pool.settings().recordsAuthEvents()) {
			throw new BadRequest("AdvancedSecurityMode of the user pool is OFF");
		}
		User user = pool.users()
			.find(text(body, "username"))
			.orElseThrow(() -> new BadRequest("There is no such user in " + userPoolId));
		pool.risk(user, risk);
		return Json.object().put(DECISION, risk.name());
	}

	private static String text(JsonNode body, String name) {
		if (!body.path(name).isString()) {
			throw new BadRequest("'" + name + "' must be a string");
		}
		return body.path(name).stringValue();
	}

	private static Risk risk(String name) {
		return Arrays.stream(Risk.values())
			.filter((risk) -> risk.name().equals(name))
			.findFirst()
			.orElseThrow(() -> new BadRequest("'" + DECISION + "' must be one of " + Arrays.toString(Risk.values())));
	}

}

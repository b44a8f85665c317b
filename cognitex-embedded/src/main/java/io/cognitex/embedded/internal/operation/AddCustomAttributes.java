package io.cognitex.embedded.internal.operation;

import tools.jackson.databind.node.ObjectNode;

import io.cognitex.embedded.internal.configuration.SchemaReader;
import io.cognitex.embedded.internal.configuration.UserPoolShape;
import io.cognitex.embedded.internal.model.Request;
import io.cognitex.embedded.internal.model.Shapes;
import io.cognitex.embedded.internal.model.Type.ListType;
import io.cognitex.embedded.internal.model.Type.StructureType;
import io.cognitex.embedded.internal.pool.PoolSettings;
import io.cognitex.embedded.internal.pool.Schema;
import io.cognitex.embedded.internal.pool.UserPools;

import static io.cognitex.embedded.internal.model.Member.required;

final class AddCustomAttributes implements Operation {

	private final UserPools pools;

	AddCustomAttributes(Services services) {
		this.pools = services.pools();
	}

	@Override
	public StructureType input() {
		return StructureType.of(required("UserPoolId", Shapes.USER_POOL_ID),
				required("CustomAttributes", new ListType(UserPoolShape.SCHEMA_ATTRIBUTE, 1, 25)));
	}

	@Override
	public ObjectNode perform(Request request) {
		this.pools.require(request.required("UserPoolId")).change((settings) -> add(settings, request));
		return Answers.empty();
	}

	private static PoolSettings add(PoolSettings settings, Request request) {
		Schema schema = settings.schema();
		for (Request attribute : request.structures("CustomAttributes")) {
			schema = SchemaReader.addCustom(schema, attribute);
		}
		schema.checkSize();
		return settings.toBuilder().schema(schema).build();
	}

}

package io.cognitex.embedded.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import io.cognitex.embedded.internal.configuration.UserPoolClientReader;
import io.cognitex.embedded.internal.configuration.UserPoolClientShape;
import io.cognitex.embedded.internal.configuration.UserPoolReader;
import io.cognitex.embedded.internal.configuration.UserPoolShape;
import io.cognitex.embedded.internal.error.Refusal;
import io.cognitex.embedded.internal.model.Json;
import io.cognitex.embedded.internal.model.Request;
import io.cognitex.embedded.internal.model.Shapes;
import io.cognitex.embedded.internal.model.Type.ListType;
import io.cognitex.embedded.internal.model.Type.MapType;
import io.cognitex.embedded.internal.model.Type.StringType;
import io.cognitex.embedded.internal.model.Type.StructureType;
import io.cognitex.embedded.internal.model.Validator;
import io.cognitex.embedded.internal.pool.Identifiers;
import io.cognitex.embedded.internal.pool.InitialUser;
import io.cognitex.embedded.internal.pool.UserMfa;
import io.cognitex.embedded.internal.pool.UserPool;
import io.cognitex.embedded.internal.pool.UserStatus;
import io.cognitex.embedded.internal.server.CognitoServer;

import static io.cognitex.embedded.internal.model.Member.optional;
import static io.cognitex.embedded.internal.model.Member.required;

/**
 * What a server begins with: pools with the members of {@code CreateUserPool} and with
 * {@code Id}, {@code Clients} and {@code Users}; clients with the members of
 * {@code CreateUserPoolClient} and with {@code ClientId}.
 */
final class UsersFile {

	private static final StructureType USER = StructureType.of(required("Username", Shapes.USERNAME),
			optional("Password", Shapes.PASSWORD),
			optional("Attributes", new MapType(Shapes.ATTRIBUTE_NAME, Shapes.ATTRIBUTE_VALUE)),
			optional("Groups", ListType.of(StringType.of(1, 128))),
			optional("UserStatus",
					StringType.oneOf("UNCONFIRMED", "CONFIRMED", "RESET_REQUIRED", "FORCE_CHANGE_PASSWORD")),
			optional("Enabled", Shapes.BOOLEAN));

	private final CognitoServer server;

	private final Path file;

	private UsersFile(CognitoServer server, Path file) {
		this.server = server;
		this.file = file;
	}

	/**
	 * Puts into a server what a file says.
	 * @param file the file
	 * @param server the server
	 * @throws BadArguments if the file cannot be read, or the server would refuse what it
	 * says
	 */
	static void load(Path file, CognitoServer server) throws BadArguments {
		new UsersFile(server, file).load();
	}

	private void load() throws BadArguments {
		JsonNode root = read();
		if (!root.isObject() || root.size() != 1 || !root.path("UserPools").isArray()) {
			throw new BadArguments(this.file + ": must be a JSON object with the list 'UserPools', and nothing else");
		}
		int index = 0;
		for (JsonNode pool : root.get("UserPools")) {
			String path = "UserPools[" + index++ + "]";
			loadPool(path, object(path, pool));
		}
	}

	private JsonNode read() throws BadArguments {
		try {
			return Json.read(Files.readAllBytes(this.file));
		}
		catch (IOException ex) {
			throw new BadArguments(this.file + ": cannot be read");
		}
		catch (JacksonException ex) {
			throw new BadArguments(this.file + ": is not JSON: " + ex.getOriginalMessage());
		}
	}

	private void loadPool(String path, ObjectNode json) throws BadArguments {
		JsonNode clients = list(path + ".Clients", json.remove("Clients"));
		JsonNode users = list(path + ".Users", json.remove("Users"));
		JsonNode id = json.remove("Id");
		UserPool pool = attempt(path, () -> {
			String userPoolId = (id != null) ? checked("Id", Shapes.USER_POOL_ID, id)
					: Identifiers.userPoolId(this.server.region());
			return this.server.services()
				.pools()
				.create(userPoolId, UserPoolReader.create(Validator.validate(UserPoolShape.create(), json)));
		});
		int index = 0;
		for (JsonNode client : clients) {
			String clientPath = path + ".Clients[" + index++ + "]";
			ObjectNode members = object(clientPath, client);
			attempt(clientPath, () -> addClient(pool, members));
		}
		index = 0;
		for (JsonNode user : users) {
			attempt(path + ".Users[" + index++ + "]", () -> addUser(pool, Validator.validate(USER, user)));
		}
	}

	private Object addClient(UserPool pool, ObjectNode json) {
		JsonNode id = json.remove("ClientId");
		String clientId = (id != null) ? checked("ClientId", Shapes.CLIENT_ID, id) : Identifiers.clientId();
		Request request = Validator.validate(UserPoolClientShape.create(), json.put("UserPoolId", pool.id()));
		String secret = request.flag("GenerateSecret") ? Identifiers.clientSecret() : request.optional("ClientSecret");
		if (this.server.services().pools().all().stream().anyMatch((other) -> other.client(clientId).isPresent())) {
			throw new IllegalArgumentException("The client id '" + clientId + "' is taken");
		}
		return pool.addClient(clientId, request.required("ClientName"), UserPoolClientReader.read(request, pool),
				secret);
	}

	private Object addUser(UserPool pool, Request user) {
		String status = user.optional("UserStatus");
		InitialUser initial = new InitialUser(user.required("Username"), user.optional("Password"),
				user.map("Attributes"), user.strings("Groups"),
				(status != null) ? UserStatus.valueOf(status) : UserStatus.CONFIRMED,
				!user.has("Enabled") || user.flag("Enabled"), UserMfa.NONE);
		initial.addTo(pool, this.server.clock());
		return initial;
	}

	private static String checked(String member, StringType type, JsonNode value) {
		ObjectNode json = Json.object();
		json.set(member, value);
		return Validator.validate(StructureType.of(required(member, type)), json).required(member);
	}

	private JsonNode list(String path, @Nullable JsonNode json) throws BadArguments {
		if (json == null) {
			return Json.array();
		}
		if (!json.isArray()) {
			throw new BadArguments(this.file + ": " + path + " must be a list");
		}
		return json;
	}

	private ObjectNode object(String path, JsonNode json) throws BadArguments {
		if (json instanceof ObjectNode object) {
			return object;
		}
		throw new BadArguments(this.file + ": " + path + " must be an object");
	}

	private <T> T attempt(String path, Action<T> action) throws BadArguments {
		try {
			return action.perform();
		}
		catch (Refusal refusal) {
			throw new BadArguments(this.file + ": " + path + ": " + refusal.text());
		}
		catch (IllegalArgumentException ex) {
			throw new BadArguments(this.file + ": " + path + ": " + ex.getMessage());
		}
	}

	/**
	 * Something that the server may refuse.
	 */
	@FunctionalInterface
	private interface Action<T> {

		T perform();

	}

}

package io.cognitex.embedded.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

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
import io.cognitex.embedded.internal.model.Type.StringType;
import io.cognitex.embedded.internal.model.Type.StructureType;
import io.cognitex.embedded.internal.model.Validator;
import io.cognitex.embedded.internal.pool.Identifiers;
import io.cognitex.embedded.internal.pool.InitialUser;
import io.cognitex.embedded.internal.pool.UserPool;
import io.cognitex.embedded.internal.server.CognitoServer;

import static io.cognitex.embedded.internal.model.Member.required;

/**
 * What a server begins with: pools with the members of {@code CreateUserPool} and of
 * {@code SetUserPoolMfaConfig}, and with {@code Id}, {@code Groups}, {@code Clients} and
 * {@code Users}; groups and clients with the members of {@code CreateGroup} and
 * {@code CreateUserPoolClient}, and with {@code ClientId}.
 */
final class UsersFile {

	/** The members of {@code SetUserPoolMfaConfig} that make it be called. */
	private static final Set<String> MFA_MEMBERS = Set.of("SmsMfaConfiguration", "SoftwareTokenMfaConfiguration",
			"EmailMfaConfiguration", "WebAuthnConfiguration");

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
		JsonNode groups = list(path + ".Groups", json.remove("Groups"));
		JsonNode clients = list(path + ".Clients", json.remove("Clients"));
		JsonNode users = list(path + ".Users", json.remove("Users"));
		JsonNode id = json.remove("Id");
		ObjectNode mfa = takeMfa(json);
		UserPool pool = attempt(path, () -> {
			String userPoolId = (id != null) ? checked("Id", Shapes.USER_POOL_ID, id)
					: Identifiers.userPoolId(this.server.region());
			return this.server.services()
				.pools()
				.create(userPoolId, UserPoolReader.create(Validator.validate(UserPoolShape.create(), json)));
		});
		if (!mfa.isEmpty()) {
			attempt(path, () -> perform("SetUserPoolMfaConfig", pool, mfa));
		}
		int index = 0;
		for (JsonNode group : groups) {
			String groupPath = path + ".Groups[" + index++ + "]";
			ObjectNode members = object(groupPath, group);
			attempt(groupPath, () -> perform("CreateGroup", pool, members));
		}
		index = 0;
		for (JsonNode client : clients) {
			String clientPath = path + ".Clients[" + index++ + "]";
			ObjectNode members = object(clientPath, client);
			attempt(clientPath, () -> addClient(pool, members));
		}
		index = 0;
		for (JsonNode user : users) {
			attempt(path + ".Users[" + index++ + "]", () -> addUser(pool, user));
		}
	}

	/**
	 * Takes out what is said about second factors, unless {@code CreateUserPool} knows it
	 * all.
	 */
	private static ObjectNode takeMfa(ObjectNode json) {
		ObjectNode mfa = Json.object();
		for (String member : MFA_MEMBERS) {
			if (json.has(member)) {
				mfa.set(member, json.remove(member));
			}
		}
		if (!mfa.isEmpty() && json.has("MfaConfiguration")) {
			mfa.set("MfaConfiguration", json.remove("MfaConfiguration"));
		}
		return mfa;
	}

	private Object perform(String operation, UserPool pool, ObjectNode members) {
		this.server.perform(operation, members.put("UserPoolId", pool.id()));
		return pool;
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

	private Object addUser(UserPool pool, JsonNode json) {
		InitialUser user = InitialUserReader.read(json);
		user.addTo(pool, this.server.clock());
		return user;
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

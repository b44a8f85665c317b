package io.cognitex.embedded.internal.operation;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

import io.cognitex.embedded.internal.error.Refusals;
import io.cognitex.embedded.internal.message.Codes;
import io.cognitex.embedded.internal.message.MessageContext;
import io.cognitex.embedded.internal.message.MessagePurpose;
import io.cognitex.embedded.internal.model.Request;
import io.cognitex.embedded.internal.model.Shapes;
import io.cognitex.embedded.internal.model.Type.StructureType;
import io.cognitex.embedded.internal.pool.AuthEventType;
import io.cognitex.embedded.internal.pool.CodePurpose;
import io.cognitex.embedded.internal.pool.PoolSettings;
import io.cognitex.embedded.internal.pool.User;
import io.cognitex.embedded.internal.pool.UserDraft;
import io.cognitex.embedded.internal.pool.UserPools;
import io.cognitex.embedded.internal.pool.UserStatus;
import io.cognitex.embedded.internal.signin.SignUpSessions;
import io.cognitex.embedded.internal.srp.SrpPassword;
import io.cognitex.embedded.internal.trigger.PostConfirmationTrigger;
import io.cognitex.embedded.internal.trigger.PreSignUpTrigger;

import static io.cognitex.embedded.internal.model.Member.optional;
import static io.cognitex.embedded.internal.model.Member.required;

final class SignUp implements Operation {

	private final UserPools pools;

	private final Codes codes;

	private final SignUpSessions sessions;

	private final Clock clock;

	SignUp(Services services) {
		this.pools = services.pools();
		this.codes = services.codes();
		this.sessions = services.signIn().signUpSessions();
		this.clock = services.clock();
	}

	@Override
	public StructureType input() {
		return StructureType.of(required("ClientId", Shapes.CLIENT_ID), optional("SecretHash", Shapes.SECRET_HASH),
				required("Username", Shapes.USERNAME), optional("Password", Shapes.PASSWORD),
				optional("UserAttributes", Shapes.ATTRIBUTES), optional("ValidationData", Shapes.ATTRIBUTES),
				optional("AnalyticsMetadata", Shapes.ANALYTICS_METADATA),
				optional("UserContextData", Shapes.USER_CONTEXT_DATA), optional("ClientMetadata", Shapes.STRING_MAP));
	}

	@Override
	public ObjectNode perform(Request request) {
		ClientCall call = ClientCall.withSecretHash(this.pools, request);
		PoolSettings settings = call.pool().settings();
		if (settings.adminCreateUserOnly()) {
			throw Refusals.signUpNotPermitted();
		}
		String username = request.required("Username");
		String nameAttribute = settings.names().attributeFor(username);
		String password = request.optional("Password");
		if (password != null || !settings.takesUsersWithoutPassword()) {
			settings.passwordPolicy().check((password != null) ? password : "");
		}
		Map<String, String> attributes = attributes(call, request);
		if (!"username".equals(nameAttribute)) {
			String given = attributes.put(nameAttribute, username);
			if (given != null && !given.equals(username)) {
				throw Refusals.usernameDiffers(nameAttribute);
			}
		}
		settings.schema().checkNewUser(attributes);

		String sub = UUID.randomUUID().toString();
		UserDraft draft = new UserDraft(sub, "username".equals(nameAttribute) ? username : sub, this.clock.instant());
		draft.attributes().putAll(attributes);
		if (password != null) {
			draft.password(SrpPassword.of(call.pool().name(), draft.username(), password));
		}
		Map<String, String> clientMetadata = request.map("ClientMetadata");
		PreSignUpTrigger.signUp(call.pool(), call.client().id(), draft, request.attributes("ValidationData"),
				clientMetadata);
		User user = call.pool().users().add(draft);
		call.pool().recordAuthEvent(user, AuthEventType.SIGN_UP, true, Set.of());
		if (user.status() == UserStatus.CONFIRMED) {
			PostConfirmationTrigger.confirmSignUp(call.pool(), call.client().id(), user, clientMetadata);
			return Answers.empty().put("UserConfirmed", true).put("UserSub", user.sub());
		}
		return answer(call, user, clientMetadata);
	}

	private ObjectNode answer(ClientCall call, User user, Map<String, String> clientMetadata) {
		ObjectNode answer = Answers.empty().put("UserConfirmed", false).put("UserSub", user.sub());
		String attribute = AutoVerification.attribute(call.pool().settings(), user);
		if (attribute != null) {
			answer.set("CodeDeliveryDetails",
					Answers.delivery(this.codes.send(call.pool(), user, attribute, CodePurpose.CONFIRM_SIGN_UP,
							new MessageContext(MessagePurpose.SIGN_UP, call.client().id(), clientMetadata))));
		}
		if (SignUpSessions.areFor(call.client())) {
			answer.put("Session", this.sessions.signedUp(call.pool(), call.client(), user));
		}
		return answer;
	}

	private static Map<String, String> attributes(ClientCall call, Request request) {
		Map<String, String> attributes = new LinkedHashMap<>();
		request.attributes("UserAttributes").forEach((name, value) -> {
			attributes.put(name, writable(call, name, value));
		});
		return attributes;
	}

	private static String writable(ClientCall call, String name, @Nullable String value) {
		if ("sub".equals(name)) {
			throw Refusals.nonMutableAttribute(name);
		}
		if (value == null) {
			throw Refusals.attributeValueNull(name);
		}
		if (!call.client().settings().canWrite(name, call.pool().settings().schema())) {
			throw Refusals.unauthorizedAttribute();
		}
		return value;
	}

}

package io.cognitex.embedded.internal.operation;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

import io.cognitex.embedded.internal.error.Refusals;
import io.cognitex.embedded.internal.message.Invitations;
import io.cognitex.embedded.internal.message.MessageContext;
import io.cognitex.embedded.internal.message.MessagePurpose;
import io.cognitex.embedded.internal.model.Request;
import io.cognitex.embedded.internal.model.Shapes;
import io.cognitex.embedded.internal.model.Type.ListType;
import io.cognitex.embedded.internal.model.Type.StringType;
import io.cognitex.embedded.internal.model.Type.StructureType;
import io.cognitex.embedded.internal.pool.PoolSettings;
import io.cognitex.embedded.internal.pool.TemporaryPasswords;
import io.cognitex.embedded.internal.pool.User;
import io.cognitex.embedded.internal.pool.UserDraft;
import io.cognitex.embedded.internal.pool.UserPool;
import io.cognitex.embedded.internal.pool.UserPools;
import io.cognitex.embedded.internal.pool.UserStatus;
import io.cognitex.embedded.internal.srp.SrpPassword;
import io.cognitex.embedded.internal.trigger.PreSignUpTrigger;

import static io.cognitex.embedded.internal.model.Member.optional;

/**
 * Creates a user with a temporary password and sends it, or makes and sends a new one
 * ({@code RESEND}). Required attributes are not asked for. In pools with passwordless
 * sign-in a user without a temporary password is confirmed; that nothing is sent then is
 * a guess.
 */
final class AdminCreateUser implements Operation {

	private final UserPools pools;

	private final Invitations invitations;

	private final Clock clock;

	AdminCreateUser(Services services) {
		this.pools = services.pools();
		this.invitations = new Invitations(services.outbox(), services.clock());
		this.clock = services.clock();
	}

	@Override
	public StructureType input() {
		return PoolUserShape.with(optional("UserAttributes", Shapes.ATTRIBUTES),
				optional("ValidationData", Shapes.ATTRIBUTES), optional("TemporaryPassword", Shapes.PASSWORD),
				optional("ForceAliasCreation", Shapes.BOOLEAN),
				optional("MessageAction", StringType.oneOf("RESEND", "SUPPRESS")),
				optional("DesiredDeliveryMediums", ListType.of(StringType.oneOf("SMS", "EMAIL"))),
				optional("ClientMetadata", Shapes.STRING_MAP));
	}

	@Override
	public ObjectNode perform(Request request) {
		UserPool pool = this.pools.require(request.required("UserPoolId"));
		String action = request.optional("MessageAction");
		boolean resend = "RESEND".equals(action);
		boolean withoutPassword = !resend && !request.has("TemporaryPassword")
				&& pool.settings().takesUsersWithoutPassword();
		String password = password(pool, request);
		User user = resend ? renew(pool, request.required("Username"), password)
				: create(pool, request, withoutPassword ? null : password);
		if (!"SUPPRESS".equals(action) && !withoutPassword) {
			this.invitations.send(pool, user, password, request.strings("DesiredDeliveryMediums"),
					MessageContext.ofAdministrator(MessagePurpose.ADMIN_CREATE_USER, request.map("ClientMetadata")));
		}
		ObjectNode answer = Answers.empty();
		answer.set("User", Answers.user(user, (name) -> true));
		return answer;
	}

	private static String password(UserPool pool, Request request) {
		String password = request.optional("TemporaryPassword");
		if (password == null) {
			return TemporaryPasswords.generate(pool.settings().passwordPolicy());
		}
		pool.settings().passwordPolicy().checkTemporary(password);
		return password;
	}

	private User renew(UserPool pool, String username, String password) {
		User user = pool.users().find(username).orElseThrow(Refusals::userDoesNotExist);
		SrpPassword kept = SrpPassword.of(pool.name(), user.username(), password);
		return pool.users().change(user.sub(), (draft) -> {
			if (draft.status() != UserStatus.FORCE_CHANGE_PASSWORD) {
				throw Refusals.cannotResendInvitation(username);
			}
			draft.temporaryPassword(kept, TemporaryPasswords.expiry(pool, this.clock));
		});
	}

	private User create(UserPool pool, Request request, @Nullable String password) {
		PoolSettings settings = pool.settings();
		String username = request.required("Username");
		String nameAttribute = settings.names().attributeFor(username);
		Map<String, String> attributes = AdminAttributes.of(request);
		boolean plain = "username".equals(nameAttribute);
		if (!plain) {
			String given = attributes.put(nameAttribute, username);
			if (given != null && !given.equals(username)) {
				throw Refusals.usernameDiffers(nameAttribute);
			}
		}
		settings.schema().checkValues(attributes);
		String sub = UUID.randomUUID().toString();
		UserDraft draft = new UserDraft(sub, plain ? username : sub, this.clock.instant());
		draft.attributes().putAll(attributes);
		if (password != null) {
			draft.temporaryPassword(SrpPassword.of(pool.name(), draft.username(), password),
					TemporaryPasswords.expiry(pool, this.clock));
		}
		else {
			draft.status(UserStatus.CONFIRMED);
		}
		PreSignUpTrigger.adminCreateUser(pool, draft, request.attributes("ValidationData"),
				request.map("ClientMetadata"));
		return pool.users().addByAdministrator(draft, request.flag("ForceAliasCreation"));
	}

}

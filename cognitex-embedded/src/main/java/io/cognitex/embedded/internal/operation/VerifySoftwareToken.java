package io.cognitex.embedded.internal.operation;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

import io.cognitex.embedded.internal.error.Refusals;
import io.cognitex.embedded.internal.model.Request;
import io.cognitex.embedded.internal.model.Shapes;
import io.cognitex.embedded.internal.model.Type.StringType;
import io.cognitex.embedded.internal.model.Type.StructureType;
import io.cognitex.embedded.internal.signin.SoftwareTokenSetup;
import io.cognitex.embedded.internal.token.AccessTokens;
import io.cognitex.embedded.internal.token.AccessTokens.Bearer;
import io.cognitex.embedded.internal.totp.SoftwareTokens;

import static io.cognitex.embedded.internal.model.Member.optional;
import static io.cognitex.embedded.internal.model.Member.required;

/**
 * Registers the authenticator app that shows the right code. For a signed-in user it is
 * not yet a second factor: that takes {@code SetUserMFAPreference}. In the middle of a
 * sign-in it is.
 */
final class VerifySoftwareToken implements Operation {

	private static final StringType USER_CODE = StringType.of(6, 6, "[0-9]+").secret();

	private final AccessTokens accessTokens;

	private final SoftwareTokenSetup setup;

	private final SoftwareTokens softwareTokens;

	VerifySoftwareToken(Services services) {
		this.accessTokens = services.accessTokens();
		this.setup = services.signIn().softwareTokenSetup();
		this.softwareTokens = new SoftwareTokens(services.clock());
	}

	@Override
	public StructureType input() {
		return StructureType.of(optional("AccessToken", Shapes.TOKEN), optional("Session", Shapes.SESSION),
				required("UserCode", USER_CODE), optional("FriendlyDeviceName", Shapes.STRING));
	}

	@Override
	public ObjectNode perform(Request request) {
		if (request.has("AccessToken") == request.has("Session")) {
			throw Refusals.accessTokenOrSession();
		}
		String code = request.required("UserCode");
		String name = request.has("FriendlyDeviceName") ? request.required("FriendlyDeviceName") : "";
		ObjectNode answer = Answers.empty().put("Status", "SUCCESS");
		if (request.has("Session")) {
			return answer.put("Session", this.setup.verify(request.required("Session"), code, name));
		}
		Bearer bearer = this.accessTokens.bearer(request.required("AccessToken"));
		bearer.pool()
			.users()
			.change(bearer.user().sub(), (draft) -> draft.mfa(draft.mfa()
				.register(this.softwareTokens.register(associated(draft.mfa().associatedSecret()), code, name))));
		return answer;
	}

	private static String associated(@Nullable String secret) {
		if (secret == null) {
			throw Refusals.softwareTokenMissing();
		}
		return secret;
	}

}

package io.cognitex.embedded.internal.operation;

import java.util.List;

import tools.jackson.databind.node.ObjectNode;

import io.cognitex.embedded.internal.error.Refusals;
import io.cognitex.embedded.internal.model.Request;
import io.cognitex.embedded.internal.model.Shapes;
import io.cognitex.embedded.internal.model.Type.ListType;
import io.cognitex.embedded.internal.model.Type.StringType;
import io.cognitex.embedded.internal.model.Type.StructureType;
import io.cognitex.embedded.internal.pool.MfaFactor;
import io.cognitex.embedded.internal.signin.SecondFactors;
import io.cognitex.embedded.internal.token.AccessTokens;
import io.cognitex.embedded.internal.token.AccessTokens.Bearer;

import static io.cognitex.embedded.internal.model.Member.optional;
import static io.cognitex.embedded.internal.model.Member.required;

/**
 * The predecessor of {@code SetUserMFAPreference}: turns codes by text message on, or
 * with an empty list off.
 */
final class SetUserSettings implements Operation {

	private static final StructureType MFA_OPTION = StructureType.of(
			optional("DeliveryMedium", StringType.oneOf("SMS", "EMAIL")),
			optional("AttributeName", Shapes.ATTRIBUTE_NAME));

	private final AccessTokens accessTokens;

	SetUserSettings(Services services) {
		this.accessTokens = services.accessTokens();
	}

	@Override
	public StructureType input() {
		return StructureType.of(required("AccessToken", Shapes.TOKEN), required("MFAOptions", ListType.of(MFA_OPTION)));
	}

	@Override
	public ObjectNode perform(Request request) {
		Bearer bearer = this.accessTokens.bearer(request.required("AccessToken"));
		List<Request> options = request.structures("MFAOptions");
		if (!options.stream().allMatch(SetUserSettings::isSms)) {
			throw Refusals.onlySmsMfaOption();
		}
		boolean possible = bearer.pool().settings().mfa().factors().contains(MfaFactor.SMS_MFA)
				&& SecondFactors.isReady(bearer.user(), MfaFactor.SMS_MFA);
		if (!options.isEmpty() && !possible) {
			throw Refusals.noDeliveryConfig(MfaFactor.SMS_MFA.name());
		}
		bearer.pool()
			.users()
			.change(bearer.user().sub(), (draft) -> draft.mfa(options.isEmpty() ? draft.mfa().disable(MfaFactor.SMS_MFA)
					: draft.mfa().enable(MfaFactor.SMS_MFA)));
		return Answers.empty();
	}

	private static boolean isSms(Request option) {
		return "SMS".equals(option.optional("DeliveryMedium"))
				&& "phone_number".equals(option.optional("AttributeName"));
	}

}

package io.cognitex;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * How a user can sign in.
 *
 * @param username the canonical username
 * @param preferredMfaSetting Cognito's name of the second factor that is asked first
 * @param userMfaSettings Cognito's names of the second factors that are switched on
 * @param configuredFactors Cognito's names of the first factors that the user has, such
 * as {@code PASSWORD} and {@code WEB_AUTHN}
 * @see <a href=
 * "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_GetUserAuthFactors.html">GetUserAuthFactors</a>
 */
public record UserAuthFactors(String username, @Nullable String preferredMfaSetting, List<String> userMfaSettings,
		List<String> configuredFactors) {

	public UserAuthFactors {
		userMfaSettings = List.copyOf(userMfaSettings);
		configuredFactors = List.copyOf(configuredFactors);
	}

}

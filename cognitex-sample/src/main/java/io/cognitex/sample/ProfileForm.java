package io.cognitex.sample;

import java.util.HashMap;
import java.util.Map;

import io.cognitex.CognitoUser;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import static java.util.Objects.requireNonNullElse;

/** What people may change about themselves. */
record ProfileForm(@NotBlank @Size(max = 2048) String name, @NotBlank @Size(max = 128) @Email String email) {

	static ProfileForm of(CognitoUser user) {
		return new ProfileForm(requireNonNullElse(user.attribute("name"), ""),
				requireNonNullElse(user.attribute("email"), ""));
	}

	/**
	 * What differs from the user as Cognito has it. Cognito has an e-mail address
	 * verified anew whenever it is sent, changed or not.
	 */
	Map<String, String> changesTo(CognitoUser user) {
		Map<String, String> changes = new HashMap<>(Map.of("name", this.name, "email", this.email));
		changes.entrySet().removeIf((change) -> change.getValue().equals(user.attribute(change.getKey())));
		return changes;
	}

}

package io.cognitex.sample;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * A new account, as long as Cognito lets names and passwords be. Which passwords are good
 * enough is the pool's decision.
 */
record SignUpForm(@NotBlank @Size(max = 2048) String name, @NotBlank @Size(max = 128) @Email String email,
		@NotBlank @Size(max = 256) String password) {

	@Override
	public String toString() {
		return "SignUpForm[password protected]";
	}

}

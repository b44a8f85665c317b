package io.cognitex.sample;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** A new password, and the code that proves whose it is. */
record ResetPasswordForm(@NotBlank @Size(max = 128) @Email String email, @NotBlank @Size(max = 2048) String code,
		@NotBlank @Size(max = 256) String password) {

	ResetPasswordForm {
		// Absent before the form is sent; often pasted with a blank
		code = (code != null) ? code.strip() : code;
	}

	@Override
	public String toString() {
		return "ResetPasswordForm[code and password protected]";
	}

}

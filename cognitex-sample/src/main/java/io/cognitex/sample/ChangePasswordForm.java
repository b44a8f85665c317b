package io.cognitex.sample;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** A new password in exchange for the present one. */
record ChangePasswordForm(@NotBlank @Size(max = 256) String currentPassword,
		@NotBlank @Size(max = 256) String newPassword) {

	@Override
	public String toString() {
		return "ChangePasswordForm[protected]";
	}

}

package io.cognitex.sample;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** The code that proves that an address is its owner's. */
record ConfirmForm(@NotBlank @Size(max = 128) @Email String email, @NotBlank @Size(max = 2048) String code) {

	ConfirmForm {
		// Absent before the form is sent; often pasted with a blank
		code = (code != null) ? code.strip() : code;
	}

	@Override
	public String toString() {
		return "ConfirmForm[code protected]";
	}

}

package io.cognitex.sample;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** The code that was mailed to a changed address. */
record VerifyEmailForm(@NotBlank @Size(max = 2048) String code) {

	VerifyEmailForm {
		// Absent before the form is sent; often pasted with a blank
		code = (code != null) ? code.strip() : code;
	}

	@Override
	public String toString() {
		return "VerifyEmailForm[protected]";
	}

}

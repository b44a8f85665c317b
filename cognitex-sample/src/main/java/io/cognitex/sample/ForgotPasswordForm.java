package io.cognitex.sample;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Whose password is forgotten. */
record ForgotPasswordForm(@NotBlank @Size(max = 128) @Email String email) {

}

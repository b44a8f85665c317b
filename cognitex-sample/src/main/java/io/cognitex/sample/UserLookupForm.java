package io.cognitex.sample;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Any name that the user signs in with, or the user's id. */
record UserLookupForm(@NotBlank @Size(max = 128) String username) {

}

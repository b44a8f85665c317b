package io.cognitex.security.jackson;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeInfo.Id;
import io.cognitex.security.SignInFailure;

/**
 * How a {@link io.cognitex.security.web.CognitoLoginFailedException} is written and read.
 */
@JsonTypeInfo(use = Id.CLASS)
@JsonAutoDetect(fieldVisibility = Visibility.NONE, getterVisibility = Visibility.PUBLIC_ONLY,
		isGetterVisibility = Visibility.NONE)
@JsonIgnoreProperties({ "cause", "stackTrace", "suppressed", "localizedMessage", "authenticationRequest" })
abstract class CognitoLoginFailedExceptionMixin {

	@JsonCreator
	CognitoLoginFailedExceptionMixin(@JsonProperty(value = "message", required = true) String message,
			@JsonProperty(value = "username", required = true) String username,
			@JsonProperty(value = "failure", required = true) SignInFailure failure) {
	}

}

package io.cognitex.security.jackson;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeInfo.Id;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * How a {@link io.cognitex.security.CognitoAuthentication} is written and read.
 */
@JsonTypeInfo(use = Id.CLASS)
@JsonAutoDetect(fieldVisibility = Visibility.ANY, getterVisibility = Visibility.NONE,
		isGetterVisibility = Visibility.NONE)
@JsonIgnoreProperties("authenticated")
@JsonDeserialize(converter = StoredAuthentication.Converter.class)
abstract class CognitoAuthenticationMixin {

}

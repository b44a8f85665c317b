package io.cognitex.security.jackson;

import java.util.Collection;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeInfo.Id;

import org.springframework.security.core.GrantedAuthority;

/**
 * How a {@link io.cognitex.security.CognitoPrincipal} is written and read.
 */
@JsonTypeInfo(use = Id.CLASS)
@JsonAutoDetect(fieldVisibility = Visibility.ANY, getterVisibility = Visibility.NONE,
		isGetterVisibility = Visibility.NONE)
abstract class CognitoPrincipalMixin {

	@JsonCreator
	CognitoPrincipalMixin(@JsonProperty(value = "name", required = true) String name,
			@JsonProperty(value = "subject", required = true) String subject,
			@JsonProperty(value = "groups", required = true) Collection<String> groups,
			@JsonProperty(value = "attributes", required = true) Map<String, String> attributes,
			@JsonProperty(value = "authorities", required = true) Collection<? extends GrantedAuthority> authorities) {
	}

}

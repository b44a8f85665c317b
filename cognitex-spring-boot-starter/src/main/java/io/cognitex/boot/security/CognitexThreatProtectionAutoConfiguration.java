package io.cognitex.boot.security;

import io.cognitex.UserContextSource;
import io.cognitex.boot.CognitexAutoConfiguration;
import io.cognitex.security.web.RequestUserContextSource;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.context.annotation.Bean;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * Auto-configuration of what Cognito's threat protection is told, where it is switched
 * on.
 */
@AutoConfiguration(before = CognitexAutoConfiguration.class)
@ConditionalOnWebApplication(type = Type.SERVLET)
@ConditionalOnClass(RequestContextHolder.class)
@ConditionalOnBooleanProperty("cognitex.threat-protection.enabled")
public final class CognitexThreatProtectionAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean(UserContextSource.class)
	RequestUserContextSource cognitoUserContextSource() {
		return new RequestUserContextSource();
	}

}

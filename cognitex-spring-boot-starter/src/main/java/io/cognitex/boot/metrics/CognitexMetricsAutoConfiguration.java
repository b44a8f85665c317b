package io.cognitex.boot.metrics;

import io.cognitex.boot.security.CognitexAccessTokenAutoConfiguration;
import io.cognitex.security.CognitoAccessTokenIntrospector;
import io.micrometer.core.instrument.binder.MeterBinder;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/**
 * Auto-configuration of metrics, where Micrometer is present. Spring Boot binds them to
 * the application's registries.
 */
@AutoConfiguration(after = CognitexAccessTokenAutoConfiguration.class)
@ConditionalOnClass({ MeterBinder.class, CognitoAccessTokenIntrospector.class })
@ConditionalOnBean(CognitoAccessTokenIntrospector.class)
public final class CognitexMetricsAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	AccessTokenMetrics cognitoAccessTokenMetrics(CognitoAccessTokenIntrospector introspector) {
		return new AccessTokenMetrics(introspector);
	}

}

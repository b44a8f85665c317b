package io.cognitex.security.web;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;

/**
 * Accepts Cognito access tokens as bearer tokens.
 */
public final class CognitoAccessTokenConfigurer
		extends AbstractHttpConfigurer<CognitoAccessTokenConfigurer, HttpSecurity> {

}

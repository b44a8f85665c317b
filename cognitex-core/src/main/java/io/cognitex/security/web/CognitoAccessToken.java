package io.cognitex.security.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Gives a controller's method the access token of whoever is logged in, as a
 * {@code String}; {@code null} if nobody is, with Cognito.
 *
 * @see CognitoTokensArgumentResolver
 */
@Documented
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface CognitoAccessToken {

}

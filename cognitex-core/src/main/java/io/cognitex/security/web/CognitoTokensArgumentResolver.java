package io.cognitex.security.web;

import io.cognitex.CognitoTokens;
import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Gives controllers a {@code @CognitoAccessToken String}, and the {@link CognitoTokens}
 * of a session. Both are fresh when the request begins, and {@code null} for nobody.
 */
public final class CognitoTokensArgumentResolver implements HandlerMethodArgumentResolver {

	/**
	 * A resolver for all requests.
	 */
	public CognitoTokensArgumentResolver() {
	}

	@Override
	public boolean supportsParameter(MethodParameter parameter) {
		return isAccessToken(parameter) || parameter.getParameterType() == CognitoTokens.class;
	}

	@Override
	public @Nullable Object resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer mavContainer,
			NativeWebRequest webRequest, @Nullable WebDataBinderFactory binderFactory) {
		Authentication authentication = CurrentAccessToken.authentication();
		return isAccessToken(parameter) ? CurrentAccessToken.of(authentication)
				: CurrentAccessToken.tokens(authentication);
	}

	private static boolean isAccessToken(MethodParameter parameter) {
		return parameter.hasParameterAnnotation(CognitoAccessToken.class)
				&& parameter.getParameterType() == String.class;
	}

}

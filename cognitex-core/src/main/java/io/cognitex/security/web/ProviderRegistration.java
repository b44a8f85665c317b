package io.cognitex.security.web;

import java.util.function.UnaryOperator;

import io.cognitex.CognitoAccountManager;
import io.cognitex.security.CognitoAuthenticationProvider;
import io.cognitex.security.CognitoAuthoritiesMapper;
import io.cognitex.security.CognitoCredentialsCache;

import org.springframework.context.ApplicationContext;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;

/**
 * Sees to it that a filter chain has one {@link CognitoAuthenticationProvider}, whoever
 * brings it and however many logins the chain has: with two of them, each wrong password
 * would be sent twice.
 */
final class ProviderRegistration {

	private ProviderRegistration() {
	}

	/**
	 * Adds a provider, unless Spring Security uses one by itself or another login of this
	 * chain has added it.
	 * @param http the chain
	 * @param postProcessor what a new provider goes through
	 */
	static void register(HttpSecurity http, UnaryOperator<CognitoAuthenticationProvider> postProcessor) {
		ApplicationContext context = http.getSharedObject(ApplicationContext.class);
		if (http.getSharedObject(CognitoAuthenticationProvider.class) == null && !isProvidedByApplication(context)) {
			CognitoAuthenticationProvider provider = context.getBeanProvider(CognitoAuthenticationProvider.class)
				.getIfUnique(() -> postProcessor.apply(create(context)));
			http.setSharedObject(CognitoAuthenticationProvider.class, provider);
			http.authenticationProvider(provider);
		}
	}

	private static boolean isProvidedByApplication(ApplicationContext context) {
		String[] providers = context.getBeanNamesForType(AuthenticationProvider.class);
		return context.getBeanNamesForType(AuthenticationManager.class).length > 0
				|| (providers.length == 1 && context.isTypeMatch(providers[0], CognitoAuthenticationProvider.class));
	}

	private static CognitoAuthenticationProvider create(ApplicationContext context) {
		CognitoAuthenticationProvider provider = new CognitoAuthenticationProvider(
				context.getBean(CognitoAccountManager.class));
		context.getBeanProvider(CognitoAuthoritiesMapper.class).ifUnique(provider::setAuthoritiesMapper);
		provider.setCredentialsCache(
				context.getBeanProvider(CognitoCredentialsCache.class).getIfUnique(CognitoCredentialsCache::new));
		return provider;
	}

}

package io.cognitex.security.jackson;

import java.util.Collection;

import io.cognitex.CognitoTokens;
import io.cognitex.NewDevice;
import io.cognitex.security.CognitoAuthentication;
import io.cognitex.security.CognitoPrincipal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.util.StdConverter;

import org.springframework.security.core.GrantedAuthority;

/**
 * The JSON of a {@link CognitoAuthentication}. It was authenticated, or it was not
 * stored.
 */
record StoredAuthentication(CognitoPrincipal principal, CognitoTokens tokens, @Nullable NewDevice newDevice,
		@Nullable Object details, Collection<? extends GrantedAuthority> authorities) {

	static final class Converter extends StdConverter<StoredAuthentication, CognitoAuthentication> {

		@Override
		public CognitoAuthentication convert(StoredAuthentication stored) {
			CognitoAuthentication authentication = new CognitoAuthentication(stored.principal(), stored.tokens(),
					stored.authorities())
				.toBuilder()
				.newDevice(stored.newDevice())
				.build();
			authentication.setDetails(stored.details());
			return authentication;
		}

	}

}

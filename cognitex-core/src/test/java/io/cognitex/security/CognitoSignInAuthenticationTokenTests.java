package io.cognitex.security;

import io.cognitex.RememberedDevice;
import io.cognitex.SignInRequest;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CognitoSignInAuthenticationToken}.
 */
class CognitoSignInAuthenticationTokenTests {

	private static final RememberedDevice DEVICE = new RememberedDevice("device-key", "group-key", "device-secret");

	@Test
	void toRequestWhenErasedThenNeitherPasswordlessNorFromTheDevice() {
		CognitoSignInAuthenticationToken token = new CognitoSignInAuthenticationToken("alice", "Passw0rd!", null,
				DEVICE);

		token.eraseCredentials();

		SignInRequest request = token.toRequest();
		assertThat(request.password()).isEmpty();
		assertThat(request.device()).isNull();
		assertThat(token.isPasswordless()).isFalse();
	}

	@Test
	void toRequestWhenPasswordlessThenNoPassword() {
		assertThat(CognitoSignInAuthenticationToken.forUser("alice").toRequest().password()).isNull();
	}

	@Test
	void toRequestThenPasswordAndDevice() {
		SignInRequest request = new CognitoSignInAuthenticationToken("alice", "Passw0rd!", null, DEVICE).toRequest();

		assertThat(request.password()).isEqualTo("Passw0rd!");
		assertThat(request.device()).isEqualTo(DEVICE);
	}

}

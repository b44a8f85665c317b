package io.cognitex.embedded;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CognitoIdentityProviderException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Asserts that a call is refused, with type, text and status, as the AWS SDK reads them.
 */
final class Refusals {

	static final String INCORRECT = "Incorrect username or password.";

	static final String CODE_MISMATCH = "Invalid verification code provided, please try again.";

	static final String CODE_EXPIRED = "Invalid code provided, please request a code again.";

	static final String LIMIT = "Attempt limit exceeded, please try after some time.";

	private Refusals() {
	}

	static void assertRefused(ThrowingCallable call, String type, String text) {
		assertThatExceptionOfType(CognitoIdentityProviderException.class).isThrownBy(call).satisfies((ex) -> {
			assertThat(ex.awsErrorDetails().errorCode()).isEqualTo(type);
			assertThat(ex.awsErrorDetails().errorMessage()).isEqualTo(text);
			assertThat(ex.statusCode()).isEqualTo(400);
		});
	}

	static void assertNotAuthorized(ThrowingCallable call, String text) {
		assertRefused(call, "NotAuthorizedException", text);
	}

	static void assertInvalidParameter(ThrowingCallable call, String text) {
		assertRefused(call, "InvalidParameterException", text);
	}

}

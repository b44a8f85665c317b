package io.cognitex;

import java.io.Serial;

import software.amazon.awssdk.core.exception.SdkClientException;

/**
 * Thrown inside of a call that needs AWS credentials where there are none, so that this
 * is not taken for an outage.
 */
final class MissingCredentialsException extends SdkClientException {

	static final String MESSAGE = "This operation needs AWS credentials, and none were found. "
			+ "Give them to the environment (for example by an IAM role) or to the builder";

	@Serial
	private static final long serialVersionUID = 1L;

	MissingCredentialsException(Throwable cause) {
		super(builder().message(MESSAGE).cause(cause));
	}

}

package io.cognitex;

import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import javax.net.ssl.SSLException;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Turns whatever the SDK throws into a {@link CognitoException}, deciding on the type
 * that Cognito sent and on the HTTP status, not on the text. The one exception is the
 * session that is used up, for which Cognito has no type; taken for a wrong password, it
 * ends the sign-in just the same.
 */
final class SdkErrors {

	private static final int HTTP_SERVER_ERROR = 500;

	/** "Invalid session for the user, session is expired.", and variants of it. */
	private static final Pattern SESSION = Pattern.compile("invalid session", Pattern.CASE_INSENSITIVE);

	private static final Pattern TYPE = Pattern.compile("\\w{1,128}");

	/**
	 * "1 validation error detected: Value 'x' at 'confirmationCode' failed to …", where x
	 * is what was typed.
	 */
	private static final Pattern VALIDATION = Pattern.compile("validation errors? detected");

	private static final Pattern MEMBER = Pattern.compile("'(\\w+)'");

	private static final Set<String> MEMBERS = Set.of("accessToken", "attributeName", "attributes", "authParameters",
			"challengeResponses", "clientId", "code", "confirmationCode", "credential", "credentialId", "deviceKey",
			"deviceName", "friendlyDeviceName", "password", "previousPassword", "proposedPassword", "secretHash",
			"session", "userAttributes", "userCode", "userPoolId", "username");

	private SdkErrors() {
	}

	static CognitoException translate(SdkException ex) {
		if (ex instanceof AwsServiceException serviceException) {
			return refused(serviceException);
		}
		if (ex instanceof MissingCredentialsException) {
			return new CognitoException(CognitoError.ACCESS_DENIED, MissingCredentialsException.MESSAGE);
		}
		return unavailable(ex);
	}

	private static CognitoException refused(AwsServiceException ex) {
		AwsErrorDetails details = ex.awsErrorDetails();
		String type = (details != null) ? details.errorCode() : null;
		CognitoError error = CognitoError.of(type);
		if (error == CognitoError.NOT_AUTHORIZED && isAboutTheSession(details)) {
			return refused(CognitoError.SESSION_EXPIRED, error.status(), details);
		}
		if (error != CognitoError.UNKNOWN) {
			return refused(error, error.status(), details);
		}
		if (ex.isThrottlingException()) {
			return refused(CognitoError.TOO_MANY_REQUESTS, CognitoError.TOO_MANY_REQUESTS.status(), details);
		}
		if (type != null && TYPE.matcher(type).matches() && ex.statusCode() < HTTP_SERVER_ERROR) {
			return refused(CognitoError.UNKNOWN, type, details);
		}
		return new CognitoException(CognitoError.SERVICE_UNAVAILABLE,
				"Cognito answered with HTTP status " + ex.statusCode());
	}

	private static boolean isAboutTheSession(@Nullable AwsErrorDetails details) {
		String text = (details != null) ? details.errorMessage() : null;
		return text != null && SESSION.matcher(text).find();
	}

	private static CognitoException refused(CognitoError error, String type, @Nullable AwsErrorDetails details) {
		return new CognitoException(error, type, message(type, details), null);
	}

	private static String message(String type, @Nullable AwsErrorDetails details) {
		String text = (details != null) ? details.errorMessage() : null;
		if (text == null || text.isBlank()) {
			return type;
		}
		if (!VALIDATION.matcher(text).find()) {
			return text;
		}
		List<String> members = MEMBER.matcher(text)
			.results()
			.map((match) -> match.group(1))
			.filter(MEMBERS::contains)
			.distinct()
			.toList();
		return "Cognito finds the request invalid" + (members.isEmpty() ? "" : ": " + String.join(", ", members));
	}

	private static CognitoException unavailable(SdkException ex) {
		Throwable cause = networkFailure(ex);
		String message = (cause != null) ? "Cognito could not be reached or did not answer in time"
				: "Cognito did not answer sensibly or in time";
		return new CognitoException(CognitoError.SERVICE_UNAVAILABLE, CognitoError.SERVICE_UNAVAILABLE.status(),
				message, cause);
	}

	/**
	 * The failure of the network, if it was one: the only cause that is fit for a log,
	 * since others may quote the answer.
	 */
	private static @Nullable Throwable networkFailure(SdkException ex) {
		Throwable cause = ex;
		while (cause != null && !isNetworkFailure(cause)) {
			cause = cause.getCause();
		}
		return cause;
	}

	private static boolean isNetworkFailure(Throwable cause) {
		return cause instanceof SocketException || cause instanceof SocketTimeoutException
				|| cause instanceof UnknownHostException || cause instanceof SSLException;
	}

}

package io.cognitex;

import java.util.List;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ContextDataType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.HttpHeader;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserContextDataType;

/**
 * A {@link UserContext} in the two forms that Cognito takes.
 */
final class ContextTypes {

	private ContextTypes() {
	}

	/**
	 * For public operations.
	 */
	static @Nullable UserContextDataType userContextData(@Nullable UserContext context) {
		if (context == null || (context.encodedData() == null && context.ipAddress() == null)) {
			return null;
		}
		return UserContextDataType.builder().encodedData(context.encodedData()).ipAddress(context.ipAddress()).build();
	}

	/**
	 * For operations with AWS credentials, which want the address, the server and the
	 * path, or nothing.
	 */
	static @Nullable ContextDataType contextData(@Nullable UserContext context) {
		if (context == null || context.ipAddress() == null || context.serverName() == null
				|| context.serverPath() == null) {
			return null;
		}
		List<HttpHeader> headers = context.headers()
			.entrySet()
			.stream()
			.map((header) -> HttpHeader.builder().headerName(header.getKey()).headerValue(header.getValue()).build())
			.toList();
		return ContextDataType.builder()
			.encodedData(context.encodedData())
			.ipAddress(context.ipAddress())
			.serverName(context.serverName())
			.serverPath(context.serverPath())
			.httpHeaders(headers)
			.build();
	}

}

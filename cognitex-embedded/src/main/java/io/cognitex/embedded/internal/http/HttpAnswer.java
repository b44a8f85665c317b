package io.cognitex.embedded.internal.http;

import java.util.Map;

/**
 * An answer that is ready to be sent.
 *
 * @param status the HTTP status
 * @param headers the headers
 * @param body the body
 */
public record HttpAnswer(int status, Map<String, String> headers, byte[] body) {
}

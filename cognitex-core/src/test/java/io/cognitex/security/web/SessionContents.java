package io.cognitex.security.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;

import org.springframework.mock.web.MockHttpSession;

/**
 * Everything in a session, as a session store writes it.
 */
final class SessionContents {

	private SessionContents() {
	}

	static String of(MockHttpSession session) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
			for (String name : Collections.list(session.getAttributeNames())) {
				out.writeObject(name);
				out.writeObject(session.getAttribute(name));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return bytes.toString(StandardCharsets.ISO_8859_1);
	}

}

package io.cognitex.sample;

import java.util.concurrent.atomic.AtomicInteger;

import io.cognitex.embedded.EmbeddedCognito;
import io.cognitex.embedded.EmbeddedUser;

/** Users whose names no other test has. */
final class TestUsers {

	static final String PASSWORD = "Correct-Horse-1";

	private static final AtomicInteger count = new AtomicInteger();

	private TestUsers() {
	}

	static String newEmail() {
		return "user" + count.incrementAndGet() + "@example.com";
	}

	/** Adds a user who can log in with {@link #PASSWORD}, and returns the address. */
	static String addUser(EmbeddedCognito cognito, String... groups) {
		String email = newEmail();
		EmbeddedUser.Builder user = EmbeddedUser.named(email)
			.password(PASSWORD)
			.attribute("email", email)
			.attribute("name", "Test User");
		for (String group : groups) {
			user.group(group);
		}
		cognito.addUser(user.build());
		return email;
	}

}

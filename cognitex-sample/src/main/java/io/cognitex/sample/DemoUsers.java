package io.cognitex.sample;

import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The users that the embedded pool starts with, so that the start page can name them.
 *
 * @param users as the starter reads them too
 */
@ConfigurationProperties("cognitex.embedded")
record DemoUsers(@DefaultValue List<DemoUser> users) {

	record DemoUser(String username, String password, @DefaultValue List<String> groups) {

		@Override
		public String toString() {
			return "DemoUser[username=" + this.username + "]";
		}

	}

}

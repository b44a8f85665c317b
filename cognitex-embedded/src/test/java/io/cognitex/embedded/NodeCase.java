package io.cognitex.embedded;

import org.jspecify.annotations.Nullable;

/**
 * What became of a case that Node ran.
 *
 * @param file the file that it stands in
 * @param message why it failed
 */
record NodeCase(String file, String name, boolean passed, boolean skipped, @Nullable String message) {

	@Override
	public String toString() {
		return this.file.replace(".test.js", "") + ": " + this.name;
	}

}

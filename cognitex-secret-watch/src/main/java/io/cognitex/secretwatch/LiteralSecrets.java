package io.cognitex.secretwatch;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The passwords and keys in the source of the tests, for a password that is proven with
 * SRP never goes over the wire. Each string that would do as a password of a user pool is
 * taken for one.
 */
final class LiteralSecrets {

	private static final Pattern PASSWORD = Pattern
		.compile("(?=.*\\p{Lu})(?=.*\\p{Ll})(?=.*\\p{Nd})(?=.*[!?-])[\\p{L}\\p{Nd}!?-]+( [\\p{L}\\p{Nd}!?-]+)?");

	/** Of properties, JSON and tables. */
	private static final Pattern PIECES = Pattern.compile("[\\s,=:'\"]+");

	private static final int SHORTEST_PASSWORD = 8;

	private static final int LONGEST_PASSWORD = 30;

	private static final Pattern AES_KEY = Pattern
		.compile("(?<![A-Za-z0-9+/])([A-Za-z0-9+/]{22}==|[A-Za-z0-9+/]{43}=)(?![A-Za-z0-9+/=])");

	private static final int CLASS_FILE = 0xCAFEBABE;

	private LiteralSecrets() {
	}

	static void learnFrom(Path directory) {
		try (Stream<Path> files = Files.walk(directory)) {
			for (Path file : files.filter((path) -> path.toString().endsWith(".class")).toList()) {
				try (InputStream content = Files.newInputStream(file)) {
					learn(literals(new DataInputStream(new BufferedInputStream(content))));
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void learn(List<String> literals) {
		for (String literal : literals) {
			learnPassword(literal.strip());
			PIECES.splitAsStream(literal).forEach(LiteralSecrets::learnPassword);
			Matcher key = AES_KEY.matcher(literal);
			while (key.find()) {
				Secrets.add("key in the source of a test", key.group(1));
			}
		}
	}

	private static void learnPassword(String text) {
		if (text.length() >= SHORTEST_PASSWORD && text.length() <= LONGEST_PASSWORD
				&& PASSWORD.matcher(text).matches()) {
			Secrets.add("password in the source of a test", text);
		}
	}

	/**
	 * All strings of the constant pool, as the Java Virtual Machine Specification, 4.4,
	 * has it.
	 */
	static List<String> literals(DataInputStream content) throws IOException {
		if (content.readInt() != CLASS_FILE) {
			throw new IOException("Not a class file");
		}
		content.readInt();
		int count = content.readUnsignedShort();
		List<String> literals = new ArrayList<>();
		for (int i = 1; i < count; i++) {
			int tag = content.readUnsignedByte();
			switch (tag) {
				case 1 -> literals.add(content.readUTF());
				case 7, 8, 16, 19, 20 -> content.skipNBytes(2);
				case 15 -> content.skipNBytes(3);
				case 3, 4, 9, 10, 11, 12, 17, 18 -> content.skipNBytes(4);
				case 5, 6 -> {
					content.skipNBytes(8);
					i++; // Takes two places
				}
				default -> throw new IOException("Unknown constant " + tag);
			}
		}
		return literals;
	}

}

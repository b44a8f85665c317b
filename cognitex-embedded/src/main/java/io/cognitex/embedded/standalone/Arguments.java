package io.cognitex.embedded.standalone;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.cognitex.embedded.internal.server.ServerAddress;

/**
 * What was said on the command line.
 *
 * @param help whether only the usage is asked for
 * @param address where to listen
 * @param region the region that the pools are in
 * @param users the file with what there is to begin with, if there is one
 */
record Arguments(boolean help, ServerAddress address, String region, @Nullable Path users) {

	static final String USAGE = """
			Usage: java -jar cognitex-embedded-standalone.jar [options]

			Serves Amazon Cognito user pools from memory. Without --users there is no pool to
			begin with: create one with CreateUserPool and CreateUserPoolClient.

			  --port PORT        the port to listen on, 0 for any free one (default 9229)
			  --host HOST        the name or address to listen on (default 127.0.0.1)
			  --public-url URL   what the issuers of tokens are under, if clients do not
			                     reach the server where it listens
			  --region REGION    the region that the pools are in (default us-east-1)
			  --users FILE       a JSON file with what there is to begin with
			  --help             print this
			""";

	private static final Set<String> OPTIONS = Set.of("--port", "--host", "--public-url", "--region", "--users");

	private static final int HIGHEST_PORT = 65_535;

	static Arguments parse(String... args) throws BadArguments {
		Map<String, String> values = new HashMap<>();
		boolean help = false;
		Iterator<String> rest = Arrays.asList(args).iterator();
		while (rest.hasNext()) {
			String[] argument = rest.next().split("=", 2);
			if ("--help".equals(argument[0]) || "-h".equals(argument[0])) {
				help = true;
				continue;
			}
			if (!OPTIONS.contains(argument[0])) {
				throw new BadArguments("Unknown argument '" + argument[0] + "'");
			}
			String value = (argument.length == 2) ? argument[1] : (rest.hasNext() ? rest.next() : "");
			if (value.isEmpty()) {
				throw new BadArguments(argument[0] + " needs a value");
			}
			if (values.put(argument[0], value) != null) {
				throw new BadArguments(argument[0] + " is there twice");
			}
		}
		String users = values.get("--users");
		ServerAddress address = new ServerAddress(values.getOrDefault("--host", ServerAddress.LOOPBACK),
				port(values.getOrDefault("--port", "9229")), publicUrl(values.get("--public-url")));
		return new Arguments(help, address, region(values.getOrDefault("--region", "us-east-1")),
				(users != null) ? Path.of(users) : null);
	}

	private static int port(String value) throws BadArguments {
		try {
			int port = Integer.parseInt(value);
			if (port >= 0 && port <= HIGHEST_PORT) {
				return port;
			}
		}
		catch (NumberFormatException ex) {
			// Refused below, as numbers out of range are.
		}
		throw new BadArguments("--port must be a number from 0 to " + HIGHEST_PORT + ", not '" + value + "'");
	}

	private static @Nullable String publicUrl(@Nullable String value) throws BadArguments {
		try {
			return (value != null) ? ServerAddress.checkedPublicUrl(value) : null;
		}
		catch (IllegalArgumentException ex) {
			throw new BadArguments(
					"--public-url must be a URL such as http://cognito.example:9229, not '" + value + "'");
		}
	}

	private static String region(String value) throws BadArguments {
		if (!value.matches("[a-z]{2}(-[a-z0-9]+)+-[0-9]")) {
			throw new BadArguments("--region must be a region such as us-east-1, not '" + value + "'");
		}
		return value;
	}

}

package io.cognitex.embedded.standalone;

import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;

import io.cognitex.embedded.internal.pool.AppClient;
import io.cognitex.embedded.internal.pool.UserPool;
import io.cognitex.embedded.internal.server.CognitoServer;

/**
 * Serves user pools until the process ends. Exit code 1: it cannot listen there; exit
 * code 2: it does not understand what it was asked to do.
 */
public final class StandaloneCognito {

	private StandaloneCognito() {
	}

	/**
	 * The program.
	 * @param args see {@code --help}
	 */
	public static void main(String... args) {
		int status = run(args, System.out, System.err);
		if (status != 0) {
			System.exit(status);
		}
	}

	private static int run(String[] args, PrintStream out, PrintStream err) {
		try {
			Arguments arguments = Arguments.parse(args);
			if (arguments.help()) {
				out.print(Arguments.USAGE);
			}
			else {
				serve(arguments, out);
			}
			return 0;
		}
		catch (BadArguments ex) {
			err.println(ex.getMessage());
			err.println("See --help");
			return 2;
		}
		catch (UncheckedIOException ex) {
			err.println(ex.getMessage());
			return 1;
		}
	}

	@SuppressWarnings("resource") // It serves until the process ends.
	private static void serve(Arguments arguments, PrintStream out) throws BadArguments {
		CognitoServer server = CognitoServer.listen(arguments.address(), arguments.region(), Clock.systemUTC());
		if (arguments.users() != null) {
			UsersFile.load(arguments.users(), server);
		}
		server.serve(true);
		out.println("Cognito user pools (" + server.region() + ") on " + server.endpoint() + ", control API on "
				+ server.endpoint() + "/_cognitex/");
		server.services().pools().all().forEach((pool) -> print(pool, out));
		if (arguments.address().publicUrl() != null) {
			out.println("Issuers are under " + server.publicUrl());
		}
		if (!isLoopback(arguments.address().host())) {
			out.println("Other machines can reach this server: whoever does can read every code");
		}
		out.flush();
	}

	private static void print(UserPool pool, PrintStream out) {
		out.println("User pool " + pool.id() + " (" + pool.settings().name() + "), users: " + pool.users().size());
		for (AppClient client : pool.clients()) {
			out.println("  app client " + client.id() + " (" + client.name() + ")"
					+ ((client.secret() != null) ? ", secret " + client.secret() : ""));
		}
	}

	private static boolean isLoopback(String host) {
		try {
			return InetAddress.getByName(host).isLoopbackAddress();
		}
		catch (UnknownHostException ex) {
			return false;
		}
	}

}

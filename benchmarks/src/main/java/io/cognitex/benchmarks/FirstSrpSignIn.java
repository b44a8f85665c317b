package io.cognitex.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.text.SimpleDateFormat;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TimeZone;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

import com.sun.management.OperatingSystemMXBean;
import io.cognitex.srp.SrpChallenge;
import io.cognitex.srp.SrpClient;
import io.cognitex.srp.SrpIdentity;

/**
 * What the first SRP login of a process costs the processor, with all that the JVM loads
 * and compiles for it. Each measurement has a JVM of its own, and the clients take turns.
 * JMH measures time only, and of one thread.
 *
 * <p>
 * Between the two halves of a login stands the connection to Cognito. What TLS loads then
 * of the JDK's cryptography, the second half uses; it is loaded here as well, and not
 * counted for either client.
 */
public final class FirstSrpSignIn {

	private static final String POOL_NAME = "AbCdEfGhI";

	private static final String USER_ID = "3f1e6f2a-0b1c-4d2e-9f3a-1234567890ab";

	private static final String PASSWORD = "Correct-Horse-1";

	private static final String SALT = "e7dc204cebbfda6b62b8493e932f7f4c";

	private static final String SECRET_BLOCK = "AAAA".repeat(300);

	/** Any number below N will do: the arithmetic is the same. */
	private static final String SERVER_PUBLIC_VALUE = "1f3a9c7e5b2d4680".repeat(48);

	private FirstSrpSignIn() {
	}

	/**
	 * Measures all clients, or in a JVM that was started for it, one.
	 * @param args how many JVMs for each client; or the name of a client
	 * @throws IOException if a JVM cannot be started
	 */
	public static void main(String[] args) throws IOException {
		if (args.length == 1 && !args[0].chars().allMatch(Character::isDigit)) {
			System.out.println(Client.valueOf(args[0]).measure());
			return;
		}
		int forks = (args.length == 1) ? Integer.parseInt(args[0]) : 15;
		Map<Client, Long> totals = new EnumMap<>(Client.class);
		for (int fork = 0; fork < forks; fork++) {
			for (Client client : Client.values()) {
				totals.merge(client, inNewJvm(client), Long::sum);
			}
		}
		System.out.printf(Locale.ROOT, "JDK %s, CPU time, mean of %d JVMs%n", Runtime.version(), forks);
		long reference = Objects.requireNonNull(totals.get(Client.AMPLIFY));
		totals.forEach((client, total) -> System.out.printf(Locale.ROOT, "%-20s %4d ms  %.2f%n", client,
				TimeUnit.NANOSECONDS.toMillis(total / forks), (double) total / reference));
	}

	private static long inNewJvm(Client client) throws IOException {
		Process jvm = new ProcessBuilder(List.of(ProcessHandle.current().info().command().orElseThrow(), "-cp",
				System.getProperty("java.class.path"), FirstSrpSignIn.class.getName(), client.name()))
			.redirectError(ProcessBuilder.Redirect.INHERIT)
			.start();
		String output = new String(jvm.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
		return Long.parseLong(output.strip());
	}

	private static <T> long cpuOf(Supplier<T> begin, Consumer<T> finish) {
		OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
		long start = system.getProcessCpuTime();
		T client = begin.get();
		long first = system.getProcessCpuTime() - start;
		SrpServer.sign(new byte[1], "", "", new byte[0], "");
		start = system.getProcessCpuTime();
		finish.accept(client);
		return first + system.getProcessCpuTime() - start;
	}

	/**
	 * Amplify Android's client, with the formatter that it uses for the time.
	 */
	private static void finish(AmplifySrp client) {
		SimpleDateFormat format = new SimpleDateFormat("EEE MMM d HH:mm:ss z yyyy", Locale.US);
		format.setTimeZone(TimeZone.getTimeZone("UTC"));
		byte[] key = client.key(POOL_NAME, USER_ID, PASSWORD, new BigInteger(SERVER_PUBLIC_VALUE, 16),
				new BigInteger(SALT, 16));
		byte[] signature = SrpServer.sign(key, POOL_NAME, USER_ID, Base64.getDecoder().decode(SECRET_BLOCK),
				format.format(new Date()));
		check(Base64.getEncoder().encodeToString(signature));
	}

	private static void finish(SrpClient client) {
		check(client
			.prove(SrpIdentity.ofUser(POOL_NAME, USER_ID, PASSWORD),
					SrpChallenge.of(SALT, SERVER_PUBLIC_VALUE, SECRET_BLOCK), Instant.now())
			.signature());
	}

	private static void check(String signature) {
		if (signature.isEmpty()) {
			throw new IllegalStateException("Nothing was computed");
		}
	}

	private enum Client {

		AMPLIFY {
			@Override
			long measure() {
				return cpuOf(AmplifySrp::new, FirstSrpSignIn::finish);
			}
		},

		COGNITEX {
			@Override
			long measure() {
				return cpuOf(SrpClient::create, FirstSrpSignIn::finish);
			}
		},

		COGNITEX_WARMED_UP {
			@Override
			long measure() {
				SrpClient.warmUp();
				return COGNITEX.measure();
			}
		},

		/** What the warm-up itself costs, in a thread in the background. */
		WARM_UP {
			@Override
			long measure() {
				return cpuOf(() -> "", (nothing) -> SrpClient.warmUp());
			}
		};

		abstract long measure();

	}

}
